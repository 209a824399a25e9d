namespace TabletopAgent.Tests.Rules;

/// <summary>The .NET tool carries all it needs: packed here, installed from a folder, run where no checkout is near.</summary>
[Collection(nameof(Builds))]
public sealed class PackTests(PackTests.Tool tool) : IClassFixture<PackTests.Tool>
{
    [Fact]
    public void It_runs_outside_the_repository() => Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+", tool.Run("--version").Out);

    [Fact]
    public void It_brings_its_knowledge()
    {
        var (code, output, error) = tool.Run("knowledge", "list");
        Assert.True(code == 0, error);
        Assert.Contains("secrets-rotation", output);
    }

    [Theory]
    [InlineData("knowledge/rules.yaml")]
    [InlineData("knowledge/pages/secrets-rotation.md")]
    [InlineData("knowledge/demo/evening.jsonl")]
    [InlineData("knowledge/ear.bin")]
    [InlineData("prompts/driver.md")]
    [InlineData("prompts/agent.md")]
    [InlineData("prompts/grade-note.md")]
    [InlineData("appsettings.json")]
    public void It_lies_beside_what_it_reads(string file) => Assert.True(File.Exists(Path.Combine(tool.Beside, file)), $"{file} is not in {tool.Beside}");

    public sealed class Tool : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("tabletop-tool-").FullName;

        /// <summary>The folder of the tool's dll.</summary>
        public string Beside { get; }

        public Tool()
        {
            // What the tests were built with is packed as it stands: nothing is compiled twice, nothing is fetched.
            var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
            Do("pack", Repository.Path("src", "TabletopAgent"), "--no-build", "-c", configuration, "-o", _folder, "--nologo");
            Do("tool", "install", "TabletopAgent", "--tool-path", Path.Combine(_folder, "bin"), "--source", _folder, "--no-cache");
            Beside = Path.GetDirectoryName(Directory.EnumerateFiles(_folder, "TabletopAgent.dll", SearchOption.AllDirectories).First())!;
        }

        public (int Code, string Out, string Error) Run(params string[] args) => Repository.Run(Path.Combine(_folder, "bin", "tabletop"), args, _folder, 60);

        public void Dispose() => Directory.Delete(_folder, recursive: true);

        private void Do(params string[] args)
        {
            var (code, output, error) = Repository.Run("dotnet", args, _folder, 600);
            Assert.True(code == 0, $"dotnet {string.Join(' ', args)}\n{output}{error}");
        }
    }
}

/// <summary>Tests that build things take turns.</summary>
[CollectionDefinition(nameof(Builds), DisableParallelization = true)]
public sealed class Builds;
