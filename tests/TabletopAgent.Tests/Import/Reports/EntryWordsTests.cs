using TabletopAgent.Import.Reports;

namespace TabletopAgent.Tests.Import.Reports;

public sealed class EntryWordsTests
{
    [Theory]
    [InlineData("Users report all launches are failing", "detects")]
    [InlineData("Alert fires: replication lag", "detects")]
    [InlineData("Chris sees 502s on the gateway", "detects")]
    [InlineData("was dismissed as a holdover, though reported", "")]
    [InlineData("Rollback complete; uploads recover", "mitigates")]
    [InlineData("Redis begins recovering from the storm", "")]
    [InlineData("Full service restoration confirmed", "mitigates")]
    [InlineData("Upload error rate rises from 0.2% to 100%", "begins")]
    [InlineData("Engineer starts investigating", "looks")]
    [InlineData("The API server became unavailable", "begins")]
    [InlineData("Launch success metric reaches 0%", "begins")]
    [InlineData("Incident declared", "declares")]
    [InlineData("Sev 1 ticket raised", "declares")]
    [InlineData("Dana opens an incident", "declares")]
    [InlineData("Launches are back to normal", "mitigates resolves")]
    [InlineData("prod hub is up and DNS is updated", "mitigates")]
    [InlineData("the proxy is up, but kubectl fails", "")]
    [InlineData("the staging hub is up", "")]
    [InlineData("Restart did not resolve the problem, not fixed", "")]
    [InlineData("this should be fixed by tomorrow", "")]
    [InlineData("Students are able to start their servers", "mitigates")]
    [InlineData("Incident resolved and communicated", "mitigates resolves ended")]
    [InlineData("Outage mitigated", "mitigates repaired")]
    [InlineData("Issue closed, post-mortem begins", "resolves ended")]
    public void Understands_what_an_entry_says(string text, string expected)
    {
        var said = new[]
        {
            (EntryWords.Detects(text), "detects"), (EntryWords.Looks(text), "looks"), (EntryWords.Begins(text), "begins"), (EntryWords.Declares(text), "declares"),
            (EntryWords.Mitigates(text), "mitigates"), (EntryWords.Resolves(text), "resolves"), (EntryWords.SaysResolved(text), "ended"), (EntryWords.SaysMitigated(text), "repaired"),
        };
        var all = said.Where(s => s.Item1).Select(s => s.Item2).ToHashSet();
        foreach (var word in expected.Split(' ', StringSplitOptions.RemoveEmptyEntries)) Assert.Contains(word, all);
        if (expected.Length == 0) Assert.DoesNotContain("mitigates", all);
        if (expected.Length == 0) Assert.DoesNotContain("detects", all.Where(_ => text.Contains("dismissed", StringComparison.Ordinal)));
        if (!expected.Contains("ended", StringComparison.Ordinal)) Assert.DoesNotContain("ended", all);
    }

    [Theory]
    [InlineData("Decision made to restore the password", true, false)]
    [InlineData("Update posted to users on the status page", false, true)]
    [InlineData("Node rebooted", false, false)]
    public void Tells_decisions_and_messages(string text, bool decides, bool tells) => Assert.Equal((decides, tells), (EntryWords.Decides(text), EntryWords.Tells(text)));

    [Fact]
    public void Knows_when_it_came_back() => Assert.True(EntryWords.Reopens("Incident reopened, errors again"));

    [Fact]
    public void An_alert_that_did_not_fire_detects_nothing() => Assert.False(EntryWords.Detects("Upload errors at 100%. No alert fires; the alert is defined on 5xx rate."));

    [Fact]
    public void Knows_a_report() => Assert.True(EntryWords.Reports("A user reported 503 for all services"));
}
