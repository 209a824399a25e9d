using TabletopAgent.Grade;

namespace TabletopAgent.Tests.Grade;

public sealed class SummaryTests
{
    private static readonly string[] Names = ["rto", "rpo", "semantics", "safety", "ops", "docs"];

    /// <param name="verdicts">One letter for each dimension: p, f or u.</param>
    private static Graded Log(string file, string verdicts, string? team = null, string date = "2026-05-04", double? rto = null, string? layer = null) => new(
        file, null, "event log", file, null, team, "A", date, 10, "fail",
        [.. Names.Select((n, i) => new GradedDimension(n, verdicts[i] switch { 'p' => "pass", 'f' => "fail", _ => "unmeasured" }, null, null, null, $"{n} {verdicts[i]}"))],
        layer is null ? "need_data" : "fault", layer, null, "", rto is { } m ? [new GradedService("chat", "A", m, m <= 60 ? "pass" : "fail")] : [], [], 2, 0, 0, 0,
        layer is null ? [] : [new GradedFinding($"{layer}-1", layer, "")], 0, 0);

    private static readonly Graded[] Three =
    [
        Log("a", "pppppp", "red", rto: 30), Log("b", "fppppu", "red", "2026-06-01", 90, "routing"), Log("c", "uuuuuu", "blue", "2026-06-09", layer: "routing"),
    ];

    private static Summary Of(Graded[] grades, params string[] required) => Summary.Of(grades, new FileCount(grades.Length, 1, 0), required);

    [Fact]
    public void All_six_dimensions_are_required_unless_some_are_named()
    {
        Assert.Equal((1, 33.3), (Of(Three).Passed, Of(Three).PassPercent!.Value));
        Assert.Equal(2, Of(Three, "rpo", "safety").Passed);
    }

    [Fact]
    public void Read_is_graded_and_refused() => Assert.Equal((4, 3, 1), (Of(Three).Read, Of(Three).GradedFiles, Of(Three).Refused));

    [Fact]
    public void Unmeasured_counts_apart() => Assert.Equal(new DimensionRate("rto", 1, 1, 1, 33.3), Of(Three).Dimensions[0]);

    [Fact]
    public void Times_by_tier_and_team()
    {
        Assert.Equal(new GroupSpread("tier A", 2, 1, 0, new Spread(2, 30, 60, 90, 90)), Assert.Single(Of(Three).RtoByTier));
        Assert.Equal("red", Assert.Single(Of(Three).RtoByTeam).Name);
    }

    [Fact]
    public void Age_of_the_data_by_the_tier_and_team_of_the_exercise()
    {
        var aged = Three[0] with { Stores = [new GradedStore("orders", 0, 4, "pass"), new GradedStore("carts", 1, 6, "fail"), new GradedStore("mail", null, null, "unmeasured")] };
        Assert.Equal(new GroupSpread("tier A", 3, 1, 1, new Spread(2, 4, 5, 6, 6)), Assert.Single(Of([aged]).DataAgeByTier));
        Assert.Equal("red", Assert.Single(Of([aged]).DataAgeByTeam).Name);
        Assert.Equal(1, Of([aged]).StoresWithGaps);
    }

    /// <summary>What is needed is the same however many minutes were missing.</summary>
    [Fact]
    public void Reasons_that_differ_in_figures_only_count_together()
    {
        Graded Held(string file, string minutes) => Log(file, "uppppp") with { Dimensions = [new GradedDimension("rto", "unmeasured", null, null, null, $"held since 14:58:14, {minutes} of 10 min")] };
        Assert.Equal([new Count("rto: held since 14:58:14, 2 of 10 min; and the like", 2)], Of([Held("a", "6.5167"), Held("b", "2")]).Missing);
        Assert.Equal([new Count("rto: held since 14:58:14, 2 of 10 min", 2)], Of([Held("a", "2"), Held("b", "2")]).Missing);
    }

    [Fact]
    public void What_failed_most_stands_first()
    {
        Assert.Equal(new Count("routing", 2), Assert.Single(Of(Three).Layers));
        Assert.Equal(new Count("rto", 1), Assert.Single(Of(Three).MissedGates));
        Assert.Equal(("docs: docs u", 2), (Of(Three).Missing[0].What, Of(Three).Missing[0].N));
    }

    [Fact]
    public void Months_in_order() => Assert.Equal([new Month("2026-05", 1, 1, 30), new Month("2026-06", 2, 0, 90)], Of(Three).Trend);

    [Fact]
    public void Best_and_least_evidence()
    {
        Assert.Equal(("a", 6), (Of(Three).BestEvidence[0].File, Of(Three).BestEvidence[0].Measured));
        Assert.Equal(("c", 0), (Of(Three).WorstEvidence[0].File, Of(Three).WorstEvidence[0].Measured));
    }

    [Fact]
    public void Against_an_earlier_set()
    {
        var now = Summary.Of([Three[0]], new FileCount(1, 0, 0), [], [Three[1]]).Against!;
        Assert.Equal((0, 100, 90, 30), (now.PassPercent!.Value, now.PassPercentNow!.Value, now.RtoMedian!.Value, now.RtoMedianNow!.Value));
        Assert.Equal(["routing"], now.Gone);
        Assert.Empty(now.New);
    }

    [Fact]
    public void Nothing_graded_has_no_rate()
    {
        Assert.Null(Of([]).PassPercent);
        Assert.Empty(Of([]).Dimensions);
    }
}
