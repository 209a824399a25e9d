using System.Text.Json;
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

    /// <summary>The report's own status is written by the serializer.</summary>
    [Theory]
    [InlineData(null, null)]
    [InlineData(0.123456, 1.0)]
    [InlineData(double.NaN, -0.0)]
    public void It_is_the_status_of_the_report_byte_for_byte(double? ds, double? coverage)
    {
        var report = SampleReport.Fault with
        {
            Status = SampleReport.Fault.Status with
            {
                DeltaSMedian = ds, CoverageMedian = coverage, SecondLayer = null, NextFix = "<b>\u001b[31m & \"é\" 写 \u2028", Notes = ["TT1 a:1: \0"],
                Pages = [new("a", "a#b", null), new("c", "c#d", "https://x")],
            },
        };
        Assert.Equal(JsonSerializer.Serialize(JsonElement.Parse(ReportJson.Of(report)).GetProperty("status"), Same), JsonSerializer.Serialize(JsonElement.Parse(StatusJson.Of(report)), Same));
    }

    private static readonly JsonSerializerOptions Same = new() { WriteIndented = false };

    [Fact]
    public void Zero_has_no_sign() => Assert.Contains(
        "\"ΔS_median\":0,", StatusJson.Of(SampleReport.Fault with { Status = SampleReport.Fault.Status with { DeltaSMedian = -0.00001 } }));
}
