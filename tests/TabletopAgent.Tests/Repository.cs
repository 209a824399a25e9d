using System.Diagnostics;

namespace TabletopAgent.Tests;

/// <summary>The checkout the tests run in, and programs run in it.</summary>
internal static class Repository
{
    /// <summary>Found by walking up: source paths in assemblies are rewritten by deterministic builds.</summary>
    public static string Root { get; } = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>All C# files under a folder, by path relative to it with forward slashes, in order.</summary>
    public static IReadOnlyList<(string Name, string Text)> Sources(string folder) =>
        Directory.EnumerateFiles(Path(folder), "*.cs", SearchOption.AllDirectories)
            .Select(f => (System.IO.Path.GetRelativePath(Path(folder), f).Replace('\\', '/'), File.ReadAllText(f)))
            .OrderBy(f => f.Item1, StringComparer.Ordinal).ToList();

    /// <summary>No rule was broken; else all findings, one a line.</summary>
    public static void None(IEnumerable<string> wrong)
    {
        var found = wrong.ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    public static (int Code, string Out, string Error) Run(
        string file, IEnumerable<string> args, string? folder = null, int seconds = 300, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(file, args)
        {
            WorkingDirectory = folder ?? Root, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        // What the test host sets for itself must not reach another build.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromSeconds(seconds)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{file} {string.Join(' ', args)} took longer than {seconds} s");
        }

        return (process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "TabletopAgent.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests run outside a checkout: no TabletopAgent.sln above " + AppContext.BaseDirectory);
    }
}
