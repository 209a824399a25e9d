namespace TabletopAgent.Tests;

/// <summary>The Problem Map's checkout beside the repository, where there is one.</summary>
internal static class Upstream
{
    /// <returns>Its folder, or null, and the test says that it was left out.</returns>
    public static string? Folder()
    {
        var shared = Environment.GetEnvironmentVariable("TABLETOP_SHARED") is { Length: > 0 } named ? named : Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared");
        var folder = Path.Combine(shared, "wfgy");
        if (Directory.Exists(folder)) return folder;
        Console.WriteLine($"left out: {folder} is not there; set TABLETOP_SHARED");
        return null;
    }
}
