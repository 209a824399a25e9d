using TabletopAgent.Import;
using TabletopAgent.Import.Times;

namespace TabletopAgent.Tests.Import.Times;

public sealed class CalendarTests
{
    [Fact]
    public void A_day_is_carried_until_the_clock_falls_far_back() =>
        Assert.Equal(["2018-05-12 22:00", "2018-05-12 23:50", "2018-05-13 00:40", "2018-05-13 01:00"], Resolved("2018-05-12", "22:00", "23:50", "00:40", "01:00"));

    [Fact]
    public void A_little_step_back_is_no_midnight() => Assert.Equal(["2018-05-12 13:00", "2018-05-12 12:57"], Resolved("2018-05-12", "13:00", "12:57"));

    [Fact]
    public void A_year_left_out_is_the_nearest() => Assert.Equal(["2023-12-31 23:00", "2024-01-01 01:00"], Resolved("2023-12-31", "Dec 31 23:00", "Jan 1 01:00"));

    [Fact]
    public void Doubtful_days_follow_the_sure_ones()
    {
        // Beside 2025-06-05, 06/05/2025 is an American's fifth of June.
        Assert.Equal(["2025-06-05 10:00"], Resolved("2025-06-05", "06/05/2025 10:00"));
        Assert.Equal(["2025-05-06 10:00"], Resolved("2025-05-06", "06/05/2025 10:00"));
    }

    [Fact]
    public void Newest_first_is_turned_round() => Assert.Equal(["2023-03-29 07:30", "2023-03-29 14:00", "2023-03-29 15:50"], Resolved("2023-03-29", "15:50", "14:00", "07:30"));

    [Fact]
    public void Without_any_day_nothing_is_placed() => Assert.Equal([""], Resolved(null, "10:00"));

    private static IEnumerable<string> Resolved(string? day, params string[] entries)
    {
        var draft = new Draft("x.md", "report", 1);
        if (day is not null) draft.Days.Add(("title", 1, Clock.Leading(day)!));
        draft.Entries = [.. entries.Select((e, i) => new Entry(i + 1, Clock.Leading(e)!, "said", "said", "Timeline"))];
        new Calendar(draft).Resolve();
        return draft.Entries.Select(e => e.Local?.ToString("yyyy-MM-dd HH:mm") ?? "");
    }
}
