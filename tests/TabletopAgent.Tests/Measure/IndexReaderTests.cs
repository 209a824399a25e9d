using System.Text.Json;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class IndexReaderTests
{
    private static readonly Place Brief = new("brief.md", 4);

    [Fact]
    public void A_line_gives_every_field()
    {
        var notes = new List<Note>();
        var index = IndexReader.Line("docs-v3-green metric=cos analyzer=ICU hash=9f2c dim=768 model=bge-m3 reranker=v2 normalize=true intentional=true", Brief, notes);
        Assert.Equal(new IndexIdentity(Brief, "docs-v3-green", "cosine", "icu", "9f2c", "768", "bge-m3", "v2", "true", true), index);
        Assert.Empty(notes);
    }

    [Theory]
    [InlineData("docs-v3-green, cosine, analyzer: icu", "docs-v3-green", "cosine")]
    [InlineData("index=docs-v3-green; metric = dot", "docs-v3-green", "inner_product")]
    [InlineData("METRIC=l2 docs-v3-green INDEX_HASH=…", "docs-v3-green", "l2")]
    public void People_write_the_line_in_their_own_way(string line, string family, string metric)
    {
        var index = IndexReader.Line(line, Brief, []);
        Assert.Equal((family, metric, null), (index.Family, index.Metric, index.Hash));
    }

    [Fact]
    public void What_is_not_understood_is_kept_in_a_note()
    {
        var notes = new List<Note>();
        IndexReader.Line("docs-v3-green shards=4 nightly", Brief, notes);
        Assert.Equal(["TT301", "TT301"], notes.Select(n => n.Code));
        Assert.Contains("shards=4", notes[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_given_twice_is_said_and_the_last_one_counts()
    {
        var notes = new List<Note>();
        Assert.Equal("l2", IndexReader.Line("metric=cosine metric=l2", Brief, notes).Metric);
        Assert.Equal("TT302", Assert.Single(notes).Code);
    }

    [Fact]
    public void The_field_of_an_exercise_is_a_list_an_object_or_a_line()
    {
        var notes = new List<Note>();
        var list = IndexReader.Read(JsonElement.Parse("""[{"color":"blue","family":"docs-v3-blue","dim":768,"normalize":true,"hash":null},"docs-v3-green dim=768"]"""), Brief, notes);
        Assert.Equal(["docs-v3-blue", "docs-v3-green"], list.Select(i => i.Family));
        Assert.All(list, i => Assert.Equal("768", i.Dim));
        Assert.Equal("true", list[0].Normalize);
        Assert.Empty(notes);
        Assert.Empty(IndexReader.Read(JsonElement.Parse("7"), Brief, notes));
    }
}
