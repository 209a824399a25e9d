namespace TabletopAgent.Tests.Import;

public sealed class FigureAnchorTests
{
    private static string With(string figures, params string[] entries) => Document.Timeline(entries) + $"\n## Stats\n\n{figures}\n";

    [Fact]
    public void Two_figures_find_three_entries() =>
        // 335 minutes before 13:35 is 08:00; 408 after it is 14:48.
        Assert.Equal("impact 08:00, detected 13:35, mitigated 14:48",
            Document.Times(With("- Time to detection: 335 minutes\n- Time to recovery: 408 minutes", "08:00 Object applied", "13:35 First report of the issue by a user", "14:06 Second report", "14:48 Object removed, requests were forwarded again", "14:49 First user says that it works")));

    [Fact]
    public void The_exact_entry_is_meant_of_two_that_are_near() =>
        Assert.Equal("impact 07:32, detected 07:40, mitigated 07:42, resolved 07:42",
            Document.Times(With("- Time to detection: 8 minutes\n- Time to recovery: 10 minutes", "07:32 Pipeline starts", "07:39 A user reports errors", "07:40 Alarm received", "07:42 Targets attached (resolved)")));

    [Fact]
    public void A_figure_that_fits_nothing_finds_nothing() =>
        Assert.Equal("detected 10:00, mitigated 10:30, resolved 10:30", Document.Times(With("- Time to recovery: 77 minutes", "09:55 Deploy", "10:00 Alert", "10:30 Rolled back, service restored")));
}
