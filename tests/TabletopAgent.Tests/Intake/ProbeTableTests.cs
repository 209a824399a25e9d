using TabletopAgent.Intake;

namespace TabletopAgent.Tests.Intake;

public sealed class ProbeTableTests
{
    private static Gathered Read(string text, string? phase = null)
    {
        var into = new Gathered();
        ProbeTable.Read(text, "p.csv", 1, into, phase);
        return into;
    }

    [Theory]
    [InlineData("probe_id,coverage\n", true)]
    [InlineData("\"ΔS\";\"λ\"", true)]
    [InlineData("sep=;\nprobe_id;ΔS", true)]
    [InlineData("probe_id\n", false)]
    [InlineData("writes fail, reads fine", false)]
    [InlineData("", false)]
    public void A_header_names_two_fields_of_a_probe(string text, bool header) => Assert.Equal(header, ProbeTable.IsHeader(text));

    [Theory]
    [InlineData("0.5", false, 0.5)]
    [InlineData("55%", false, 0.55)]
    [InlineData("55 %", false, 0.55)]
    [InlineData("−0.2", false, -0.2)]
    [InlineData("0,61", true, 0.61)]
    [InlineData("0,61", false, null)]
    [InlineData("1.234,5", true, null)]
    [InlineData("NaN", false, null)]
    [InlineData("1e999", false, null)]
    [InlineData("1,000", false, null)]
    public void A_number_is_read_in_one_way_or_not_at_all(string cell, bool comma, double? number) => Assert.Equal(number, ProbeTable.Number(cell, comma));

    [Theory]
    [InlineData("probe_id,ΔS,coverage\np1,0.61,0.55\n\np2,,0.6\n", "probe p1 0.61 0.55 / probe p2 0.6", "2 4", "")]
    [InlineData("probe_id;ΔS;coverage\np1;0,61;55%", "probe p1 0.61 0.55", "2", "")]
    [InlineData("probe_id,coverge,ΔS\np1,0.5,0.4\np2,0.5,0.4", "probe p1 0.4 / probe p2 0.4", "2 3", "TT105")]
    [InlineData("probe_id,ΔS\np1,0.4,more", "probe p1 0.4", "2", "TT308")]
    [InlineData("probe_id,ΔS", "", "", "")]
    public void Each_row_is_a_probe_at_its_line(string text, string probes, string lines, string codes)
    {
        var into = Read(text);
        Assert.Equal((probes, lines, codes), (Show.Events(into.Events()), Show.Lines(into.Events()), Show.Codes(into.Notes)));
    }

    [Theory]
    [InlineData("probe_id,citations\np1,a;b|c", "[\"a\",\"b\",\"c\"]")]
    [InlineData("probe_id,citations\np1,\"[\"\"a\"\",\"\"\\ud800\"\"]\"", "[\"a\",\"\uFFFD\"]")]
    [InlineData("probe_id,citations\np1,[torn", "[\"[torn\"]")]
    public void A_list_in_a_cell_is_a_list(string text, string citations) => Assert.Equal(citations, Assert.Single(Read(text).Events()).Fields["citations"].GetRawText());

    [Theory]
    [InlineData("probe_id,question,retrieved_text\np1,q,\"text, with; marks\"", "\"text, with; marks\"")]
    [InlineData("id,question,contexts\np1,q,\"[\"\"one piece\"\",\"\"another\"\"]\"", "[\"one piece\",\"another\"]")]
    [InlineData("id,question,Retrieved\np1,q,42", "\"42\"")]
    [InlineData("id,question,retrieved text\np1,q,[1] as it says there", "\"[1] as it says there\"")]
    public void Retrieved_text_is_text_or_a_list_of_pieces(string text, string read) => Assert.Equal(read, Assert.Single(Read(text).Events()).Fields["retrieved_text"].GetRawText());

    [Fact]
    public void The_apostrophe_against_formulas_is_taken_off_again() =>
        Assert.Equal("=HYPERLINK(0)", Assert.Single(Read("probe_id,question,ΔS\np1,'=HYPERLINK(0),0.5").Events()).Text("question"));

    [Fact]
    public void A_probe_that_names_its_phase_keeps_it() =>
        Assert.Equal(["post", "baseline"], Read("probe_id,ΔS,phase\np1,0.5,\np1,0.4,baseline", "post").Events().Select(e => e.Text("phase")));
}
