using System.Text.Json;
using NJsonSchema;
using TabletopAgent.Knowledge;
using TabletopAgent.Render;
using TabletopAgent.Tests.Render;

namespace TabletopAgent.Tests.Rules;

/// <summary>What the program prints is what schemas/ promises.</summary>
public sealed class SchemaTests
{
    private static readonly Report Whole = SampleReport.Fault with
    {
        Dimensions = new[] { "rto", "rpo", "semantics", "safety", "ops", "docs" }.ToDictionary(d => d, _ => SampleReport.Fault.Dimensions["rto"]),
    };

    [Fact]
    public async Task Status_validates() => Assert.Empty((await Schema("status")).Validate(StatusJson.Of(SampleReport.Fault)));

    [Fact]
    public async Task Report_validates() => Assert.Empty((await Schema("report")).Validate(ReportJson.Of(Whole)));

    [Fact]
    public async Task Need_data_validates() =>
        Assert.Empty((await Schema("report")).Validate(ReportJson.Of(Whole with { Diagnosis = SampleReport.NeedData.Diagnosis, Status = Whole.Status with { Layer = null, SecondLayer = null } })));

    [Fact]
    public async Task Scorecard_validates()
    {
        var schema = await Schema("scorecard");
        var json = TabletopAgent.Artifacts.ScoreSheet.Json(Artifacts.Sample.Of(Artifacts.Sample.Evening));
        Assert.Empty(schema.Validate(json));
        Assert.NotEmpty(schema.Validate(json.Replace("\"formula\": \"error-budget\"", "\"formula\": \"guess\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Manifest_validates()
    {
        string Of(string hash) => TabletopAgent.Artifacts.Bundle.Manifest(Artifacts.Sample.Of(Artifacts.Sample.Evening), new(StringComparer.Ordinal) { ["retro.md"] = hash });
        Assert.Empty((await Schema("manifest")).Validate(Of(new string('a', 64))));
        Assert.NotEmpty((await Schema("manifest")).Validate(Of("md5")));
    }

    /// <summary>Each of these must be found wrong; a schema that lets everything pass proves nothing.</summary>
    [Theory]
    [InlineData("\"confidence\":\"high\"", "\"confidence\":\"sure\"")]
    [InlineData("\"ΔS_median\":0.66", "\"ΔS_median\":66")]
    [InlineData("\"layer\":\"vector-index\"", "\"layer\":\"gremlins\"")]
    [InlineData("\"RPO\":", "\"rpo\":")]
    [InlineData("\"proof\":", "\"evidence\":")]
    public async Task A_wrong_status_does_not(string right, string wrong)
    {
        var json = StatusJson.Of(SampleReport.Fault);
        Assert.Contains(right, json);
        Assert.NotEmpty((await Schema("status")).Validate(json.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void Closed_lists_are_those_of_the_code()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.Path("schemas", "report.schema.json")));
        var defs = schema.RootElement.GetProperty("$defs");
        Assert.Equal(Layers.All, Words(defs.GetProperty("layer").GetProperty("enum")));
        Assert.Equal(Layers.Areas, Words(defs.GetProperty("action").GetProperty("properties").GetProperty("area").GetProperty("enum")));
        foreach (var name in new[] { "status", "scorecard" })
        {
            using var other = JsonDocument.Parse(File.ReadAllText(Repository.Path("schemas", $"{name}.schema.json")));
            foreach (var shared in other.RootElement.GetProperty("$defs").EnumerateObject())
                if (defs.TryGetProperty(shared.Name, out var same)) Assert.True(JsonElement.DeepEquals(shared.Value, same), $"{shared.Name} of {name} differs from the report's");
        }
    }

    /// <summary>NJsonSchema follows references within definitions only under their name before draft 2019-09; the meaning is the same.</summary>
    private static Task<JsonSchema> Schema(string name) =>
        JsonSchema.FromJsonAsync(File.ReadAllText(Repository.Path("schemas", $"{name}.schema.json")).Replace("$defs", "definitions", StringComparison.Ordinal));

    private static IEnumerable<string?> Words(JsonElement list) => list.EnumerateArray().Select(w => w.GetString());
}
