using TabletopAgent.Exercises;
using TabletopAgent.Facts;
using TabletopAgent.Render;

namespace TabletopAgent.Talk;

/// <summary>What if: the report over the log and something that did not happen. Nothing of it is logged.</summary>
internal static class Supposition
{
    private static readonly Dictionary<string, string> Probed = new(StringComparer.Ordinal) { ["coverage"] = "coverage", ["delta_s"] = "ΔS_q_r" };

    public static string Of(string said, Known known)
    {
        if (said.Length == 0 || Earlier(said)) return Sooner(known.Report);
        var place = new Place("what if");
        var facts = FactReader.Read(said, place);
        var probe = facts.Where(f => f.Number is not null && Probed.ContainsKey(f.Name)).DistinctBy(f => f.Name).ToList();
        var at = known.Events.Select(e => e.At).Max();
        Event assumed = probe.Count > 0
            ? Event.Of("probe", place, [("phase", "post"), ("probe_id", "what-if"), .. probe.Select(f => (Probed[f.Name], (object?)f.Number))])
            : Event.Of("symptom", place, ("text", said));
        var then = known.Suppose([.. known.Events, assumed with { At = at }]);
        return string.Join('\n', [$"If {said.TrimEnd('?', ' ')}:", .. Changes(known.Report, then), "Nothing was logged."]);
    }

    private static bool Earlier(string said) => said.Contains("earlier", StringComparison.OrdinalIgnoreCase) || said.Contains("sooner", StringComparison.OrdinalIgnoreCase);

    /// <summary>Decisions and changes that could have come earlier; the report has worked them out.</summary>
    private static string Sooner(Report report)
    {
        var found = report.Findings.Where(f => f.Kind == "counterfactual").Select(f => $"  {f.Text}").ToList();
        return found.Count > 0 ? string.Join('\n', found.Prepend("What would have come of it:"))
            : "No earlier decision or change would have turned a missed RTO in this log. Suppose something: \"what if coverage rises to 0.8\".";
    }

    private static List<string> Changes(Report now, Report then)
    {
        var lines = new List<string>();
        Add("layer", Wording.Headline(now.Diagnosis), Wording.Headline(then.Diagnosis));
        Add("ΔS median", Wording.Number(now.Status.DeltaSMedian), Wording.Number(then.Status.DeltaSMedian));
        Add("coverage median", Wording.Number(now.Status.CoverageMedian), Wording.Number(then.Status.CoverageMedian));
        foreach (var (key, name) in Wording.Dimensions)
            if (now.Dimensions.TryGetValue(key, out var before) && then.Dimensions.TryGetValue(key, out var after))
                Add(name, before.Verdict, before.Verdict == after.Verdict ? before.Verdict : $"{after.Verdict}: {after.Reason}");
        Add("overall", now.Overall, then.Overall);
        Add("next", now.Status.NextFix, then.Status.NextFix);
        return lines.Count > 0 ? lines : ["  nothing changes: neither the layer, nor a verdict, nor the next step."];

        void Add(string what, string before, string after)
        {
            if (before != after) lines.Add($"  {what}: {before} → {after}");
        }
    }
}
