using System.Security.Cryptography;
using System.Text;

namespace TabletopAgent.Knowledge;

/// <summary>A file of a knowledge folder: its path inside the folder, with forward slashes, and its bytes.</summary>
internal sealed record KnowledgeFile(string Path, string File, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);
}

/// <summary>Everything below the folders, read once and named by one hash.</summary>
/// <param name="Home">The folder that travels with the program.</param>
/// <param name="Pages">Pages that are searched: those of the folders given, else the shipped ones.</param>
/// <param name="Teachers">Shipped pages whose heard words and layers are learned from even when other pages are searched.</param>
/// <param name="Hash">Over paths inside the folders and bytes.</param>
/// <param name="Key">Of the cache: the hash, and where the folders lie, for pages are opened again from there.</param>
/// <param name="Verdicts">Lines of healthy and undecidable reports.</param>
internal sealed record KnowledgeFiles(
    string Home, IReadOnlyList<KnowledgeFile> Pages, IReadOnlyList<KnowledgeFile> Teachers, IReadOnlyList<KnowledgeFile> Verdicts, KnowledgeFile? Rules,
    KnowledgeFile? Folders, string Hash, string Key)
{
    private static readonly string[] NotPages = ["cards/", "scenarios/", "verdicts/", "safety/"];

    /// <param name="shipped">The folder that travels with the program.</param>
    /// <param name="folders">Folders that replace the shipped pages.</param>
    /// <param name="notes">Takes folders and files that cannot be read.</param>
    public static KnowledgeFiles Read(string shipped, IReadOnlyList<string> folders, List<Note> notes)
    {
        var home = Below(shipped, notes);
        var teachers = Under(home, "pages/");
        var pages = new List<KnowledgeFile>();
        var verdicts = Under(home, "verdicts/");
        var (rules, layers) = (One(home, "rules.yaml"), One(home, "folders.yaml"));
        foreach (var folder in folders)
        {
            if (!Directory.Exists(folder))
            {
                notes.Add(Notes.CannotRead(new Place(folder), "there is no such folder; --knowledge takes a folder of Markdown pages"));
                continue;
            }

            var files = Below(folder, notes);
            var ours = One(files, "rules.yaml") is not null;
            rules = One(files, "rules.yaml") ?? rules;
            layers = One(files, "folders.yaml") ?? layers;
            if (ours && Under(files, "verdicts/") is { Count: > 0 } own) verdicts = own;
            var prefix = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) == "ProblemMap" ? "ProblemMap/" : "";
            pages.AddRange(files.Where(f => f.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && !(ours && (f.Path is "README.md" or Template.FileName || NotPages.Any(n => f.Path.StartsWith(n, StringComparison.Ordinal)))))
                .Select(f => f with { Path = prefix + (ours && f.Path.StartsWith("pages/", StringComparison.Ordinal) ? f.Path["pages/".Length..] : f.Path) }));
        }

        if (folders.Count > 0 && pages.Count == 0) notes.Add(Notes.NoKnowledge(new Place(string.Join(", ", folders))));
        if (pages.Count == 0) pages = teachers;
        var hash = Name([pages, teachers, verdicts, [.. new[] { rules, layers }.OfType<KnowledgeFile>()]]);
        var places = string.Join('\n', folders.Prepend(shipped).Select(Path.GetFullPath));
        return new KnowledgeFiles(shipped, pages, teachers, verdicts, rules, layers, hash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hash + places))));
    }

    /// <summary>The Markdown files of one folder of a library, such as cards/.</summary>
    public static IReadOnlyList<KnowledgeFile> In(string home, string folder, List<Note> notes) => Under(Below(Path.Combine(home, folder), notes), "");

    /// <summary>One file; null, and said where it is there but cannot be read.</summary>
    public static KnowledgeFile? Single(string folder, string name, List<Note> notes)
    {
        var file = System.IO.Path.Combine(folder, name);
        try
        {
            return System.IO.File.Exists(file) ? new KnowledgeFile(System.IO.Path.GetFileName(name), file, System.IO.File.ReadAllBytes(file)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            notes.Add(Notes.CannotRead(new Place(file), e.Message.TrimEnd('.')));
            return null;
        }
    }

    private static List<KnowledgeFile> Below(string folder, List<Note> notes)
    {
        if (!Directory.Exists(folder)) return [];
        var files = new List<KnowledgeFile>();
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.System };
        foreach (var file in Directory.EnumerateFiles(folder, "*", options).Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (path.Split('/').Any(p => p.StartsWith('.')) || Path.GetExtension(path).ToLowerInvariant() is not (".md" or ".yaml")) continue;
            try
            {
                files.Add(new KnowledgeFile(path, file, File.ReadAllBytes(file)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                notes.Add(Notes.CannotRead(new Place(file), e.Message.TrimEnd('.')));
            }
        }

        return files;
    }

    private static List<KnowledgeFile> Under(List<KnowledgeFile> files, string folder) =>
        [.. files.Where(f => f.Path.StartsWith(folder, StringComparison.Ordinal) && f.Path.EndsWith(".md", StringComparison.Ordinal)).Select(f => f with { Path = f.Path[folder.Length..] })];

    private static KnowledgeFile? One(List<KnowledgeFile> files, string path) => files.FirstOrDefault(f => f.Path == path);

    /// <summary>One hash over paths and bytes: the same knowledge has the same name on every machine.</summary>
    private static string Name(IEnumerable<IReadOnlyList<KnowledgeFile>> groups)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var group in groups)
        {
            foreach (var file in group)
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\0{file.Bytes.Length}\0"));
                hash.AppendData(file.Bytes);
            }

            hash.AppendData("\u0001"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
