namespace TabletopAgent.Render;

/// <summary>The exercise in ten seconds: the verdict, a line for each dimension, and the one thing to do next.</summary>
internal static class ScorecardText
{
    public static void Write(Report report, TextWriter to, Ink ink)
    {
        to.Write($"{ink.Verdict(report.Overall, ink.Bold + Wording.Title(Untrusted.OneLine(report.Overall)))}  {Untrusted.OneLine(report.Id ?? "exercise")}\n");
        foreach (var (key, name) in Wording.Dimensions)
        {
            if (!report.Dimensions.TryGetValue(key, out var d)) continue;
            var said = key switch { "rto" => Figure(report.Status.Rto), "rpo" => Figure(report.Status.Rpo), _ => d.Value is null ? "" : Wording.Measured(d) };
            to.Write($"  {Column.Pad(name, 9)}  {ink.Verdict(d.Verdict, Column.Pad(d.Verdict, 10))}  {Untrusted.OneLine(said)}".TrimEnd() + "\n");
        }

        Column.Write(to, "  next: ", report.Status.NextFix);
    }

    /// <summary>"42m of 60m (pass)" without the verdict, which stands beside it.</summary>
    private static string Figure(string status) => status.StartsWith("unmeasured", StringComparison.Ordinal) ? "" : status[..status.LastIndexOf(" (", StringComparison.Ordinal)];
}
