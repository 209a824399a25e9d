using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class DriftTests
{
    private static DeltaSBatch At(double? ds) => DeltaSBatch.Of([ProbeReader.Read(Make.Flat(1, ds, 0.8), [])], Make.Targets);

    [Theory]
    [InlineData(0.38, 0.41, 0.03, "Pass")]
    [InlineData(0.41, 0.38, 0.03, "Pass")]
    [InlineData(0.38, 0.4101, 0.0301, "Fail")]
    public void Drift_is_how_far_the_median_moved_either_way(double before, double after, double drift, string verdict)
    {
        Assert.Equal(drift, Drift.Between(At(before), At(after)));
        Assert.Equal(verdict, Drift.Judge(drift, Make.Targets).ToString());
    }

    [Fact]
    public void Different_models_and_missing_medians_have_no_drift()
    {
        var dense = DeltaSBatch.Of([ProbeReader.Read(Make.Dense(1, "bge", 0.3), [])], Make.Targets);
        Assert.Null(Drift.Between(At(0.3), dense));
        Assert.Null(Drift.Between(At(0.3), At(null)));
        Assert.Equal(Verdict.Unmeasured, Drift.Judge(null, Make.Targets));
    }
}
