using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class ProbeRowTests
{
    private static ProbeRow Of(double ds0, double c0, string l0, double ds1, double c1, string l1) =>
        Assert.Single(ProbeBoard.Of([Make.Flat(1, ds0, c0, l0, "baseline"), Make.Flat(1, ds1, c1, l1)], Make.Targets).Rows);

    [Fact]
    public void A_row_says_what_moved()
    {
        var row = Of(0.38, 0.74, "→", 0.66, 0.52, "×");
        Assert.Equal(["ΔS 0.38 → 0.66", "coverage 0.74 → 0.52", "λ from → to ×"], row.Moved);
        Assert.Equal((0.38, 0.66, 0.74, 0.52), (row.DsBefore, row.DsAfter, row.CoverageBefore, row.CoverageAfter));
    }

    [Fact]
    public void Small_moves_are_silent_unless_they_cross_a_bar()
    {
        Assert.Empty(Of(0.30, 0.80, "→", 0.33, 0.85, "→").Moved);
        Assert.Equal(["ΔS 0.45 → 0.46", "coverage 0.7 → 0.69"], Of(0.45, 0.70, "→", 0.46, 0.69, "→").Moved);
    }

    [Fact]
    public void A_probe_of_one_phase_has_one_side()
    {
        var rows = ProbeBoard.Of([Make.Flat(1, 0.3, 0.8, phase: "baseline"), Make.Flat(2, 0.4, 0.9)], Make.Targets).Rows;
        Assert.Equal([("p-001", 0.3, null), ("p-002", null, 0.4)], rows.Select(r => (r.Id, r.DsBefore, r.DsAfter)));
        Assert.All(rows, r => Assert.Empty(r.Moved));
    }

    [Fact]
    public void Numbers_of_different_models_are_not_called_a_move()
    {
        var before = Make.Flat(1, 0.9, null, null, "baseline");
        Assert.Empty(Assert.Single(ProbeBoard.Of([before, Make.Dense(1, "bge", 0.3)], Make.Targets).Rows).Moved);
    }
}
