using TabletopAgent.Import;
using TabletopAgent.Import.Times;

namespace TabletopAgent.Tests.Import.Times;

public sealed class TyposTests
{
    [Theory]
    [InlineData("2024-01-04", "2023-01-04", "2024-01-04", "year_typo")]
    [InlineData("2022-07-01", "20222-07-01", "2022-07-01", "year_typo")]
    [InlineData("2025-03-02", "22025-03-02", "2025-03-02", "year_typo")]
    [InlineData("2021-10-14", "2021-09-14", "2021-10-14", "month_typo")]
    [InlineData("2021-10-14", "2021-10-13", "2021-10-13", null)]
    [InlineData("2021-10-14", "2021-06-02", "2021-06-02", null)]
    public void A_date_that_cannot_be_meant_between_two_others_is_put_right(string around, string written, string meant, string? kind)
    {
        var draft = new Draft("x.md", "report", 1) { Entries = [.. new[] { around, written, around }.Select((d, i) => new Entry(i + 1, Clock.Leading($"{d} 10:00")!, "a", "a", ""))] };
        Typos.Mend(draft);
        var stamp = draft.Entries[1].Stamp;
        Assert.Equal(meant, $"{stamp.Year}-{stamp.Month:00}-{stamp.Day:00}");
        Assert.Equal(kind, draft.Findings.Select(f => f.Kind).SingleOrDefault());
    }
}
