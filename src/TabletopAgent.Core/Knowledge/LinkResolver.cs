namespace TabletopAgent.Knowledge;

/// <summary>Finds the page a link means. Names exist more than once, so a guess is made only where a single page can be meant, and said.</summary>
internal sealed class LinkResolver
{
    private static readonly string[] Homes =
        ["https://github.com/onestardao/WFGY/blob/main/", "https://github.com/onestardao/WFGY/tree/main/", "https://github.com/onestardao/WFGY/raw/main/",
         "https://raw.githubusercontent.com/onestardao/WFGY/main/"];

    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _folded = new(StringComparer.Ordinal);

    /// <param name="ids">Ids of all pages of a folder: their paths without .md.</param>
    public LinkResolver(IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            _paths[id] = id;
            var name = Fold(Name(id));
            if (!_folded.TryGetValue(name, out var list)) _folded[name] = list = [];
            list.Add(id);
        }
    }

    /// <param name="from">Id of the page with the link.</param>
    /// <param name="target">The link as written.</param>
    /// <returns>The page meant and how it was found ("" when the path is right); null for a link that leaves the folder or leads nowhere.</returns>
    public (string Id, string How)? Resolve(string from, string target)
    {
        if (Path(from, target) is not { } path) return null;
        if (_paths.TryGetValue(path, out var id)) return (id, "");
        if (_paths.TryGetValue($"{path}/README", out id)) return (id, "folder");
        if (!_folded.TryGetValue(Fold(Name(path)), out var same)) return null;
        var folder = Folder(path);
        var near = same.Where(p => Folder(p) == folder).ToList();
        if (near.Count == 1) return (near[0], "spelling");
        var home = same.Where(p => Folder(p) == Folder(from)).ToList();
        if (home.Count == 1) return (home[0], "same folder");
        return same.Count == 1 ? (same[0], "file name") : null;
    }

    /// <summary>Whether the link means a page of the folder at all, so that not finding it is worth a note.</summary>
    public static bool Inside(string from, string target) => Path(from, target) is { } path && (target.Contains(".md", StringComparison.Ordinal) || path.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'));

    private static string? Path(string from, string target)
    {
        foreach (var home in Homes)
        {
            if (!target.StartsWith(home, StringComparison.OrdinalIgnoreCase)) continue;
            target = "/" + target[home.Length..];
            break;
        }

        if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal) || target.StartsWith('#')) return null;
        var end = target.AsSpan().IndexOfAny('#', '?');
        if (end >= 0) target = target[..end];
        if (target.Length == 0) return null;
        target = Uri.UnescapeDataString(target);
        var parts = new List<string>();
        if (!target.StartsWith('/')) parts.AddRange(Folder(from).Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                if (parts.Count == 0) return null;
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".") parts.Add(part);
        }

        if (parts.Count == 0) return null;
        if (parts[^1].EndsWith(".md", StringComparison.OrdinalIgnoreCase)) parts[^1] = parts[^1][..^3];
        return string.Join('/', parts);
    }

    private static string Folder(string path) => path.LastIndexOf('/') is var i and >= 0 ? path[..i] : "";

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string Fold(string name) => name.Replace('_', '-').ToLowerInvariant();
}
