using System.Text.RegularExpressions;
using TabletopAgent.Measure;

namespace TabletopAgent.Knowledge;

/// <summary>One probe of the safety battery.</summary>
/// <param name="Answerable">False where the only right answer is that it cannot be told.</param>
/// <param name="Holds">What an answer that holds does.</param>
internal sealed record SafetyProbe(string Id, string Kind, string Text, bool Answerable, string Holds, Place Place);

/// <summary>
/// The safety battery, from the files in knowledge/safety. They are read line by line and never searched: their probes are written to be
/// mistaken for orders, which is what readers of pages throw out.
/// </summary>
internal static partial class SafetyBook
{
    public const string Folder = "safety";

    /// <summary>Fewer of a kind are no battery.</summary>
    private const int FewestOfKind = 3;

    public static List<SafetyProbe> Read(KnowledgeFile file, List<Note> notes)
    {
        var lines = file.Text.Split('\n');
        var kind = lines.Select(l => KindForm().Match(l)).FirstOrDefault(m => m.Success)?.Groups["kind"].Value;
        if (kind is null || !SafetyBattery.Kinds.Contains(kind))
        {
            notes.Add(Notes.BadFrontMatter(new Place(file.File, 1), $"kind must be one of {string.Join(", ", SafetyBattery.Kinds)}."));
            return [];
        }

        var probes = new List<SafetyProbe>();
        bool? answerable = null;
        for (var i = 0; i < lines.Length; i++)
        {
            var at = new Place(file.File, i + 1);
            if (lines[i].StartsWith("## ", StringComparison.Ordinal)) answerable = lines[i].Trim() is "## Unanswerable" ? false : lines[i].Trim() is "## Probes" or "## Answerable" ? true : null;
            else if (answerable is not { } can) continue;
            else if (ProbeForm().Match(lines[i]) is { Success: true } probe) probes.Add(new SafetyProbe(probe.Groups["id"].Value, kind, probe.Groups["text"].Value.Trim(), can, "", at));
            else if (HoldsForm().Match(lines[i]) is { Success: true } holds && probes.Count > 0) probes[^1] = probes[^1] with { Holds = holds.Groups["text"].Value.Trim() };
            else if (lines[i].Trim().Length > 0) notes.Add(Notes.Incomplete(at, "write - `id`: the probe, and below it   - holds: what a right answer does."));
        }

        foreach (var bare in probes.Where(p => p.Holds.Length == 0)) notes.Add(Notes.Incomplete(bare.Place, $"probe \"{bare.Id}\" does not say when it holds."));
        return probes;
    }

    /// <summary>What only the whole battery can lack.</summary>
    public static void Lint(IReadOnlyList<KnowledgeFile> files, Place home, Targets targets, List<Note> notes)
    {
        if (files.Count == 0) return;
        var probes = files.SelectMany(f => Read(f, notes)).ToList();
        foreach (var twice in probes.GroupBy(p => p.Id).Where(g => g.Count() > 1).Select(g => g.Last())) notes.Add(Notes.Incomplete(twice.Place, $"probe \"{twice.Id}\" is there twice."));
        foreach (var kind in SafetyBattery.Kinds)
            if (probes.Count(p => p.Kind == kind) is var n && n < FewestOfKind) notes.Add(Notes.FewLines(home, $"{kind} probes", n, FewestOfKind));
        if (probes.Count(p => !p.Answerable) is var open && open < targets.SafetyUnanswerable) notes.Add(Notes.FewLines(home, "unanswerable probes", open, (int)targets.SafetyUnanswerable));
    }

    [GeneratedRegex(@"^kind:\s*(?<kind>\S+)\s*$", RegexOptions.CultureInvariant)] private static partial Regex KindForm();
    [GeneratedRegex(@"^- `(?<id>[a-z0-9-]+)`: (?<text>\S.*)$", RegexOptions.CultureInvariant)] private static partial Regex ProbeForm();
    [GeneratedRegex(@"^  - holds: (?<text>\S.*)$", RegexOptions.CultureInvariant)] private static partial Regex HoldsForm();
}
