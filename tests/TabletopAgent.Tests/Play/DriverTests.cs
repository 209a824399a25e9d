using TabletopAgent.Knowledge;
using TabletopAgent.Measure;
using TabletopAgent.Play;

namespace TabletopAgent.Tests.Play;

/// <summary>The driver's policy as a table: what is measured, and which card comes of it.</summary>
public sealed class DriverTests
{
    private static readonly DriverView Calm = new(SinceInject: 6, Idle: 1, FutileChanges: 0, Red: [], Green: null, Band: ProbeBand.Unmeasured, NextIn: 15, Minute: 20);

    private static readonly string[] Red = ["chat"];

    private static readonly PlannedInject Planned = Of(1, "fault"), Clue = Of(2, Card.Clue), Measure = Of(3, Card.Measure), Pressure = Of(4, Card.Pressure);

    [Fact]
    public void A_calm_evening_goes_by_the_plan() => Assert.Null(Choose(Calm, Planned, Clue, Measure, Pressure));

    // 8 minutes idle is stuck, 3 changes are futile, 10 green minutes are early, and no card comes within 5 minutes of another: Targets.
    [Theory]
    [InlineData(8, 0, "clue: nothing was decided or changed for 8 min while chat is red")]
    [InlineData(7.9, 0, null)]
    [InlineData(1, 3, "clue: 3 changes turned nothing green; chat is red")]
    [InlineData(1, 2, null)]
    [InlineData(8, 3, "clue: nothing was decided or changed for 8 min while chat is red")]
    public void While_a_service_is_red(double idle, int changes, string? choice) =>
        Assert.Equal(choice, Said(Choose(Calm with { Red = Red, Idle = idle, FutileChanges = changes }, Planned, Clue, Measure, Pressure)));

    [Theory]
    [InlineData(ProbeBand.Act, "measure: the probes lie where action is due: ΔS 0.60 or more, or coverage under 0.70")]
    [InlineData(ProbeBand.Review, "measure: the probes lie between the bars: ΔS over 0.45 and under 0.60")]
    [InlineData(ProbeBand.Pass, null)]
    [InlineData(ProbeBand.Unmeasured, null)]
    internal void By_the_band_of_the_probes(ProbeBand band, string? choice) => Assert.Equal(choice, Said(Choose(Calm with { Band = band }, Planned, Clue, Measure, Pressure)));

    [Fact]
    public void All_green_too_early_brings_pressure_and_without_such_a_card_the_plan_forward()
    {
        var green = Calm with { Green = 10 };
        Assert.Equal("pressure: everything was green for 10 min, ahead of the plan", Said(Choose(green, Planned, Clue, Measure, Pressure)));
        Assert.Equal("fault: everything was green for 10 min, ahead of the plan", Said(Choose(green, Planned, Clue, Measure)));
        Assert.Null(Choose(green with { Green = 9.9 }, Planned, Pressure));
    }

    [Fact]
    public void A_stuck_team_comes_before_all_else() =>
        Assert.Equal(Clue, Choose(Calm with { Red = Red, Idle = 9, Band = ProbeBand.Act, Green = 11 }, Planned, Pressure, Measure, Clue)!.Inject);

    [Theory]
    [InlineData(4.9, 15.0)]
    [InlineData(6.0, 4.9)]
    [InlineData(null, 15.0)]
    public void No_card_is_added_next_to_another_nor_before_the_first(double? since, double next) =>
        Assert.Null(Choose(Calm with { Red = Red, Idle = 9, SinceInject = since, NextIn = next }, Clue));

    [Fact]
    public void A_card_waits_for_its_first_minute_and_one_that_is_out_is_not_chosen()
    {
        Assert.Null(Choose(Calm with { Red = Red, Idle = 9, Minute = 13 }, Clue));
        Assert.Null(Choose(Calm with { Red = Red, Idle = 9 }, Planned));
    }

    private static DriverChoice? Choose(DriverView view, params PlannedInject[] left) => Driver.Choose(view, left, Targets.Default);

    private static string? Said(DriverChoice? choice) => choice is null ? null : $"{choice.Inject.Card.Kind}: {choice.Reason}";

    private static PlannedInject Of(int number, string kind) => new(number, new Card($"c{number}", "", "", kind, null, null, "fault", 14, "text", "f.md"), 14, null, null, 0);
}
