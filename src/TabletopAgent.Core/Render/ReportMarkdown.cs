using System.Text;

namespace TabletopAgent.Render;

/// <summary>The report as Markdown, for a ticket or a retro. Strangers' words stay words: no link, picture or tag comes out of them.</summary>
internal static class ReportMarkdown
{
    public static void Write(Report report, TextWriter to)
    {
        var d = report.Diagnosis;
        Line(to, $"# {Wording.Title(d.Verdict)}: {Words(Wording.Headline(d))}");
        if (d.Reason.Length > 0) Line(to, $"\n{Words(d.Reason)}");

        foreach (var layer in d.Layers)
        {
            Line(to, $"\n## Why {Words(layer.Layer)}\n");
            foreach (var e in layer.For) Line(to, $"- for: {Words(e.Text)} ({e.Kind}, {Words(e.Place)})");
            foreach (var e in layer.Against) Line(to, $"- against: {Words(e.Text)} ({e.Kind}, {Words(e.Place)})");
            if (layer.FirstSeen is { } first) Line(to, $"- first seen: {Words(first)}");
            foreach (var r in layer.RefutedBy) Line(to, $"- wrong if: {Words(r)}");
        }

        if (d.RunnerUp is { } other) Line(to, $"\n## Why not {Words(other.Layer)}\n\n{Words(other.WhyNot)}");
        List(to, "What would decide it", d.Ask.Select(Words));
        List(to, "Pages to open", d.Pages.Select(Page));
        Steps(d, to);
        List(to, "Routing and cache actions", d.Actions.Select(a => $"**{Words(a.Area)}**: {Words(a.Do)}\n  - proof: {Words(a.Proof)}"));
        Scorecard(report, to);
        foreach (var (title, head, rows) in ExerciseTables.Of(report))
            if (rows.Count > 0) Table(to, title, head, rows);
        var probes = PhaseTable.Rows(report.Probes).ToList();
        if (probes.Count > 0) Table(to, "Probes", PhaseTable.Head, probes);
        List(to, "What the bars of ΔS mean", report.Calibration is { } c ? CalibrationText.Lines(c).Select(Words) : []);
        foreach (var (title, findings) in Wording.Findings(report.Findings)) List(to, title, findings.Select(f => Words(f.Text)));
        List(to, "Notes on the input", report.Notes.Select(n => $"{Words(n.File)}{(n.Line is { } l ? $":{l}" : "")}: {n.Severity} {n.Code}: {Words(n.Text)}"));
        Line(to, $"\n## Status\n\n```json\n{StatusJson.Of(report)}\n```");
    }

    /// <summary>Text as itself in Markdown: every character that could begin markup is escaped.</summary>
    public static string Words(string text)
    {
        var plain = Untrusted.OneLine(text);
        var safe = new StringBuilder(plain.Length + 8);
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            // Inside a word an underscore is no markup, and write_error_pct should stay legible.
            var inWord = c == '_' && i > 0 && i + 1 < plain.Length && char.IsLetterOrDigit(plain[i - 1]) && char.IsLetterOrDigit(plain[i + 1]);
            var opens = i == 0 && (c == '#' || c is '-' or '+' && plain.Length > 1 && plain[1] == ' ');
            if (opens || c is '\\' or '`' or '*' or '[' or ']' or '<' or '>' or '|' or '&' or '~' or '_' && !inWord)
                safe.Append('\\');
            safe.Append(c);
        }

        return safe.ToString();
    }

    private static string Page(PageReference p) =>
        p.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? $"[{Words(p.Title)}](<{address.AbsoluteUri}>) {Words(p.Section)}"
            : $"{Words(p.Title)} {Words(p.Section)}";

    private static void Steps(DiagnosisReport d, TextWriter to)
    {
        if (d.Steps.Count == 0) return;
        Line(to, "\n## Minimal steps\n");
        for (var i = 0; i < d.Steps.Count; i++)
        {
            var s = d.Steps[i];
            var under = new string(' ', $"{i + 1}. ".Length);
            Line(to, $"{i + 1}. {Words(s.Text)}");
            if (s.Precondition is { } before) Line(to, $"{under}- before: {Words(before)}");
            if (s.Expect is { } expect) Line(to, $"{under}- expect: {Words(expect)}");
            Line(to, $"{under}- undo: {Wording.Undo(s.Reversible)}; from {Words(s.Section)}");
        }
    }

    private static void Scorecard(Report report, TextWriter to) => Table(
        to, $"Scorecard: {Words(report.Overall)}", ["dimension", "verdict", "measured", "reason"],
        from x in Wording.Dimensions
        where report.Dimensions.ContainsKey(x.Key)
        let d = report.Dimensions[x.Key]
        select new[] { x.Name, d.Verdict, Wording.Measured(d), d.Reason });

    private static void Table(TextWriter to, string title, string[] head, IEnumerable<string[]> rows)
    {
        Line(to, $"\n## {title}\n\n| {string.Join(" | ", head)} |\n|{string.Concat(head.Select(_ => "---|"))}");
        foreach (var row in rows) Line(to, $"| {string.Join(" | ", row.Select(Words))} |");
    }

    private static void List(TextWriter to, string title, IEnumerable<string> items)
    {
        var open = false;
        foreach (var item in items)
        {
            if (!open) Line(to, $"\n## {title}\n");
            open = true;
            Line(to, $"- {item}");
        }
    }

    private static void Line(TextWriter to, string text)
    {
        to.Write(text);
        to.Write('\n');
    }
}
