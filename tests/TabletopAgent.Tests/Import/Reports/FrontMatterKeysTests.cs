using TabletopAgent.Import.Reports;

namespace TabletopAgent.Tests.Import.Reports;

public sealed class FrontMatterKeysTests
{
    [Fact]
    public void Reads_fields_with_their_lines()
    {
        var (fields, next) = FrontMatterKeys.Read("---\ntitle: \"A: b\"\n# a comment\ndate: 2024-01-01 10:00:00\naffected:\n  - ci\n---\ntext");
        Assert.Equal([("title", "A: b", 2), ("date", "2024-01-01 10:00:00", 4), ("affected", "", 5)], fields);
        Assert.Equal(8, next);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("---\ntitle: x\n")]
    [InlineData("")]
    public void Without_fences_there_is_none(string text) => Assert.Equal((0, 1), FrontMatterKeys.Read(text) is var (fields, next) ? (fields.Count, next) : default);
}
