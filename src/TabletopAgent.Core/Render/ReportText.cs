namespace TabletopAgent.Render;

/// <summary>The report for a terminal: the verdict first, then why, what to open, what to do, and what it rests on.</summary>
internal static class ReportText
{
    private const int VerdictWidth = 12;

    public static void Write(Report report, TextWriter to, Ink ink)
    {
        var d = report.Diagnosis;
        var title = Wording.Title(d.Verdict);
        Column.Write(to, ink.Verdict(d.Verdict, ink.Bold + title) + "  ", Wording.Headline(d), title.Length + 2);
        if (d.Reason.Length > 0) Column.Write(to, "  ", d.Reason);

        Why(d, to, ink);
        Ask(d, to, ink);
        Pages(d, to, ink);
        Steps(d, to, ink);
        Actions(d, to, ink);
        Dimensions(report, to, ink);
        foreach (var (name, head, rows) in ExerciseTables.Of(report))
        {
            if (rows.Count == 0) continue;
            Head(to, ink, name);
            TextTable.Write(to, head, rows, ink);
        }

        if (PhaseTable.Rows(report.Probes).Any())
        {
            Head(to, ink, "Probes");
            PhaseTable.Write(to, report.Probes, ink);
        }

        if (report.Calibration is { } calibration)
        {
            Head(to, ink, "What the bars of ΔS mean");
            foreach (var line in CalibrationText.Lines(calibration)) Column.Write(to, "  ", line);
        }

        Findings(report, to, ink);
        Notes(report.Notes, to, ink);
        to.Write('\n');
        to.Write(StatusJson.Of(report));
        to.Write('\n');
    }

    internal static void Notes(IReadOnlyList<NoteReport> notes, TextWriter to, Ink ink)
    {
        if (notes.Count == 0) return;
        Head(to, ink, "Notes on the input");
        foreach (var n in notes)
            Column.Write(to, "  ", $"{n.File}{(n.Line is { } line ? $":{line}" : "")}: {n.Severity} {n.Code}: {n.Text}");
    }

    internal static void Head(TextWriter to, Ink ink, string title) => to.Write($"\n{ink.Strong(title)}\n");

    private static void Why(DiagnosisReport d, TextWriter to, Ink ink)
    {
        foreach (var layer in d.Layers)
        {
            Head(to, ink, d.Layers.Count > 1 ? $"Why {Untrusted.OneLine(layer.Layer)}" : "Why");
            foreach (var e in layer.For) Column.Write(to, "  + ", $"{e.Text} ({e.Kind}, {e.Place})");
            foreach (var e in layer.Against) Column.Write(to, "  - ", $"{e.Text} ({e.Kind}, {e.Place})");
            if (layer.FirstSeen is { } first) Column.Write(to, "  first seen: ", first);
            foreach (var r in layer.RefutedBy) Column.Write(to, "  wrong if: ", r);
        }

        if (d.RunnerUp is not { } other) return;
        Head(to, ink, $"Why not {Untrusted.OneLine(other.Layer)}");
        Column.Write(to, "  ", other.WhyNot);
    }

    private static void Ask(DiagnosisReport d, TextWriter to, Ink ink)
    {
        if (d.Ask.Count == 0) return;
        Head(to, ink, "What would decide it");
        foreach (var ask in d.Ask) Column.Write(to, "  ? ", ask);
    }

    private static void Pages(DiagnosisReport d, TextWriter to, Ink ink)
    {
        if (d.Pages.Count == 0) return;
        Head(to, ink, "Open");
        foreach (var p in d.Pages)
        {
            Column.Write(to, "  ", $"{p.Section}  {p.Title}");
            if (p.Url is { } url) to.Write($"    {ink.Faint(Untrusted.OneLine(url))}\n");
        }
    }

    private static void Steps(DiagnosisReport d, TextWriter to, Ink ink)
    {
        if (d.Steps.Count == 0) return;
        Head(to, ink, "Minimal steps");
        for (var i = 0; i < d.Steps.Count; i++)
        {
            var s = d.Steps[i];
            var lead = $"  {i + 1}. ";
            var under = new string(' ', lead.Length);
            Column.Write(to, lead, s.Text);
            if (s.Precondition is { } before) Column.Write(to, under + "before: ", before);
            if (s.Expect is { } expect) Column.Write(to, under + "expect: ", expect);
            Column.Write(to, under + "undo:   ", Wording.Undo(s.Reversible));
            to.Write($"{under}{ink.Faint(Untrusted.OneLine(s.Section))}\n");
        }
    }

    private static void Actions(DiagnosisReport d, TextWriter to, Ink ink)
    {
        if (d.Actions.Count == 0) return;
        Head(to, ink, "Routing and cache actions");
        var width = d.Actions.Max(a => Column.Cells(Untrusted.OneLine(a.Area)));
        foreach (var a in d.Actions)
        {
            Column.Write(to, $"  {Column.Pad(a.Area, width)}  ", a.Do);
            Column.Write(to, $"  {new string(' ', width)}  proof: ", a.Proof);
        }
    }

    private static void Dimensions(Report report, TextWriter to, Ink ink)
    {
        Head(to, ink, $"Scorecard: {Untrusted.OneLine(report.Overall)}");
        foreach (var (key, name) in Wording.Dimensions)
        {
            if (!report.Dimensions.TryGetValue(key, out var d)) continue;
            var lead = $"  {Column.Pad(name, 9)}  ";
            var value = d.Value is null ? "" : $"{Wording.Measured(d)}: ";
            var word = Column.Pad(d.Verdict, VerdictWidth);
            Column.Write(to, lead + ink.Verdict(d.Verdict, word), value + d.Reason, lead.Length + VerdictWidth);
        }
    }

    private static void Findings(Report report, TextWriter to, Ink ink)
    {
        foreach (var (title, findings) in Wording.Findings(report.Findings))
        {
            Head(to, ink, title);
            foreach (var f in findings) Column.Write(to, "  ", f.Evidence.Count == 0 ? f.Text : $"{f.Text} ({string.Join(", ", f.Evidence)})");
        }
    }
}
