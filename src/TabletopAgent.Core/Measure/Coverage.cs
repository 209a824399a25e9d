using TabletopAgent.Text;

namespace TabletopAgent.Measure;

/// <summary>What a coverage was computed from, best first.</summary>
internal enum CoverageBasis
{
    /// <summary>Character offsets of the retrieved pieces and of the expected text.</summary>
    Offsets,

    /// <summary>The words they share.</summary>
    Tokens,

    /// <summary>A number somebody wrote down.</summary>
    Reported,

    /// <summary>Only whether the section was retrieved at all, 1 or 0: too little to pass.</summary>
    Section,

    None,
}

/// <summary>Coverage of one probe, 0 to 1.</summary>
/// <param name="Value">Median over the runs; null where it cannot be measured.</param>
/// <param name="Presence">For <see cref="CoverageBasis.Section"/>: the share of runs that retrieved the section.</param>
internal sealed record ProbeCoverage(Probe Probe, double? Value, CoverageBasis Basis, double? Presence);

/// <summary>How much of the expected text was retrieved. Fact sheet 1.2.</summary>
internal static class Coverage
{
    public const string Formula = "median over probes of (median over runs of retrieved ∩ expected ÷ expected)";

    public static ProbeCoverage OfProbe(Probe probe)
    {
        // One basis for all runs of a probe: a median of shares of characters and of words would mean nothing.
        var runs = probe.Runs.Where(r => r.Retrieved is not null).ToList();
        if (Over(runs, r => ByOffsets(probe, r)) is { } offsets) return new ProbeCoverage(probe, offsets, CoverageBasis.Offsets, null);
        if (Over(runs, r => ByTokens(probe, r)) is { } tokens) return new ProbeCoverage(probe, tokens, CoverageBasis.Tokens, null);
        var presence = Over(runs, r => Presence(probe, r));
        if (probe.ReportedCoverage is { } reported) return new ProbeCoverage(probe, reported, CoverageBasis.Reported, presence);
        return new ProbeCoverage(probe, null, presence is null ? CoverageBasis.None : CoverageBasis.Section, presence);
    }

    /// <summary>Share of the target's characters that at least one span holds; overlap counts once.</summary>
    public static double? Union(Span target, IEnumerable<Span> spans)
    {
        if (target.Length <= 0) return null;
        long covered = 0;
        var reached = target.Start;
        foreach (var span in spans.OrderBy(s => s.Start).ThenBy(s => s.End))
        {
            var (from, to) = (Math.Max(span.Start, reached), Math.Min(span.End, target.End));
            if (to <= from) continue;
            covered += to - from;
            reached = to;
        }

        return (double)covered / target.Length;
    }

    /// <summary>Share of the target's words found again, each as often as it was retrieved.</summary>
    public static double? Shared(string target, IEnumerable<string> texts)
    {
        var wanted = Words.Of(target);
        if (wanted.Count == 0) return null;
        var have = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in texts.SelectMany(Words.Of)) have[word] = have.GetValueOrDefault(word) + 1;
        var found = 0;
        foreach (var word in wanted)
        {
            if (have.GetValueOrDefault(word) == 0) continue;
            have[word]--;
            found++;
        }

        return (double)found / wanted.Count;
    }

    private static double? ByOffsets(Probe probe, Run run)
    {
        if (probe.Expected?.Span is not { } target || FromExpectedDoc(probe, run) is not { } chunks || chunks.Any(c => c.Span is null)) return null;
        return Union(target, chunks.Where(c => c.Rev is null || probe.Expected.Rev is null || c.Rev == probe.Expected.Rev).Select(c => c.Span!.Value));
    }

    private static double? ByTokens(Probe probe, Run run)
    {
        if (probe.Expected?.Text is not { } target || FromExpectedDoc(probe, run) is not { } chunks || chunks.Any(c => c.Text is null)) return null;
        return Shared(target, chunks.Select(c => c.Text!));
    }

    private static double? Presence(Probe probe, Run run)
    {
        if (probe.Section is not { } section || run.Retrieved!.Any(c => c.Section is null)) return null;
        return run.Retrieved!.Any(c => Citation.Of(c).Within(Citation.Parse(section))) ? 1 : 0;
    }

    /// <summary>
    /// The retrieved pieces of the document that holds the expected text. Where the record names no document, it is the one whose
    /// expected section was retrieved; pieces of other, named sections are then a miss, and pieces of unknown ones cannot be judged (null).
    /// </summary>
    private static List<Chunk>? FromExpectedDoc(Probe probe, Run run)
    {
        var chunks = run.Retrieved!;
        var section = probe.Section is { } s ? Citation.Parse(s) : default;
        var doc = probe.Expected?.Doc ?? section.Doc ?? chunks.Where(c => Citation.Of(c).Within(section)).Select(c => Citation.Of(c).Doc).FirstOrDefault();
        if (doc is not null) return chunks.Where(c => Citation.Of(c).Doc == doc || Citation.Of(c).Doc is null && Citation.Of(c).Within(section)).ToList();
        if (chunks.All(c => Citation.Of(c).Doc is null)) return [.. chunks];
        return section.Section is not null && chunks.All(c => c.Section is not null) ? chunks.Where(c => Citation.Of(c).Within(section)).ToList() : null;
    }

    /// <summary>The median over the runs; null unless every run can be measured this way.</summary>
    private static double? Over(List<Run> runs, Func<Run, double?> measure)
    {
        var values = runs.Select(measure).ToList();
        return values.Contains(null) ? null : Numbers.Median(values.OfType<double>());
    }
}
