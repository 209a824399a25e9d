namespace TabletopAgent.Grade;

/// <summary>What many exercises come to together. Every figure is counted over grades and nothing else.</summary>
/// <param name="Read">Files that were opened to be graded; graded files and refused ones add up to it.</param>
/// <param name="Logs">Exercises and incidents graded; a document may hold several.</param>
/// <param name="Passed">Of the logs, those whose required dimensions pass.</param>
/// <param name="PassPercent">Null where nothing was graded.</param>
/// <param name="Missing">What those logs would need next time: why dimensions are unmeasured, most frequent first.</param>
internal sealed record Summary(
    int Read, int GradedFiles, int Refused, int Skipped, int Logs, int Passed, double? PassPercent, IReadOnlyList<string> Required, IReadOnlyList<DimensionRate> Dimensions,
    IReadOnlyList<GroupSpread> RtoByTier, IReadOnlyList<GroupSpread> RtoByTeam, Spread DataAge, int StoresWithGaps, IReadOnlyList<Count> Layers, IReadOnlyList<Count> MissedGates,
    IReadOnlyList<Count> FindingKinds, CommsRate Comms, IReadOnlyList<Month> Trend, IReadOnlyList<EvidenceRank> BestEvidence, IReadOnlyList<EvidenceRank> WorstEvidence,
    IReadOnlyList<Count> Missing, Comparison? Against)
{
    private const int Shown = 10, Ranked = 3;

    public static Summary Of(IReadOnlyList<Graded> grades, FileCount files, IReadOnlyList<string> required, IReadOnlyList<Graded>? against = null)
    {
        var passed = grades.Count(g => g.Passes(required));
        var services = grades.SelectMany(g => g.Services.Select(s => (g.Team, Service: s))).ToList();
        var ranked = grades.Select(g => new EvidenceRank(g.File, g.Line, g.Evidence, g.Errors + g.Warnings)).ToList();
        return new Summary(
            files.Read, files.Graded, files.Refused, files.Skipped, grades.Count, passed, Percent(passed, grades.Count), required, Rates(grades),
            [.. services.GroupBy(s => s.Service.Tier).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Group($"tier {g.Key}", g.Select(s => s.Service)))],
            [.. services.Where(s => s.Team is not null).GroupBy(s => s.Team!).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Group(g.Key, g.Select(s => s.Service)))],
            Spread.Of(grades.SelectMany(g => g.Stores).Select(s => s.DataAgeMin).OfType<double>()), grades.SelectMany(g => g.Stores).Count(s => s.Unaccounted is not (null or 0)),
            Top(grades.Select(g => g.Layer).OfType<string>()), Top(grades.SelectMany(g => g.Dimensions.Where(d => d.Verdict == "fail").Select(d => d.Name))),
            Top(grades.SelectMany(g => g.Findings.Select(f => f.Kind))), Cadence(grades), Months(grades, required),
            [.. ranked.OrderByDescending(r => r.Measured).ThenBy(r => r.Notes).Take(Ranked)], [.. ranked.OrderBy(r => r.Measured).ThenByDescending(r => r.Notes).Take(Ranked)],
            Top(grades.SelectMany(g => g.Dimensions.Where(d => d.Verdict == "unmeasured").Select(d => $"{d.Name}: {d.Reason}"))),
            against is null ? null : Comparison.Of(against, grades, required));
    }

    public static double? Percent(int part, int whole) => whole == 0 ? null : Math.Round(100.0 * part / whole, 1);

    private static GroupSpread Group(string name, IEnumerable<GradedService> services)
    {
        var all = services.ToList();
        return new GroupSpread(name, all.Count, all.Count(s => s.Verdict == "pass"), all.Count(s => s.Verdict == "unmeasured"), Spread.Of(all.Select(s => s.RtoMin).OfType<double>()));
    }

    internal static IReadOnlyList<DimensionRate> Rates(IReadOnlyList<Graded> grades)
    {
        var names = grades.Count > 0 ? grades[0].Dimensions.Select(d => d.Name) : [];
        return [.. names.Select(name =>
        {
            var verdicts = grades.Select(g => g.Verdict(name)).ToList();
            var (pass, fail) = (verdicts.Count(v => v == "pass"), verdicts.Count(v => v == "fail"));
            return new DimensionRate(name, pass, fail, verdicts.Count - pass - fail, Percent(pass, verdicts.Count));
        })];
    }

    private static CommsRate Cadence(IReadOnlyList<Graded> grades)
    {
        var told = grades.Where(g => g.Updates > 0).ToList();
        return new CommsRate(Spread.Of(told.Select(g => (double)g.Updates)), grades.Count - told.Count, grades.Count(g => g.WindowsMissed > 0));
    }

    private static IReadOnlyList<Month> Months(IReadOnlyList<Graded> grades, IReadOnlyList<string> required) =>
    [
        .. grades.Where(g => g.Date is not null).GroupBy(g => g.Date![..7]).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Month(g.Key, g.Count(), g.Count(l => l.Passes(required)), Spread.Of(g.SelectMany(l => l.Services).Select(s => s.RtoMin).OfType<double>()).Median)),
    ];

    private static IReadOnlyList<Count> Top(IEnumerable<string> words) =>
        [.. words.GroupBy(w => w, StringComparer.Ordinal).Select(g => new Count(g.Key, g.Count())).OrderByDescending(c => c.N).ThenBy(c => c.What, StringComparer.Ordinal).Take(Shown)];
}

/// <summary>What became of the files: read = graded + refused; skipped ones were of a kind that holds no log.</summary>
internal sealed record FileCount(int Graded, int Refused, int Skipped)
{
    public int Read => Graded + Refused;
}

internal sealed record DimensionRate(string Name, int Pass, int Fail, int Unmeasured, double? PassPercent);

internal sealed record GroupSpread(string Name, int Services, int Within, int Unmeasured, Spread Minutes);

internal sealed record CommsRate(Spread Updates, int Silent, int MissedWindows);

internal sealed record Count(string What, int N);

internal sealed record Month(string Name, int Logs, int Passed, double? RtoMedian);

/// <param name="Measured">Of six.</param>
internal sealed record EvidenceRank(string File, int? Line, int Measured, int Notes);
