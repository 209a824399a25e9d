using NJsonSchema;
using TabletopAgent.Render;
using TabletopAgent.Tests.Diagnose;

namespace TabletopAgent.Tests.Score;

public sealed class ReportBuilderTests
{
    private const string Log = """
        {"type":"exercise","at":"2026-05-04T14:00:00Z","id":"x","title":"x","baseline":[{"service":"chat","region":"A","queue_depth":120}]}
        {"type":"inject","at":"2026-05-04T14:10:00Z","card":"c","state":"released","text":"Writes fail in region A and reads are fine."}
        {"type":"sli","at":"2026-05-04T14:10:00Z","service":"chat","region":"A","ok":false,"write_error_pct":22,"read_error_pct":0.1,"queue_depth":600}
        {"type":"probe","at":"2026-05-04T14:10:00Z","phase":"inject","probe_id":"p-01","ΔS_q_r":0.3,"coverage":0.8}
        {"type":"probe","at":"2026-05-04T14:10:00Z","phase":"inject","probe_id":"p-02","ΔS_q_r":0.5,"coverage":0.7}
        {"type":"error","at":"2026-05-04T14:11:00Z","route":"POST /orders","stage":"headers","code":500,"count":40}
        """;

    [Fact]
    public void Evidence_leads_back_to_its_line()
    {
        var layer = Shipped.Run(Shipped.Log(Log)).Diagnosis.Layers[0];
        var rule = layer.For.First(e => e.Text.Contains("[writes-fail-and-queue-grows]", StringComparison.Ordinal));
        Assert.Equal(("measured", "log.jsonl:3"), (rule.Kind == "reported" ? "measured" : rule.Kind, rule.Place));
        Assert.StartsWith("write_error_pct 22, queue_ratio 5", rule.Text);
        Assert.Equal("2026-05-04T14:10:00Z", layer.FirstSeen);
        Assert.NotEmpty(layer.RefutedBy);
    }

    [Fact]
    public void The_runner_up_is_named_with_why_it_is_not()
    {
        var runner = Shipped.Run(Shipped.Log(Log)).Diagnosis.RunnerUp!;
        Assert.NotEqual("queue-and-writes", runner.Layer);
        Assert.NotEmpty(runner.WhyNot);
    }

    /// <summary>Also for a text that is nothing but quotes and line ends: what is shown of it is short and one line.</summary>
    [Fact]
    public void Quotes_are_short()
    {
        var report = Shipped.Run(Shipped.Symptom($"queue depth climbs by 5x {string.Concat(Enumerable.Repeat("and on\n", 900))}"));
        Assert.All(report.Facts, f => Assert.True(f.Quote.Length <= 161 && !f.Quote.Contains('\n')));
        Assert.All(report.Diagnosis.Layers.SelectMany(l => l.For), e => Assert.True(e.Text.Length < 300));
    }

    [Fact]
    public void Regions_and_colours_are_facts_where_they_are_named_first()
    {
        var log = Shipped.Log("""
            {"type":"symptom","text":"users on blue see old pages"}
            {"type":"symptom","text":"region A and blue again, eu-west-1 is fine"}
            """);
        var sites = Shipped.Run(log).Facts.Where(f => f.Name is "region" or "color").ToList();
        Assert.Equal([("color", "blue", "log.jsonl:1"), ("region", "A", "log.jsonl:2"), ("region", "eu-west-1", "log.jsonl:2")], sites.Select(f => (f.Name, f.Word!, f.Place)));
        Assert.All(sites, f => Assert.Contains(f.Word!, f.Quote));
    }

    [Theory]
    [InlineData(Log)]
    [InlineData("""{"type":"symptom","text":"it feels weird"}""")]
    [InlineData("""{"type":"sli","at":"2026-05-04T14:05:00Z","error_pct":0.1}""")]
    [InlineData("""{"type":"symptom","text":"payments get 401, and separately the CDN shows old prices"}""")]
    public async Task Real_reports_validate(string log)
    {
        var report = Shipped.Run(Shipped.Log(log));
        Assert.Empty((await Schema("report")).Validate(ReportJson.Of(report)));
        Assert.Empty((await Schema("status")).Validate(StatusJson.Of(report)));
    }

    private static Task<JsonSchema> Schema(string name) =>
        JsonSchema.FromJsonAsync(File.ReadAllText(Repository.Path("schemas", $"{name}.schema.json")).Replace("$defs", "definitions", StringComparison.Ordinal));
}
