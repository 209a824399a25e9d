using TabletopAgent.Measure;

namespace TabletopAgent.Knowledge;

/// <summary>Answers what measuring asks of the knowledge. Nothing is read from disk before somebody asks.</summary>
internal sealed class ReferenceDesk
{
    private const string Repository = "ProblemMap/";
    private static readonly string[] Homes = ["", Repository, Repository + "GlobalFixMap/"];

    private readonly Func<KnowledgeBase> _load;
    private readonly Lazy<(LinkResolver Known, HashSet<string> Missing)> _paths;
    private readonly Lazy<Dictionary<string, bool?>> _safety;
    private readonly Dictionary<string, LinkStanding> _standing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<(string, string)>> _checks = new(StringComparer.Ordinal);

    public ReferenceDesk(Func<KnowledgeBase> load)
    {
        _load = load;
        _safety = new(() => Files(SafetyBook.Folder).SelectMany(f => SafetyBook.Read(f, [])).GroupBy(p => p.Id).ToDictionary(g => g.Key, g => (bool?)g.First().Answerable, StringComparer.Ordinal));
        _paths = new(() => (new LinkResolver(Upstream()), [.. load().Teachers.SelectMany(t => t.Missing).Select(Name)]));
    }

    public References References => new(Standing, Checks, id => _safety.Value.GetValueOrDefault(id));

    private LinkStanding Standing(string reference) =>
        _standing.TryGetValue(reference, out var known) ? known : _standing[reference] = Find(reference);

    /// <param name="reference">A page id, a section of one, a path of the repository or its address.</param>
    private LinkStanding Find(string reference)
    {
        var knowledge = _load();
        var page = reference.Split('#', 2)[0].TrimEnd('/');
        if (page.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) page = page[..^3];
        if (page.StartsWith("knowledge/pages/", StringComparison.Ordinal)) page = page["knowledge/pages/".Length..];
        if (knowledge.Find(page) is not null || knowledge.Teacher(page.Replace('_', '-')) is not null) return LinkStanding.Resolves;
        var (known, missing) = _paths.Value;
        // Written from the root, or from one of the two folders that people leave out. A guess by file name could mean their own runbook.
        if (Homes.Any(home => known.Resolve("", reference.Contains("://", StringComparison.Ordinal) ? reference : home + reference) is { How: "" })) return LinkStanding.Resolves;
        var inside = reference.StartsWith(Repository, StringComparison.Ordinal) || reference.Contains("github.com/onestardao/WFGY/", StringComparison.OrdinalIgnoreCase);
        return inside || missing.Contains(Name(reference.Split('#', 2)[0])) ? LinkStanding.Dead : LinkStanding.Unchecked;
    }

    private IReadOnlyList<(string Id, string Text)> Checks(string scenario)
    {
        if (_checks.TryGetValue(scenario, out var known)) return known;
        var found = Files("scenarios").Where(f => Path.GetFileNameWithoutExtension(f.Path) == scenario).Select(f => Scenario.Read(f, [])).OfType<Scenario>().FirstOrDefault();
        return _checks[scenario] = [.. (found?.Checks ?? []).Select(c => (c.Id, c.Text))];
    }

    private IEnumerable<KnowledgeFile> Files(string folder) => _load().Homes.SelectMany(home => KnowledgeFiles.In(home, folder, []));

    private IEnumerable<string> Upstream()
    {
        foreach (var home in _load().Homes)
        {
            var list = Path.Combine(home, "upstream-paths.txt");
            if (!File.Exists(list)) continue;
            try
            {
                return [.. File.ReadAllLines(list).Select(l => l.Trim()).Where(l => l.EndsWith(".md", StringComparison.Ordinal)).Select(l => l[..^3])];
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue;
            }
        }

        return [];
    }

    private static string Name(string path)
    {
        var name = path.TrimEnd('/');
        name = name[(name.LastIndexOf('/') + 1)..];
        return name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
    }
}
