using TabletopAgent.Knowledge;
using TabletopAgent.Measure;

namespace TabletopAgent.Play;

/// <summary>What the driver looks at: all of it measured, none of it said. Minutes are of time played.</summary>
/// <param name="SinceInject">Minutes since the latest inject; null before the first, which the plan alone releases.</param>
/// <param name="Idle">Minutes since anything was decided or changed, counted from the latest inject and from the first red sample at the earliest.</param>
/// <param name="FutileChanges">Changes since the latest inject that turned nothing green.</param>
/// <param name="Red">Services that break a gate.</param>
/// <param name="Green">Minutes for which every service has been green after the latest inject; null while one is not, or was not measured.</param>
/// <param name="NextIn">Minutes until the plan releases a card; null: none is left.</param>
internal sealed record DriverView(double? SinceInject, double Idle, int FutileChanges, IReadOnlyList<string> Red, double? Green, ProbeBand Band, double? NextIn, double Minute);

/// <summary>The card the driver releases out of turn, and why.</summary>
internal sealed record DriverChoice(PlannedInject Inject, string Reason);

/// <summary>
/// Chooses the next inject by the team's measured state. First match wins: a clue for a team that does nothing or to no effect, a card that
/// asks for measurement where answers are off, pressure where all is green too early. The reason names no card and no cause.
/// </summary>
internal static class Driver
{
    /// <param name="left">Cards that may still come and are not held.</param>
    public static DriverChoice? Choose(DriverView view, IEnumerable<PlannedInject> left, Targets targets)
    {
        if (view.SinceInject is not { } since || since < targets.InjectGap || view.NextIn < targets.InjectGap) return null;
        var cards = left.Where(i => i.Case == 0).ToList();
        var red = string.Join(" and ", view.Red);

        if (view.Red.Count > 0 && view.Idle >= targets.StuckMinutes && Of(Card.Clue) is { } stuck)
            return new DriverChoice(stuck, FormattableString.Invariant($"nothing was decided or changed for {targets.StuckMinutes:0} min while {red} is red"));
        if (view.Red.Count > 0 && view.FutileChanges >= targets.FutileActions && Of(Card.Clue) is { } futile)
            return new DriverChoice(futile, $"{view.FutileChanges} changes turned nothing green; {red} is red");
        if (view.Band is ProbeBand.Act or ProbeBand.Review && Of(Card.Measure) is { } off)
            return new DriverChoice(off, view.Band == ProbeBand.Act
                ? FormattableString.Invariant($"the probes lie where action is due: ΔS {targets.DeltaSAct:0.00} or more, or coverage under {targets.CoveragePass:0.00}")
                : FormattableString.Invariant($"the probes lie between the bars: ΔS over {targets.DeltaSPass:0.00} and under {targets.DeltaSAct:0.00}"));
        if (view.Green >= targets.SteadyHold && (Of(Card.Pressure) ?? cards.Where(i => i.Planned && i.When is null).MinBy(i => (i.From, i.Number))) is { } early)
            return new DriverChoice(early, FormattableString.Invariant($"everything was green for {targets.SteadyHold:0} min, ahead of the plan"));
        return null;

        PlannedInject? Of(string kind) => cards.FirstOrDefault(i => i.Card.Kind == kind && i.From <= view.Minute);
    }
}
