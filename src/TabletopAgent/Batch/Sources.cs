using Microsoft.Extensions.FileSystemGlobbing;
using TabletopAgent.Import;
using TabletopAgent.Intake;

namespace TabletopAgent.Batch;

/// <summary>Finds what there is to grade: files, folders, patterns and archives, always in the same order. Nothing is opened yet but archives.</summary>
internal sealed class Sources
{
    /// <summary>Kinds of files that may hold an exercise or an incident.</summary>
    private static readonly HashSet<string> Kinds = new(StringComparer.OrdinalIgnoreCase) { ".jsonl", ".ndjson", ".json", ".md", ".markdown", ".qmd", ".csv", ".txt", "" };

    /// <summary>What lies beside reports and is none.</summary>
    private static readonly HashSet<string> Beside = new(StringComparer.OrdinalIgnoreCase) { "license", "readme.md", "notice", "copying", "makefile", "users.json", "channels.json", "integration_logs.json", "truth.jsonl" };

    /// <summary>Files in folders that were of another kind.</summary>
    public int Skipped { get; private set; }

    public IEnumerable<Source> Of(IEnumerable<string> paths) => paths.SelectMany(Of);

    private IEnumerable<Source> Of(string path)
    {
        if (Directory.Exists(path)) return Folder(path);
        if (File.Exists(path)) return OneFile(path);
        if (path.AsSpan().ContainsAny('*', '?')) return Pattern(path);
        return [Refused(path, Notes.NoSuchPath(new Place(path)))];
    }

    private IEnumerable<Source> Pattern(string pattern)
    {
        var fixedPart = pattern[..(pattern.AsSpan()[..pattern.AsSpan().IndexOfAny('*', '?')].LastIndexOfAny('/', Path.DirectorySeparatorChar) + 1)];
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddInclude(pattern[fixedPart.Length..]);
        var root = fixedPart.Length > 0 ? fixedPart : ".";
        var found = Directory.Exists(root) ? matcher.GetResultsInFullPath(root).Select(f => fixedPart + Path.GetRelativePath(root, f)).Order(StringComparer.Ordinal).ToList() : [];
        return found.Count > 0 ? found.SelectMany(OneFile) : [Refused(pattern, Notes.NothingMatches(new Place(pattern)))];
    }

    private IEnumerable<Source> Folder(string folder)
    {
        List<FileSystemInfo> entries;
        Source? closed = null;
        try
        {
            entries = [.. new DirectoryInfo(folder).EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            (entries, closed) = ([], Refused(folder, Notes.CannotOpen(new Place(folder), InputFile.Why(e))));
        }

        if (closed is not null) yield return closed;
        var chat = entries.Any(e => e.Name == Importer.UsersFile);
        foreach (var entry in entries)
        {
            var path = Path.Combine(folder, entry.Name);
            if (entry.LinkTarget is not null) yield return Refused(path, Notes.OutOfReach(new Place(path)));
            else if (entry is DirectoryInfo)
            {
                if (entry.Name.StartsWith('.')) continue;
                foreach (var source in chat ? Channel(path) : Folder(path)) yield return source;
            }
            else if (Holds(entry.Name))
                foreach (var source in OneFile(path)) yield return source;
            else Skipped++;
        }
    }

    /// <summary>A folder of a chat export: one file a day, and all of them one incident.</summary>
    private static IEnumerable<Source> Channel(string folder)
    {
        var days = Directory.EnumerateFiles(folder, "*.json").Where(f => new FileInfo(f).LinkTarget is null).Order(StringComparer.Ordinal).ToList();
        if (days.Count == 0) return [];
        return [new Source(folder, null, () => new MemoryStream([.. days.SelectMany(File.ReadAllBytes)]), Days: days)];
    }

    private static IEnumerable<Source> OneFile(string path)
    {
        if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) return Archive.Of(path, Holds);
        return [Plain(path, () => Open(path))];
    }

    /// <summary>A file that seems empty may be a pipe, at which nobody need be writing: it is opened with patience.</summary>
    private static Stream Open(string path)
    {
        if (new FileInfo(path).Length > 0) return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
        var notes = new List<Note>();
        var stream = InputFile.OpenAsync(path, notes).GetAwaiter().GetResult() ?? throw new RefusedException(notes[0]);
        return stream.CanSeek ? stream : new PatientStream(stream, path, notes);
    }

    internal static Source Plain(string name, Func<Stream> open)
    {
        var packed = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? "gz" : name.EndsWith(".zst", StringComparison.OrdinalIgnoreCase) ? "zst" : null;
        return new Source(name, packed, open);
    }

    internal static Source Refused(string name, Note why) => new(name, null, null, why);

    private static bool Holds(string name)
    {
        if (name.StartsWith('.') || Beside.Contains(name)) return false;
        var extension = Path.GetExtension(name);
        if (extension is ".zip") return true;
        return extension is ".gz" or ".zst" ? Holds(name[..^extension.Length]) : Kinds.Contains(extension);
    }
}
