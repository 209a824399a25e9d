using System.Globalization;
using TabletopAgent.Render;

namespace TabletopAgent.Tests.Diagnose;

/// <summary>What an expect.md says that a report must say. cases/README.md lists its keys.</summary>
internal static class Expectation
{
    /// <summary>Lines of the form "- key: value"; the rest is for readers.</summary>
    public static IReadOnlyList<(string Key, string Value)> Of(string file) =>
        [.. File.ReadLines(file).Where(l => l.StartsWith("- ", StringComparison.Ordinal)).Select(l => l[2..].Split(':', 2)).Select(p => (p[0].Trim(), p[1].Trim()))];

    /// <summary>Where the report is not what the file expects.</summary>
    public static IEnumerable<string> Differences(string file, Report report) => Of(file).SelectMany(e => Differs(e.Key, e.Value, report).Select(d => $"{e.Key}: {d}"));

    private static IEnumerable<string> Differs(string key, string value, Report report)
    {
        var d = report.Diagnosis;
        return key switch
        {
            "verdict" => Same(value, d.Verdict),
            "layer" => Same(value, report.Status.Layer),
            "second layer" => Same(value, report.Status.SecondLayer),
            "runner up" => Same(value, d.RunnerUp?.Layer),
            "confidence" => Same(value, report.Status.Confidence),
            "first seen" => Same(value, d.Layers.Count > 0 ? d.Layers[0].FirstSeen : null),
            "pages" when value == "none" => d.Pages.Select(p => $"names {p.Id}"),
            "pages" => Each(value, "pages", p => d.Pages.Any(q => q.Id == p), string.Join(", ", d.Pages.Select(p => p.Id))),
            "steps say" => Each(value, "steps", Within(string.Join('\n', d.Steps.Select(s => s.Text))), string.Join(" / ", d.Steps.Select(s => s.Text))),
            "actions say" => Each(value, "actions", Within(string.Join('\n', d.Actions.Select(a => a.Do))), string.Join(" / ", d.Actions.Select(a => a.Do))),
            "next fix says" => Each(value, "next_fix", Within(report.Status.NextFix), report.Status.NextFix),
            "evidence says" => Each(value, "evidence", Within(string.Join('\n', d.Layers.SelectMany(l => l.For).Select(e => e.Text))), string.Join(" / ", d.Layers.SelectMany(l => l.For).Select(e => e.Text))),
            "asks" => d.Ask.Count > 0 ? [] : ["asks nothing"],
            "notes" => Each(value, "notes", c => report.Notes.Any(n => n.Code == c), string.Join(", ", report.Notes.Select(n => n.Code).Distinct())),
            "ΔS median" => Same(value, Number(report.Status.DeltaSMedian)),
            "coverage median" => Same(value, Number(report.Status.CoverageMedian)),
            "overall" => Same(value, report.Overall),
            "status RTO" => Same(value, report.Status.Rto),
            "status RPO" => Same(value, report.Status.Rpo),
            "checks held" => Same(value, $"{report.Checks.Count(c => c.Held == true)} of {report.Checks.Count}"),
            "findings" => Each(value, "findings", f => report.Findings.Any(g => g.Id == f), string.Join(", ", report.Findings.Select(f => f.Id))),
            "what if says" => report.Findings.Where(f => f.Kind == "counterfactual").ToList() is var all && all.Exists(f => f.Text == value) ? [] : [$"what if without {value}: {string.Join(" / ", all.Select(f => f.Text))}"],
            "nowhere says" => Own(report) is var own ? value.Split(',', StringSplitOptions.TrimEntries).Where(w => own.Contains(w, StringComparison.OrdinalIgnoreCase)).Select(w => $"\"{w}\" is said") : [],
            _ when key.EndsWith(Says, StringComparison.Ordinal) && report.Dimensions.TryGetValue(key[..^Says.Length], out var said) => Each(value, "reason", Within(said.Reason), said.Reason),
            _ when report.Dimensions.TryGetValue(key, out var dimension) => Same(value, dimension.Verdict),
            _ => ["no such key; cases/README.md lists them"],
        };
    }

    /// <summary>What the program says in its own voice: everything but quotes of the input.</summary>
    private static string Own(Report report) => string.Join('\n',
        [StatusJson.Of(report with { Status = report.Status with { Notes = [] } }), .. report.Diagnosis.Steps.Select(s => s.Text), .. report.Diagnosis.Ask, report.Diagnosis.Reason, .. report.Dimensions.Values.Select(v => v.Reason)]);

    private static string? Number(double? value) => value is { } v ? Math.Round(v, 4).ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>"a or b" is met by either, "none" by nothing.</summary>
    private static IEnumerable<string> Same(string expected, string? actual) =>
        Either(expected).Any(e => e == "none" ? actual is null : e == actual) ? [] : [$"expected {expected}, is {actual ?? "none"}"];

    /// <summary>Everything between commas must be there, each in one of its wordings.</summary>
    private static IEnumerable<string> Each(string value, string what, Func<string, bool> has, string all) =>
        value.Split(',', StringSplitOptions.TrimEntries).Where(v => !Either(v).Any(has)).Select(v => $"{what} without {v}: {all}");

    private static Func<string, bool> Within(string text) => words => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    private const string Says = " says";

    private static string[] Either(string value) => value.Split(" or ", StringSplitOptions.TrimEntries);
}
