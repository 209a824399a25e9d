using TabletopAgent.Import;

namespace TabletopAgent.Tests.Import.Checks;

public sealed class DateCheckTests
{
    [Theory]
    [InlineData("2024-03-04-x.md", "# Trouble 2024-03-04", "")]
    [InlineData("2024-03-05-x.md", "# Trouble 2024-03-04", "date")]
    [InlineData("x.md", "# Trouble 2024-03-01", "date")]
    [InlineData("2024-03-06-x.md", "# Trouble", "")]
    [InlineData("x.md", "# Trouble on Monday, 4 March 2024", "")]
    [InlineData("x.md", "# Trouble on Tuesday, 4 March 2024", "weekday")]
    public void A_document_is_named_after_its_first_or_last_day(string file, string title, string expected) =>
        Assert.Equal(expected, string.Join(' ', Importer.Read(file, $"{title}\n\n## Timeline (UTC)\n\n- 2024-03-04 10:00 Alert\n- 2024-03-06 09:00 Incident resolved\n", new ImportOptions(), []).Single().Findings.Select(f => f.Kind)));
}
