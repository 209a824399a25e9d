namespace TabletopAgent.Tests.Import.Checks;

public sealed class ConflictCheckTests
{
    [Theory]
    [InlineData("2024-03-04 16:01: Incident repaired", "mitigated")]
    [InlineData("2024-03-04 15:00: Incident repaired", "")]
    [InlineData("2024-03-04 14:20: Incident declared", "declared")]
    [InlineData("2024-03-04 17:30: Incident resolved", "resolved")]
    [InlineData("2024-03-04 15:20: one service repaired, more to do", "")]
    public void A_field_and_an_entry_must_agree(string entry, string expected) =>
        Assert.Equal(expected, Document.Findings(Document.Keys("First detected @14:00", "Incident declared @14:10", "Repaired @15:00", "Resolved @17:00") + $"\n## Timeline\n\n- {entry}\n"));

    [Fact]
    public void Two_starts_disagree() =>
        Assert.Equal("started", Document.Findings(Document.Keys("Fault occurs @14:00", "Resolved @15:00") + "\nPages fail since 13:50.\n"));

    [Fact]
    public void A_window_of_part_of_it_is_no_second_start() =>
        Assert.Equal("", Document.Findings(Document.Keys("Fault occurs @14:00", "Resolved @15:00") + "\nBetween 14:22 and 14:26 no metrics came in.\n"));

    [Fact]
    public void A_start_on_another_day_disagrees() =>
        Assert.Equal("started", Document.Findings(Document.Keys("Fault occurs @14:00", "Resolved @15:00") + "\nThe issue had started on 1 March.\n"));

    [Fact]
    public void A_label_that_another_clock_disproves_is_wrong() =>
        // 4 July is summer time: 15:00 in London is 14:00 UTC, and cannot be 15:00 UTC as well.
        Assert.Equal("tz", Document.Findings("# Incident on 2024-07-04\n\n- First detected 2024-07-04 14:00\n- Repaired 2024-07-04 14:30\n- Resolved 2024-07-04 15:00\n\n**Status**: Resolved at 2024-07-04 15:00 UTC\n", "Europe/London"));

    [Fact]
    public void Letters_out_of_season_are_wrong() => Assert.Equal("tz", Document.Findings("# Trouble on 2024-07-04\n\n## Timeline (PST)\n\n- 10:00 Alert\n- 10:10 Service restored\n"));

    [Fact]
    public void A_time_to_detect_that_overlooks_a_report_disagrees() =>
        Assert.Equal("detected", Document.Findings(Document.Timeline("07:32 Pipeline starts (problem started)", "07:36 A user reported errors", "07:40 Alarm received", "07:42 Targets attached (resolved)") + "\n## Stats\n\n- Time to detection: 8 minutes\n- Time to recovery: 10 minutes\n"));
}
