using System.Text;
using TabletopAgent.Exercises;
using TabletopAgent.Play;

namespace TabletopAgent.Tests.Play;

public sealed class OpeningTests
{
    [Fact]
    public async Task The_first_line_is_valid_and_says_what_is_measured_against()
    {
        var head = new Evening("primary-region-write-outage").Log[0];
        var line = Encoding.UTF8.GetString(EventWriter.Line(head));
        var schema = await NJsonSchema.JsonSchema.FromJsonAsync((await File.ReadAllTextAsync(Repository.Path("schemas", "event-log.schema.json"))).Replace("$defs", "definitions", StringComparison.Ordinal));
        Assert.Empty(schema.Validate(line));
        Assert.Contains("\"title\":\"An evening at the shop: orders\"", line);
        Assert.Contains("{\"name\":\"checkout\",\"tier\":\"S\",\"slo_pct\":99.5}", line);
        Assert.Contains($"\"embedder\":{{\"name\":\"{TabletopAgent.Embedding.Embedder.Shared.Name}\",\"rev\":\"{TabletopAgent.Embedding.Embedder.Shared.Rev}\"}}", line);
        Assert.Contains("\"roles\":{\"facilitator\":\"Fay\"}", line);
        var notes = new List<Note>();
        EventReader.Read(line, new Place("log.jsonl", 1), notes);
        Assert.Empty(notes);
    }

    [Fact]
    public void Read_out_is_the_briefing_and_who_is_missing()
    {
        var text = Opening.Text(new Evening().Session.State);
        Assert.Contains("[ ] slis-and-slos: chat answers 99.5 %", text);
        Assert.Contains("Unstaffed: incident-commander, cloud-operator", text);
        Assert.Contains("/start begins minute 0", text);
    }
}
