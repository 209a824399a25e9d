using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class CitationTests
{
    [Theory]
    [InlineData("doc:hr-handbook#s4.2", "hr-handbook", "s4.2")]
    [InlineData("hr-handbook#s4.2", "hr-handbook", "s4.2")]
    [InlineData("doc:hr-handbook", "hr-handbook", null)]
    [InlineData("benefits.pto.rules", null, "benefits.pto.rules")]
    [InlineData("#", null, null)]
    [InlineData("", null, "")]
    public void A_citation_names_a_document_a_section_or_both(string text, string? doc, string? section) =>
        Assert.Equal(new Citation(doc, section), Citation.Parse(text));

    [Theory]
    [InlineData("pto", "pto", true)]
    [InlineData("pto.rules", "pto", true)]
    [InlineData("pto", "pto.rules", false)]
    [InlineData("ptolemy", "pto", false)]
    [InlineData("hr#pto.rules", "pto", true)]
    [InlineData("hr#pto", "it#pto", false)]
    [InlineData("doc:hr", "pto", false)]
    public void A_place_lies_within_a_section_or_not(string place, string section, bool within) =>
        Assert.Equal(within, Citation.Parse(place).Within(Citation.Parse(section)));

    [Theory]
    [InlineData("chunk-7", true)]
    [InlineData("doc:hr", true)]
    [InlineData("doc:hr#pto", true)]
    [InlineData("doc:hr#pto.rules", true)]
    [InlineData("doc:hr#vpn", false)]
    [InlineData("doc:it", false)]
    public void A_citation_points_at_a_chunk_by_id_section_or_document(string citation, bool points) =>
        Assert.Equal(points, Citation.Parse(citation).PointsAt(new Chunk("chunk-7", "hr", "pto.rules", null, null, null, null), citation));
}
