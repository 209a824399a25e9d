using TabletopAgent.Intake;

namespace TabletopAgent.Tests.Intake;

public sealed class JsonInputTests
{
    private static (bool Json, Gathered Into) Read(string text)
    {
        var into = new Gathered();
        return (JsonInput.TryRead(text, "in.json", 1, into), into);
    }

    [Theory]
    [InlineData("writes fail")]
    [InlineData("[one line each]")]
    [InlineData("{{symptoms}}")]
    [InlineData("{ braces in prose }")]
    [InlineData("")]
    public void Text_that_is_no_JSON_is_left_to_others(string text) => Assert.False(Read(text).Json);

    [Theory]
    [InlineData("\n\n {\"symptoms\":\"a\"}", "symptom a", "3", "")]
    [InlineData("{\"symptoms\":\"a\",} // why", "symptom a", "1", "")]
    [InlineData("[\"a\",\n{\"type\":\"symptom\",\"text\":\"b\"}]", "symptom b / symptom a", "2 1", "")] // events of a log come first
    [InlineData("{\"text\":\"a\"}", "symptom a", "1", "")]
    [InlineData("[{\"x\":1}]", "note {\"x\":1}", "1", "TT104")]
    [InlineData("[{\"probe_id\":\"p1\",\"ΔS_q_r\":NaN,\"coverage\":-Infinity}]", "probe p1 NaN -Infinity", "1", "")]
    [InlineData("{\"probe_id\":\"p1\",\"coverage\":0.5}\n{\"probe_id\":\"p2\",\"cov\n{\"probe_id\":\"p3\"}", "probe p1 0.5 / probe p3", "1 3", "TT101")]
    [InlineData("{\"symptoms\":[\"a\",\"b\",\"c", "symptom a / symptom b", "1 1", "TT116")]
    [InlineData("{\"topology\":\"A(active)\",\n\"symptoms\":[\"a\"],\n\"probes\":[{\"id\":\"p\",\"ΔS\":0.5},{\"id\":\"q\"", "exercise topology=A(active) / symptom a / probe p 0.5", "1 2 3", "TT116")]
    [InlineData("{\"symptoms\":[\"NaN is not NaN\", NaN]}", "symptom NaN is not NaN / symptom NaN", "1 1", "")]
    public void Every_whole_part_is_read_and_what_is_not_is_said(string text, string events, string lines, string codes)
    {
        var (json, into) = Read(text);
        Assert.True(json);
        var read = into.Events();
        Assert.Equal(events, Show.Events(read));
        Assert.Equal((lines, codes), (Show.Lines(read), Show.Codes(into.Notes)));
    }

    [Theory]
    [InlineData("[{\"probe_id\":\"p1\"},\n\n{\"probe_id\":", 3)]
    [InlineData("{\"symptoms\":[\n\"a\"\n\"b\"]}", 3)]
    public void A_torn_document_is_named_by_the_line_where_it_breaks(string text, int line) =>
        Assert.Equal(("TT116", line), (Assert.Single(Read(text).Into.Notes).Code, Read(text).Into.Notes[0].Place.Line));

    [Theory]
    [InlineData("{\"symptoms\":[\"half \\ud83d\"],\"topology\":\"\\udc00(active)\",\"tier\\ud800\":1}")]
    [InlineData("[{\"type\":\"\\ud800\",\"text\":\"\\udfff\"}]")]
    [InlineData("[\"\\ud800\"]")]
    public void Half_a_character_is_a_character(string text)
    {
        var (_, into) = Read(text);
        Assert.NotEmpty(into.Events());
        Assert.All(into.Events(), e => Assert.All(e.Fields.Keys, name => _ = e.Text(name)));
    }
}
