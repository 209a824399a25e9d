using System.Text.Json;
using TabletopAgent.Render;

namespace TabletopAgent.Tests.Render;

public sealed class ReportJsonTests
{
    [Fact]
    public void Keys_are_snake_case_and_indented()
    {
        var json = ReportJson.Of(SampleReport.Fault);
        Assert.StartsWith("{\n  \"id\": \"evening\",\n  \"overall\": \"fail\",\n  \"status\": {\n    \"RTO\": ", json);
        var phase = JsonElement.Parse(json).GetProperty("probes").GetProperty("inject");
        Assert.Equal(0.66, phase.GetProperty("ds_median").GetDouble());
        Assert.Equal(0.71, phase.GetProperty("ds_p90").GetDouble());
        Assert.Equal(JsonValueKind.Null, phase.GetProperty("embedder").ValueKind);
        Assert.Equal("A field-by-field comparison that finds every stamp equal.",
            JsonElement.Parse(json).GetProperty("diagnosis").GetProperty("layers")[0].GetProperty("refuted_by")[0].GetString());
    }

    [Fact]
    public void The_same_report_is_the_same_bytes() => Assert.Equal(ReportJson.Of(SampleReport.Fault), ReportJson.Of(SampleReport.Fault));
}
