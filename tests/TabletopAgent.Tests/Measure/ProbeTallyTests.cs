using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class ProbeTallyTests
{
    [Fact]
    public void Board_and_rounds_are_worked_out_again_only_when_probes_come()
    {
        var probes = new ProbeTally();
        foreach (var e in Make.Flats(12, 0.66, 0.5, phase: "inject")) probes.Add(e with { At = DateTimeOffset.UnixEpoch });
        var (board, rounds) = (probes.Board(Make.Targets), probes.Rounds("chat", Make.Targets));
        Assert.Same(board, probes.Board(Make.Targets));
        Assert.Same(rounds, probes.Rounds("chat", Make.Targets));
        probes.Add(Make.Flat(13, 0.3, 0.8) with { At = DateTimeOffset.UnixEpoch.AddMinutes(9) });
        Assert.Equal(0.3, probes.Board(Make.Targets).DsMedian());
        Assert.Equal([true, true], probes.Rounds("chat", Make.Targets).Select(r => r.Broken)); // one good answer mends nothing
    }

    [Fact]
    public void Probes_of_another_service_are_not_asked_of_this_one()
    {
        var probes = new ProbeTally();
        probes.Add(new Incident().At("14:20", "probe", "'service':'search','phase':'post','probe_id':'p','ΔS_q_r':0.9").Events[0]);
        Assert.Empty(probes.Rounds("chat", Make.Targets));
        Assert.Single(probes.Rounds("search", Make.Targets));
    }
}

file static class Boards
{
    public static double? DsMedian(this ProbeBoard board) => board.Latest?.DsMedian;
}
