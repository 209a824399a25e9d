using TabletopAgent.Render;

namespace TabletopAgent.Tests.Render;

public sealed class StatusJsonTests
{
    [Fact]
    public void One_line_with_the_seeds_five_keys_first_and_as_spelled() => Assert.StartsWith(
        """{"RTO":"unmeasured of 60m (unmeasured)","RPO":"unmeasured of 5m (unmeasured)","ΔS_median":0.66,"coverage_median":0.52,"next_fix":"Rebuild the green index.","layer":"vector-index","second_layer":"queue-and-writes","confidence":"high","pages":[{"id":""",
        StatusJson.Of(SampleReport.Fault));

    [Fact]
    public void Unmeasured_is_null_never_NaN()
    {
        var json = StatusJson.Of(SampleReport.Fault with { Status = SampleReport.Fault.Status with { DeltaSMedian = double.NaN, CoverageMedian = null, Lambda = "<>" } });
        Assert.Contains("\"ΔS_median\":null,\"coverage_median\":null", json);
        Assert.Contains("\"lambda\":\"<>\"", json);
        Assert.DoesNotContain('\n', json);
    }

    [Fact]
    public void Zero_has_no_sign() => Assert.Contains(
        "\"ΔS_median\":0,", StatusJson.Of(SampleReport.Fault with { Status = SampleReport.Fault.Status with { DeltaSMedian = -0.00001 } }));
}
