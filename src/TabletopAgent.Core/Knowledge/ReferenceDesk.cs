using System.Collections.Concurrent;
using TabletopAgent.Measure;

namespace TabletopAgent.Knowledge;

/// <summary>Answers what measuring asks of the knowledge, the same for every exercise. Nothing is read from disk before somebody asks.</summary>
internal sealed class ReferenceDesk
{
    private const string Repository = "ProblemMap/";
    private static readonly string[] Homes = ["", Repository, Repository + "GlobalFixMap/"];

    private readonly KnowledgeBase _knowledge;
    private readonly Lazy<(LinkResolver Known, HashSet<string> Missing)> _paths;
    private readonly Lazy<Dictionary<string, bool?>> _safety;
    private readonly ConcurrentDictionary<string, LinkStanding> _standing = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<(string, string)>> _checks = new(StringComparer.Ordinal);

    public ReferenceDesk(KnowledgeBase knowledge)
    {
        _knowledge = knowledge;
        _safety = new(() => Files(SafetyBook.Folder).SelectMany(f => SafetyBook.Read(f, [])).GroupBy(p => p.Id).ToDictionary(g => g.Key, g => (bool?)g.First().Answerable, StringComparer.Ordinal));
        _paths = new(() => (new LinkResolver(Upstream()), [.. knowledge.Teachers.SelectMany(t => t.Missing).Select(Name)]));
    }

    /// <param name="load">Knowledge that may still be on its way: it is waited for once something is asked.</param>
    public static References Of(Func<KnowledgeBase> load) =>
        new(reference => load().Desk.Standing(reference), scenario => load().Desk.Checks(scenario), id => load().Desk._safety.Value.GetValueOrDefault(id));

    private LinkStanding Standing(string reference) => _standing.GetOrAdd(reference, Find);

    /// <param name="reference">A page id, a section of one, a path of the repository or its address.</param>
    private LinkStanding Find(string reference)
    {
        var page = reference.Split('#', 2)[0].TrimEnd('/');
        if (page.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) page = page[..^3];
        if (page.StartsWith("knowledge/pages/", StringComparison.Ordinal)) page = page["knowledge/pages/".Length..];
        if (_knowledge.Find(page) is not null || _knowledge.Teacher(page.Replace('_', '-')) is not null) return LinkStanding.Resolves;
        var (known, missing) = _paths.Value;
        // Written from the root, or from one of the two folders that people leave out. A guess by file name could mean their own runbook.
        if (Homes.Any(home => known.Resolve("", reference.Contains("://", StringComparison.Ordinal) ? reference : home + reference) is { How: "" })) return LinkStanding.Resolves;
        var inside = reference.StartsWith(Repository, StringComparison.Ordinal) || reference.Contains("github.com/onestardao/WFGY/", StringComparison.OrdinalIgnoreCase);
        return inside || missing.Contains(Name(reference.Split('#', 2)[0])) ? LinkStanding.Dead : LinkStanding.Unchecked;
    }

    private IReadOnlyList<(string Id, string Text)> Checks(string scenario) => _checks.GetOrAdd(scenario, ChecksOf);

    private IReadOnlyList<(string Id, string Text)> ChecksOf(string scenario)
    {
        var found = Files("scenarios").Where(f => Path.GetFileNameWithoutExtension(f.Path) == scenario).Select(f => Scenario.Read(f, [])).OfType<Scenario>().FirstOrDefault();
        return [.. (found?.Checks ?? []).Select(c => (c.Id, c.Text))];
    }

    private IEnumerable<KnowledgeFile> Files(string folder) => _knowledge.Homes.SelectMany(home => KnowledgeFiles.In(home, folder, []));

    private IEnumerable<string> Upstream()
    {
        foreach (var home in _knowledge.Homes)
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
