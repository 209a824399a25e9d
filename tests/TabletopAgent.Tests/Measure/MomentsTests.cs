using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class MomentsTests
{
    [Fact]
    public void A_moment_has_the_time_of_its_row_or_round_and_pauses_are_taken_off()
    {
        var rows = new SampleRows();
        foreach (var at in (long[])[100, 200]) rows.Add(new Sample(at, 0, true, 1, 1, 1, 1, 1, -1, new Place("log", 1)));
        var moments = new Moments(rows, [new ProbeRound(150, false), new ProbeRound(260, true)], new ExerciseClock(null, null, [(120, 130)]));
        moments.AddSample(0, Gate.Ok | Gate.Errors);
        moments.AddSample(1, Gate.None);
        moments.AddRound(1, Gate.Semantics);
        Assert.Equal([new Moment(100, 100, Gate.Ok | Gate.Errors, 0), new Moment(190, 200, Gate.None, 1), new Moment(250, 260, Gate.Semantics, Moment.OfProbes)], moments);
        moments.Drop(1);
        Assert.Equal(2, moments.Count);
    }
}
