using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Exercises;

public sealed class EventReaderTests
{
    private readonly List<Note> _notes = [];

    private Event? Read(string line, string? type = null) => EventReader.Read(line, new Place("log.jsonl", 7), _notes, type);

    private string Codes => string.Join(' ', _notes.Select(n => n.Code));

    [Theory]
    [InlineData("probe", "deltaSQR", "ΔS_q_r")]
    [InlineData("probe", "delta_s", "ΔS_q_r")]
    [InlineData("probe", "ΔS", "ΔS_q_r")]
    [InlineData("probe", "\u2206S_q_r", "ΔS_q_r")]
    [InlineData("probe", "dS_QE", "ΔS_q_r")]
    [InlineData("probe", "lambda", "λ_state")]
    [InlineData("probe", "λ_observe", "λ_state")]
    [InlineData("probe", "Expected Section", "expected_section")]
    [InlineData("probe", "probeId", "probe_id")]
    [InlineData("probe", "metric", "retriever_metric")]
    [InlineData("sli", "cacheHitPct", "cache_hit_pct")]
    [InlineData("sli", "p95WarmMs", "p95_warm_ms")]
    [InlineData("sli", "somethingElse", "something_else")]
    [InlineData("exercise", "id", "id")]
    public void A_field_is_known_in_all_its_spellings(string type, string spelling, string name) => Assert.Equal(name, EventCatalog.Canonical(type, spelling));

    [Theory]
    [InlineData("""{"type":"sli","p95_warm_ms":"high"}""", "TT106")]
    [InlineData("""{"type":"milestone","what":"stabel"}""", "TT108 TT107")]
    [InlineData("""{"type":"symptom","text":"x","at":"14:10"}""", "TT109")]
    [InlineData("""{"type":"symptom"}""", "TT107")]
    [InlineData("""{"type":"sli","cache_hit_pc":1}""", "TT105")]
    public void A_field_that_does_not_fit_is_a_note(string line, string codes)
    {
        Assert.NotNull(Read(line));
        Assert.Equal(codes, Codes);
    }

    [Theory]
    [InlineData("""{"type":"sli","samples":"200"}""", "samples", "200")]
    [InlineData("""{"type":"check","id":5}""", "id", "\"5\"")]
    [InlineData("""{"type":"probe","phase":"Post"}""", "phase", "\"post\"")]
    [InlineData("""{"type":"role","person":"Ann","role":"Incident Commander"}""", "role", "\"incident-commander\"")]
    [InlineData("""{"type":"probe","citations":"doc:x"}""", "citations", "[\"doc:x\"]")]
    [InlineData("""{"type":"safety","held":"yes"}""", "held", "true")]
    public void What_can_be_meant_in_one_way_only_is_taken_so(string line, string field, string json)
    {
        Assert.Equal(json, Read(line)!.Fields[field].GetRawText());
        Assert.Empty(_notes);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("0.xx")]
    public void A_measure_that_is_no_number_is_kept_for_the_probe_reader(string value) =>
        Assert.Equal(value, Read($$"""{"ΔS_q_r":"{{value}}","coverage":1.7}""", "probe")!.Text("ΔS_q_r"));

    [Fact]
    public void Deep_nesting_is_a_note_and_no_crash()
    {
        Assert.Null(Read("{\"type\":\"note\",\"text\":" + new string('[', 100_000)));
        Assert.Equal("TT101", Codes);
    }

    [Theory]
    [InlineData("""{"type":"symptom","text":"half a pair \ud83d here"}""")]
    [InlineData("""{"type":"symptom","text":"x","\udc00":"y"}""")]
    [InlineData("""{"type":"symptom","text":"x","__proto__":{"a":1},"":"y","../../etc/passwd":"z"}""")]
    [InlineData("""{"type":"symptom","text":"x","\u0000":"y","$ref":"#","type ":"z"}""")]
    public void Hostile_names_and_values_are_only_names_and_values(string line) => Assert.NotNull(Read(line)!.Text("text"));

    [Fact]
    public void A_whole_pair_and_an_escaped_backslash_are_left_alone() =>
        Assert.Equal("😀 \\ud83d", Read("""{"type":"symptom","text":"\ud83d\ude00 \\ud83d"}""")!.Text("text"));

    [Fact]
    public void A_line_of_100_000_characters_is_a_line()
    {
        var text = new string('x', 100_000);
        Assert.Equal(text, Read($$"""{"type":"symptom","text":"{{text}}","{{text}}":1}""")!.Text("text"));
    }
}
