using TabletopAgent.Import.Times;

namespace TabletopAgent.Tests.Import.Times;

public sealed class ClockTests
{
    /// <summary>What stands at the beginning of an entry: date, clock, zone, about (~), end of a range (to).</summary>
    [Theory]
    [InlineData("2021-06-22 08:21 text", "2021-06-22 08:21")]
    [InlineData("2021-06-22T08:21:05Z text", "2021-06-22 08:21:05 Z")]
    [InlineData("2021-05-25T11:30:00-00:00", "2021-05-25 11:30 -00:00")]
    [InlineData("2021-10-01 00:00:00", "2021-10-01 00:00")]
    [InlineData("9:29 text", "09:29")]
    [InlineData("11.50 text", "11:50")]
    [InlineData("1600 text", "16:00")]
    [InlineData("0930hrs text", "09:30")]
    [InlineData("15h50 UTC text", "15:50 UTC")]
    [InlineData("12:29p text", "12:29 pm")]
    [InlineData("17:14pm", "17:14 pm")]
    [InlineData("0:25:59 AM", "00:25:59 am")]
    [InlineData("12:05 AM", "00:05 am")]
    [InlineData("9am text", "09:00 am")]
    [InlineData("3.30 pm text", "15:30 pm")]
    [InlineData("**17:25 UTC** - text", "17:25 UTC")]
    [InlineData("22:30 UTC (Oct 29) - text", "?-10-29 22:30 UTC")]
    [InlineData("(14:00) text", "14:00")]
    [InlineData("{{ 06:10 }} text", "06:10")]
    [InlineData("09:00 - 11:00 text", "09:00 to 11:00")]
    [InlineData("8:20 – 8:24: text", "08:20 to 08:24")]
    [InlineData("16:05:57-58 text", "16:05:57")]
    [InlineData("~13:30-13:45 text", "~ 13:30 to 13:45")]
    [InlineData("ca. 18:30 text", "~ 18:30")]
    [InlineData("around 19:30 text", "~ 19:30")]
    [InlineData("10:45~ text", "~ 10:45")]
    [InlineData("~2025-03-03 19:30", "~ 2025-03-03 19:30")]
    [InlineData("Jan 14, 10:18 AM | text", "?-01-14 10:18 am")]
    [InlineData("March 20, 12:44", "?-03-20 12:44")]
    [InlineData("July 23 4:10 AM", "?-07-23 04:10 am")]
    [InlineData("July 11, 2025, 12:42 PM", "2025-07-11 12:42 pm")]
    [InlineData("19. April, 11:00", "?-04-19 11:00")]
    [InlineData("15 May", "?-05-15")]
    [InlineData("24/07/25", "2025-07-24")]
    [InlineData("24-07-2025 10:00", "2025-07-24 10:00")]
    [InlineData("07/24/2025 10:00", "2025-07-24 10:00")]
    [InlineData("Tuesday 22nd of June 2021 at 08:00", "2021-06-22 08:00 Tuesday")]
    [InlineData("10:15 PM IST on 3 March", "?-03-03 22:15 pm IST")]
    [InlineData("14:00 Europe/Berlin text", "14:00 Europe/Berlin")]
    [InlineData("20:00 UTC+2 text", "20:00 UTC+2")]
    public void Reads_a_leading_time(string text, string expected) => Assert.Equal(expected, Say(Clock.Leading(text)));

    [Theory]
    [InlineData("2X:XX text")]
    [InlineData("14:?? text")]
    [InlineData("--:--")]
    [InlineData("HH:mm text")]
    [InlineData("Time TBC - text")]
    [InlineData("2022-02-?? ??:?? text")]
    public void A_time_left_open_is_open(string text)
    {
        var stamp = Clock.Leading(text);
        Assert.True(stamp is { Open: true, HasTime: false });
    }

    [Theory]
    [InlineData("text without a time")]
    [InlineData("25:10 is no time")]
    [InlineData("10:75 is no time")]
    [InlineData("1.24.0 is a version")]
    [InlineData("2.5 GB of memory")]
    [InlineData("5h08m is a length")]
    [InlineData("10.128.0.7 is an address")]
    [InlineData("May be wrong")]
    [InlineData("Sun is shining")]
    public void What_is_no_time_is_none(string text) => Assert.Null(Clock.Leading(text) is { } stamp && (stamp.HasTime || stamp.HasDate) ? Say(stamp) : null);

    /// <summary>In a sentence only what cannot be anything else is a time.</summary>
    [Theory]
    [InlineData("went down approx 16:03, back at 16:30 UTC", "~ 16:03; 16:30 UTC")]
    [InlineData("at localhost:8080 and v1.20:33 nothing", "")]
    [InlineData("https://example.org/p1597399295031000?t=10", "")]
    [InlineData("from 2021-05-25 11:30 UTC until 2021-05-26 07:51 UTC.", "2021-05-25 11:30 UTC; 2021-05-26 07:51 UTC")]
    [InlineData("upgrade to 1.17 took 11.50 minutes", "")]
    [InlineData("between 09:00 and 09:30", "09:00; 09:30")]
    public void Finds_times_in_sentences(string text, string expected) => Assert.Equal(expected, string.Join("; ", Clock.In(text).Select(Say)));

    private static string? Say(Stamp? s)
    {
        if (s is null) return null;
        var parts = new List<string>();
        if (s.Approx) parts.Add("~");
        if (s.HasDate) parts.Add($"{(s.Year is { } year ? $"{year:0000}" : "?")}-{s.Month:00}-{s.Day:00}");
        if (s.HasTime) parts.Add($"{s.Hour:00}:{s.Minute:00}{(s.Second > 0 ? $":{s.Second:00}" : "")}");
        if (s.Meridiem) parts.Add(s.Hour < 12 ? "am" : "pm");
        if (s.Zone is { } zone) parts.Add(zone);
        if (s.Until is { } until) parts.Add($"to {until:HH\\:mm}");
        if (s.Weekday is { } weekday) parts.Add(weekday.ToString());
        return string.Join(' ', parts);
    }
}
