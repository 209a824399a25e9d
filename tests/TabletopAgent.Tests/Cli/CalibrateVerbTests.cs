using System.Text.Json;
using NJsonSchema;

namespace TabletopAgent.Tests.Cli;

public sealed class CalibrateVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tabletop-calibrate-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    private string Gold(int count)
    {
        string[] nouns = ["cache", "queue", "index", "region", "secret"], verbs = ["restored", "rotated", "replayed", "promoted", "warmed"];
        var lines = Enumerable.Range(0, count).Select(i => $$"""{"probe_id":"p-{{i:000}}","question":"How is the {{nouns[i % 5]}} {{verbs[i / 5 % 5]}}?","expected_section":"s{{i}}","expected":{"text":"The {{nouns[i % 5]}} is {{verbs[i / 5 % 5]}} by its owner."} }""");
        var file = Path.Combine(_folder, "gold.jsonl");
        File.WriteAllText(file, string.Join('\n', lines) + "\n");
        return file;
    }

    [Fact]
    public async Task Questions_and_expected_texts_are_enough_and_the_picture_is_written()
    {
        var svg = Path.Combine(_folder, "plot.svg");
        var session = Session.Of("probe", "calibrate", Gold(25), "--format", "json", "--out", svg);
        Assert.Equal(0, session.Code);
        var json = JsonElement.Parse(session.Out);
        Assert.Equal((25, 0.45), (json.GetProperty("probes").GetInt32(), json.GetProperty("raw").GetProperty("pass").GetDouble()));
        Assert.StartsWith("<svg", File.ReadAllText(svg), StringComparison.Ordinal);
        var schema = await JsonSchema.FromJsonAsync(JsonElement.Parse(File.ReadAllText(Repository.Path("schemas", "report.schema.json"))).GetProperty("$defs").GetProperty("calibration").GetRawText()
            .Replace("{ \"$ref\": \"#/$defs/bars\" }", "{ \"type\": \"object\" }", StringComparison.Ordinal));
        Assert.Empty(schema.Validate(session.Out));
    }

    [Fact]
    public void Too_few_probes_are_said_to_be_too_few()
    {
        var session = Session.Of("probe", "calibrate", Gold(19));
        Assert.Equal((3, ""), (session.Code, session.Out));
        Assert.Contains("TT724", session.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_shows_the_plot() => Assert.Contains("right pairs", Session.Of("probe", "calibrate", Gold(20)).Out, StringComparison.Ordinal);
}
