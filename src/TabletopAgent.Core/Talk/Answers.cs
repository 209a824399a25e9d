using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Play;
using TabletopAgent.Render;
using TabletopAgent.Text;

namespace TabletopAgent.Talk;

/// <summary>What is known when somebody asks.</summary>
/// <param name="Suppose">The report over the log and events that did not happen.</param>
internal sealed record Known(Report Report, IReadOnlyList<Event> Events, KnowledgeBase Knowledge, Func<IReadOnlyList<Event>, Report> Suppose);

/// <summary>Answers that no command of the exercise gives: what fails, what to do, what a page says. All of it is the report's or a page's.</summary>
internal static class Answers
{
    private const int MostEvidence = 4, MostFound = 6, MostListed = 20;

    private static readonly Dictionary<string, Func<string, Known, string>> All = new(StringComparer.Ordinal)
    {
        ["failing"] = (_, k) => Failing(k.Report),
        ["why-not"] = (t, k) => WhyNot(t, k.Report),
        ["fix"] = (_, k) => Fix(k.Report),
        ["steps"] = (_, k) => Steps(k.Report.Diagnosis),
        ["actions"] = (_, k) => Actions(k.Report.Diagnosis),
        ["need"] = (_, k) => Need(k.Report),
        ["page"] = Pages.Open,
        ["find"] = Find,
        ["list"] = (t, k) => List(t, k.Events),
        ["probes"] = (_, k) => ProbeTable.Of(k.Report, k.Events),
        ["what-if"] = (t, k) => Supposition.Of(t, k),
        ["hello"] = (_, k) => $"Here. {k.Events.Count} events, scorecard {k.Report.Overall}. Ask what is failing, or say what you see; \"help\" lists the rest.",
        ["thanks"] = (_, _) => "Any time. \"what next\" tells the next step.",
    };

    public static IEnumerable<string> Names => All.Keys;

    /// <returns>The answer; null where this is none of these commands.</returns>
    public static string? Of(Command command, Known known) => All.TryGetValue(command.Name, out var answer) ? answer(command.Text, known) : null;

    private static string Failing(Report report)
    {
        var d = report.Diagnosis;
        var lines = new List<string> { $"{Wording.Title(d.Verdict)}  {Wording.Headline(d)}" };
        if (d.Reason.Length > 0) lines.Add($"  {d.Reason}");
        foreach (var layer in d.Layers)
        {
            lines.AddRange(layer.For.Take(MostEvidence).Select(e => $"  + {e.Text} ({e.Place})"));
            lines.AddRange(layer.Against.Take(MostEvidence).Select(e => $"  - {e.Text} ({e.Place})"));
            lines.AddRange(layer.RefutedBy.Take(1).Select(r => $"  wrong if: {r}"));
        }

        if (d.RunnerUp is { } other) lines.Add($"  not {other.Layer}: {other.WhyNot}");
        lines.AddRange(d.Ask.Take(3).Select(a => $"  ? {a}"));
        if (d.Pages.Count > 0) lines.Add($"Open: {d.Pages[0].Section} (\"show the page\")");
        lines.Add($"Next: {report.Status.NextFix}");
        return string.Join('\n', lines);
    }

    private static string WhyNot(string layer, Report report)
    {
        var d = report.Diagnosis;
        if (layer.Length == 0) layer = d.RunnerUp?.Layer ?? "";
        if (d.Layers.FirstOrDefault(l => l.Layer == layer) is { } it)
            return string.Join('\n', [$"It is {layer}, as far as the log tells ({it.Confidence} confidence).", .. it.For.Take(MostEvidence).Select(e => $"  + {e.Text} ({e.Place})"), .. it.RefutedBy.Select(r => $"  wrong if: {r}")]);
        if (d.RunnerUp is { } other && (layer.Length == 0 || other.Layer == layer)) return $"Not {other.Layer}: {other.WhyNot}";
        var lines = new List<string> { layer.Length == 0 ? "No other layer has evidence in this log." : $"Nothing in this log speaks for {layer} more than for what was chosen: {Wording.Headline(d)}." };
        lines.AddRange(d.Layers.SelectMany(l => l.RefutedBy.Select(r => $"  {l.Layer} is wrong if: {r}")));
        lines.AddRange(d.Ask.Select(a => $"  ? {a}"));
        return string.Join('\n', lines);
    }

    private static string Fix(Report report)
    {
        var lines = new List<string> { $"Next: {report.Status.NextFix}" };
        if (report.Diagnosis.Steps is [var step, ..] && report.Status.NextFix.StartsWith(step.Text, StringComparison.Ordinal)) lines.AddRange(Around(step, "  "));
        if (report.Diagnosis.Ask.Count > 1) lines.AddRange(report.Diagnosis.Ask.Skip(1).Take(2).Select(a => $"  ? {a}"));
        if (report.Diagnosis.Steps.Count > 1) lines.Add($"\"steps\" shows all {report.Diagnosis.Steps.Count}, \"actions\" the routing and cache actions with their proofs.");
        return string.Join('\n', lines);
    }

    private static string Steps(DiagnosisReport d)
    {
        if (d.Steps.Count == 0) return string.Join('\n', ["No steps yet: the failing layer is not known.", .. d.Ask.Select(a => $"  ? {a}")]);
        var lines = new List<string>();
        foreach (var (i, step) in d.Steps.Index())
        {
            lines.Add($"{i + 1}. {step.Text} [{step.Section}]");
            lines.AddRange(Around(step, "   "));
        }

        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Around(StepReport step, string lead)
    {
        if (step.Precondition is { } before) yield return $"{lead}before: {before}";
        if (step.Expect is { } expect) yield return $"{lead}expect: {expect}";
        yield return $"{lead}undo:   {Wording.Undo(step.Reversible)}";
    }

    private static string Actions(DiagnosisReport d) => d.Actions.Count == 0
        ? "No actions yet: the failing layer is not known. \"what do you need\" lists what would decide it."
        : string.Join('\n', d.Actions.SelectMany(a => new[] { $"{a.Area}: {a.Do}", $"   proof: {a.Proof}" }));

    private static string Need(Report report)
    {
        var lines = report.Diagnosis.Ask.Select(a => $"  ? {a}").ToList();
        lines.AddRange(Wording.Dimensions.Where(n => report.Dimensions.TryGetValue(n.Key, out var d) && d.Verdict != "pass").Select(n => $"  {n.Name} {report.Dimensions[n.Key].Verdict}: {report.Dimensions[n.Key].Reason}"));
        return lines.Count == 0 ? "Nothing: all six dimensions pass." : string.Join('\n', lines.Prepend("What would help:"));
    }

    private static string Find(string words, Known known)
    {
        var hits = Pages.Found(words, known.Knowledge).Take(MostFound).ToList();
        return hits.Count == 0 ? "No page speaks of this; try other words for what is seen." : string.Join('\n', [.. hits.Select(p => $"{p.Id}  {p.Title}"), $"\"open page {hits[0].Id}\" shows the first."]);
    }

    private static string List(string type, IReadOnlyList<Event> events)
    {
        var told = Announcement.Of([.. events.Where(e => e.Type == type)]).Select(e => $"#{e.Entry.Seq?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–"}  {e.Entry.At?.UtcDateTime.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)}  {e.Line}").ToList();
        if (told.Count == 0) return $"No {type} is in the log yet.";
        return string.Join('\n', told.Count > MostListed ? told.TakeLast(MostListed).Prepend($"… {told.Count - MostListed} earlier") : told);
    }
}
