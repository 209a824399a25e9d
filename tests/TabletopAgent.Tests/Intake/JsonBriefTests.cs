using System.Text.Json;
using TabletopAgent.Intake;

namespace TabletopAgent.Tests.Intake;

public sealed class JsonBriefTests
{
    private static Gathered Read(string text)
    {
        var into = new Gathered();
        JsonBrief.Read(JsonElement.Parse(text), new JsonPlaces(text, 1), "b.json", into);
        return into;
    }

    [Theory]
    [InlineData("""{"symptoms":[]}""", true)]
    [InlineData("""{"regionTopology":"A"}""", false)] // camelCase joins the words of a label; "region_topology" parts them
    [InlineData("""{"region_topology":"A"}""", true)]
    [InlineData("""{"events":[]}""", true)]
    [InlineData("""{"type":"symptom","symptoms":"x"}""", false)]
    [InlineData("""{"type":"write outage","symptoms":"x"}""", true)]
    [InlineData("""{"probe_id":"p","index":"v3"}""", false)]
    [InlineData("""{"mood":"grim"}""", false)]
    [InlineData("""["symptoms"]""", false)]
    public void A_brief_is_told_from_an_event_and_from_a_probe(string text, bool brief) => Assert.Equal(brief, JsonBrief.Is(JsonElement.Parse(text)));

    [Theory]
    [InlineData("{\"symptoms\":[\"a\",\n\"b\"]}", "symptom a / symptom b", "1 2")]
    [InlineData("{\"symptoms\":\"a\\nb\"}", "symptom a / symptom b", "1 1")]
    [InlineData("{\"symptoms\":[{\"text\":\"a\",\"at\":\"2026-05-04T14:10:00Z\"},5]}", "symptom a / symptom 5", "1 1")]
    [InlineData("{\"topology\":[\"A(active)\",\"B(passive)\"]}", "exercise topology=A(active); B(passive)", "1")]
    [InlineData("{\"topology\":{\"A\":\"active, write\",\"B\":[\"passive\",\"read\"]}}", "exercise topology=A(active, write); B(passive,read)", "1")]
    [InlineData("{\"topology\":[{\"name\":\"A\",\"roles\":[\"active\"],\"share\":80}]}", "exercise topology=A(active,80%)", "1")]
    [InlineData("{\"index\":[{\"family\":\"v3\"},{\"family\":\"v4\"}]}", "exercise index=[{\"family\":\"v3\"},{\"family\":\"v4\"}]", "1")]
    [InlineData("{\"probes\":[\"p-1 ΔS 0.5\",{\"id\":\"p-2\",\"ΔS\":0.6}]}", "probe p-1 0.5 / probe p-2 0.6", "1 1")]
    [InlineData("{\"tier\":\"S\",\n\"symptoms\":null,\"title\":\"Evening\"}", "exercise tier=S title=Evening", "1")]
    [InlineData("{\"events\":[{\"type\":\"symptom\",\"text\":\"a\"}]}", "symptom a", "1")]
    public void Each_part_is_read_in_all_its_forms(string text, string events, string lines)
    {
        var read = Read(text).Events();
        Assert.Equal((events, lines), (Show.Events(read), Show.Lines(read)));
    }

    [Fact]
    public void Probes_of_a_phase_are_in_it() =>
        Assert.Equal(["baseline", "post"], Read("""{"baseline_probes":[{"id":"p","ΔS":0.5}],"probes_after":["p ΔS 0.6"]}""").Events().Select(e => e.Text("phase")));

    [Fact]
    public void A_key_that_is_no_part_is_kept_as_a_symptom_and_named()
    {
        var into = Read("{\"symptoms\":\"a\",\n\"symptons\":\"b\"}");
        Assert.Equal("symptom a / symptom symptons: b", Show.Events(into.Events()));
        Assert.Equal("b.json:2", Assert.Single(into.Notes).Place.ToString());
        Assert.Contains("did you mean \"symptoms\"", into.Notes[0].Text, StringComparison.Ordinal);
    }
}
