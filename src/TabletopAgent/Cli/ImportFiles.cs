using TabletopAgent.Import;
using TabletopAgent.Intake;

namespace TabletopAgent.Cli;

/// <summary>Opens documents that others wrote and hands them to the importer: files, folders, and Slack exports with their channels.</summary>
internal static class ImportFiles
{
    /// <returns>What each file gave, in order; notes on what gave nothing.</returns>
    public static IEnumerable<Imported> Read(IEnumerable<string> paths, ImportOptions options, List<Note> notes)
    {
        foreach (var path in paths)
        {
            var found = !Directory.Exists(path) ? One(path, options, notes) : File.Exists(Path.Combine(path, Importer.UsersFile)) ? Slack(path, options, notes) : Folder(path, options, notes);
            foreach (var imported in found) yield return imported;
        }
    }

    /// <summary>Whether a file or a folder is surely of a form that others write; what is wrong with it comes when it is read.</summary>
    public static bool Foreign(string path) =>
        Directory.Exists(path) || File.Exists(path) && new FileInfo(path).Length <= TextInput.MaxBytes && !path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)
        && !path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && Text(path, []) is { Length: > 0 } text && Importer.Foreign(path, text);

    private static IReadOnlyList<Imported> One(string file, ImportOptions options, List<Note> notes) =>
        Text(file, notes) is { Length: > 0 } text ? Importer.Read(file, text, options, notes) : [];

    private static IEnumerable<Imported> Folder(string folder, ImportOptions options, List<Note> notes)
    {
        foreach (var file in Files(folder))
            foreach (var imported in One(file, options, notes)) yield return imported;
    }

    /// <summary>One folder a channel, one file a day; users.json beside them names the people.</summary>
    private static IEnumerable<Imported> Slack(string folder, ImportOptions options, List<Note> notes)
    {
        var users = Path.Combine(folder, Importer.UsersFile);
        options = options with { Users = Importer.Users(users, Text(users, notes), notes) };
        foreach (var channel in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var days = Files(channel).Where(f => f.EndsWith(".json", StringComparison.OrdinalIgnoreCase)).Select(f => (f, Text(f, notes)));
            if (Importer.ReadChannel(channel, days, options, notes) is { } imported) yield return imported;
        }
    }

    /// <summary>In the order of their names, the same on every machine; what is hidden stays so.</summary>
    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint })
            .Order(StringComparer.Ordinal);

    private static string Text(string file, List<Note> notes)
    {
        using var stream = InputFile.OpenAsync(file, notes).GetAwaiter().GetResult();
        return stream is null ? "" : Importer.Text(file, stream, notes);
    }
}
