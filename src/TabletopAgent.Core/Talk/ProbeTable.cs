using TabletopAgent.Exercises;
using TabletopAgent.Measure;
using TabletopAgent.Render;

namespace TabletopAgent.Talk;

/// <summary>The probes' numbers by phase, and ΔS of each probe as a line of bars: a higher bar is further from the answer.</summary>
internal static class ProbeTable
{
    private const string Bars = "▁▂▃▄▅▆▇█";
    private const int Widest = 60;

    public static string Of(Report report, IReadOnlyList<Event> events)
    {
        if (!PhaseTable.Rows(report.Probes).Any()) return "No probes yet: /probe FILE baseline reads some.";
        using var table = new StringWriter();
        PhaseTable.Write(table, report.Probes, Ink.None);
        foreach (var phase in ProbeBoard.Of(events, Targets.Default).Phases)
            if (Spark([.. phase.DeltaS.Probes.Select(p => p.Value).OfType<double>()]) is { Length: > 0 } spark) table.Write($"  ΔS {phase.Phase.ToString().ToLowerInvariant(),-8}  {spark}\n");
        return table.ToString().TrimEnd('\n');
    }

    /// <summary>Shares of 0 to 1 in the order given; the latest, where there are too many.</summary>
    public static string Spark(IReadOnlyList<double> values) =>
        string.Concat(values.TakeLast(Widest).Select(v => Bars[(int)Math.Clamp(Math.Round(v * (Bars.Length - 1)), 0, Bars.Length - 1)]));
}
