using System.Text.RegularExpressions;

namespace TabletopAgent.Tests.Rules;

/// <summary>What README says is true: its paths exist, its commands run, its output is the program's.</summary>
[Collection(nameof(Builds))]
public sealed partial class DocsTests
{
    private static readonly string Readme = File.ReadAllText(Repository.Path("README.md")).ReplaceLineEndings("\n");

    public static TheoryData<string> Commands => [.. Console().Matches(Readme).SelectMany(m => m.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Distinct()];

    public static TheoryData<string, string> Outputs
    {
        get
        {
            var blocks = new TheoryData<string, string>();
            foreach (Match m in Output().Matches(Readme)) blocks.Add(m.Groups[1].Value, m.Groups[2].Value);
            return blocks;
        }
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    public void Every_path_it_names_exists(string document)
    {
        var text = File.ReadAllText(Repository.Path(document));
        var paths = Quoted().Matches(text).Concat(Linked().Matches(text)).Select(m => m.Groups[1].Value).Where(IsPath).ToList();
        Assert.NotEmpty(paths);
        Assert.All(paths, p => Assert.True(Path.Exists(Repository.Path(p)), $"{document} names {p}"));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_runs(string command)
    {
        // This is ./test already.
        if (command == "./test") return;
        var (code, _, error) = Shell(command);
        Assert.True(code == 0, $"exit {code}: {error}");
    }

    [Theory]
    [MemberData(nameof(Outputs))]
    public void Every_output_is_the_programs(string command, string shown)
    {
        Assert.True(shown.Length > 0, $"README shows no output of {command}; put it in a ```text block below its marker");
        var (_, output, error) = Shell(command);
        Assert.True(error.Length == 0, error);
        AssertShown(output.TrimEnd('\n'), shown.TrimEnd('\n'));
    }

    /// <summary>A line "…" stands for lines left out; what is shown must be the program's, in order, from the first line to the last.</summary>
    private static void AssertShown(string output, string shown)
    {
        var parts = $"\n{shown}\n".Split("\n…\n");
        var at = 0;
        foreach (var part in parts)
        {
            var found = $"\n{output}\n".IndexOf($"\n{part.Trim('\n')}\n", at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"README shows what the program does not print (any more):\n{part}");
            at = found + part.Trim('\n').Length;
        }

        Assert.StartsWith(parts[0].Trim('\n'), output, StringComparison.Ordinal);
        Assert.EndsWith(parts[^1].Trim('\n'), output, StringComparison.Ordinal);
    }

    /// <summary>The launcher is written for bash; Windows users have dotnet run.</summary>
    private static (int Code, string Out, string Error) Shell(string command) => Repository.Run("bash", ["-c", command], Repository.Root, 600);

    /// <summary>With a slash or an extension, and not an extension alone.</summary>
    private static bool IsPath(string quoted) =>
        !quoted.StartsWith("--", StringComparison.Ordinal) && !quoted.StartsWith('/') && (quoted.Contains('/') || quoted.LastIndexOf('.') > 0 && Path.HasExtension(quoted)) && !quoted.Contains(' ')
        && Path.GetExtension(quoted) is "" or ".md" or ".json" or ".yaml" or ".cs" or ".csproj" or ".props" or ".sln";

    [GeneratedRegex("^```console\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Console();

    [GeneratedRegex("<!-- (?:output|help): (.+?) -->\n(?:\n?```text\n(.*?)^```)?", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Output();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\]\((?!https?:|#)([^)]+)\)")]
    private static partial Regex Linked();
}
