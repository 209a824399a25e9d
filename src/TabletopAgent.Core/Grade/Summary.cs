using System.Text.RegularExpressions;

namespace TabletopAgent.Grade;

/// <summary>What many exercises come to together. Every figure is counted over grades and nothing else.</summary>
/// <param name="Read">Files that were opened to be graded; graded files and refused ones add up to it.</param>
/// <param name="Logs">Exercises and incidents graded; a document may hold several.</param>
/// <param name="Passed">Of the logs, those whose required dimensions pass.</param>
/// <param name="PassPercent">Null where nothing was graded.</param>
/// <param name="Missing">What those logs would need next time: why dimensions are unmeasured, most frequent first.</param>
internal sealed partial record Summary(
    int Read, int GradedFiles, int Refused, int Skipped, int Logs, int Passed, double? PassPercent, IReadOnlyList<string> Required, IReadOnlyList<DimensionRate> Dimensions,
    IReadOnlyList<GroupSpread> RtoByTier, IReadOnlyList<GroupSpread> RtoByTeam, Spread DataAge, IReadOnlyList<GroupSpread> DataAgeByTier,
    IReadOnlyList<GroupSpread> DataAgeByTeam, int StoresWithGaps, IReadOnlyList<Count> Layers, IReadOnlyList<Count> MissedGates,
    IReadOnlyList<Count> FindingKinds, CommsRate Comms, IReadOnlyList<Month> Trend, IReadOnlyList<EvidenceRank> BestEvidence, IReadOnlyList<EvidenceRank> WorstEvidence,
    IReadOnlyList<Count> Missing, Comparison? Against)
{
    private const int Shown = 10, Ranked = 3;

    public static Summary Of(IReadOnlyList<Graded> grades, FileCount files, IReadOnlyList<string> required, IReadOnlyList<Graded>? against = null)
    {
        var passed = grades.Count(g => g.Passes(required));
        var services = grades.SelectMany(g => g.Services.Select(s => new Timed(s.Tier, g.Team, s.Verdict, s.RtoMin))).ToList();
        // A store has no tier of its own; it is held to that of its exercise.
        var stores = grades.SelectMany(g => g.Stores.Select(s => new Timed(g.Tier, g.Team, s.Verdict, s.DataAgeMin))).ToList();
        var ranked = grades.Select(g => new EvidenceRank(g.File, g.Line, g.Evidence, g.Errors + g.Warnings)).ToList();
        return new Summary(
            files.Read, files.Graded, files.Refused, files.Skipped, grades.Count, passed, Percent(passed, grades.Count), required, Rates(grades),
            Groups(services, s => s.Tier is { } tier ? $"tier {tier}" : null), Groups(services, s => s.Team), Spread.Of(stores.Select(s => s.Minutes).OfType<double>()),
            Groups(stores, s => s.Tier is { } tier ? $"tier {tier}" : null), Groups(stores, s => s.Team), grades.SelectMany(g => g.Stores).Count(s => s.Unaccounted is not (null or 0)),
            Top(grades.Select(g => g.Layer).OfType<string>()), Top(grades.SelectMany(g => g.Dimensions.Where(d => d.Verdict == "fail").Select(d => d.Name))),
            Top(grades.SelectMany(g => g.Findings.Select(f => f.Kind))), Cadence(grades), Months(grades, required),
            [.. ranked.OrderByDescending(r => r.Measured).ThenBy(r => r.Notes).Take(Ranked)], [.. ranked.OrderBy(r => r.Measured).ThenByDescending(r => r.Notes).Take(Ranked)],
            Alike(grades.SelectMany(g => g.Dimensions.Where(d => d.Verdict == "unmeasured").Select(d => $"{d.Name}: {d.Reason}"))),
            against is null ? null : Comparison.Of(against, grades, required));
    }

    public static double? Percent(int part, int whole) => whole == 0 ? null : Math.Round(100.0 * part / whole, 1);

    /// <summary>A service and its RTO, or a store and the age of its data.</summary>
    private sealed record Timed(string? Tier, string? Team, string Verdict, double? Minutes);

    private static IReadOnlyList<GroupSpread> Groups(IReadOnlyList<Timed> all, Func<Timed, string?> by) =>
    [
        .. all.Where(t => by(t) is not null).GroupBy(t => by(t)!).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new GroupSpread(
            g.Key, g.Count(), g.Count(t => t.Verdict == "pass"), g.Count(t => t.Verdict == "unmeasured"), Spread.Of(g.Select(t => t.Minutes).OfType<double>()))),
    ];

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

    /// <summary>Texts that differ in figures only count together, under the first of them.</summary>
    private static IReadOnlyList<Count> Alike(IEnumerable<string> texts) =>
    [
        .. texts.GroupBy(t => Figures().Replace(t, "#"), StringComparer.Ordinal).Select(g => (First: g.Min(StringComparer.Ordinal)!, N: g.Count(), Same: g.Distinct(StringComparer.Ordinal).Count() == 1))
            .OrderByDescending(g => g.N).ThenBy(g => g.First, StringComparer.Ordinal).Take(Shown).Select(g => new Count(g.Same ? g.First : $"{g.First}; and the like", g.N)),
    ];

    [GeneratedRegex(@"\d+(?:[.:]\d+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();
}

/// <summary>What became of the files: read = graded + refused; skipped ones were of a kind that holds no log.</summary>
internal sealed record FileCount(int Graded, int Refused, int Skipped)
{
    public int Read => Graded + Refused;
}

internal sealed record DimensionRate(string Name, int Pass, int Fail, int Unmeasured, double? PassPercent);

/// <param name="Of">Services or stores.</param>
internal sealed record GroupSpread(string Name, int Of, int Within, int Unmeasured, Spread Minutes);

internal sealed record CommsRate(Spread Updates, int Silent, int MissedWindows);

internal sealed record Count(string What, int N);

internal sealed record Month(string Name, int Logs, int Passed, double? RtoMedian);

/// <param name="Measured">Of six.</param>
internal sealed record EvidenceRank(string File, int? Line, int Measured, int Notes);
