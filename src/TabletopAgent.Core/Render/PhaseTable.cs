namespace TabletopAgent.Render;

/// <summary>The probes' numbers, a row a phase.</summary>
internal static class PhaseTable
{
    public static readonly string[] Head = ["probes", "n", "ΔS median", "ΔS p90", "ΔS max", "coverage", "pass rate", "convergent", "from"];

    public static IEnumerable<string[]> Rows(IReadOnlyDictionary<string, PhaseReport> phases)
    {
        foreach (var name in Wording.Phases)
            if (phases.TryGetValue(name, out var p) && p.N > 0)
                yield return
                [
                    name, Wording.Number(p.N), Wording.Number(p.DsMedian), Wording.Number(p.DsP90), Wording.Number(p.DsMax), Wording.Number(p.CoverageMedian),
                    Wording.Percent(p.CoveragePassRate), Wording.Percent(p.ConvergentRate), From(p),
                ];
    }

    public static void Write(TextWriter to, IReadOnlyDictionary<string, PhaseReport> phases, Ink ink) => TextTable.Write(to, Head, Rows(phases), ink);

    private static string From(PhaseReport p)
    {
        var from = string.Join(" ", new[] { p.Kind, p.Embedder }.Where(s => s is not null));
        if (p.Kind == "dense" && p.DsReported is { } said) from += $", reported {Wording.Number(said)}";
        return p.Unverified ? $"{from}, unverified".TrimStart(',', ' ') : from;
    }
}
