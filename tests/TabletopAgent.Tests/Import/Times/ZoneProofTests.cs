using TabletopAgent.Import;
using TabletopAgent.Import.Times;

namespace TabletopAgent.Tests.Import.Times;

public sealed class ZoneProofTests
{
    [Theory]
    [InlineData("Started June 4, 2024 at 1:15PM UTC", "UTC-04:00", true)]
    [InlineData("Started June 4, 2024 at 7:15AM UTC", "Europe/Berlin", false)]
    [InlineData("Another alert of June 4, 2024 at 1:40PM UTC", "Europe/Berlin", false)]
    [InlineData("An alert of May 2, 2024 at 1:15PM UTC", "Europe/Berlin", false)]
    public void A_quote_of_the_same_minute_proves_the_clock(string text, string zone, bool found)
    {
        var draft = new Draft("x.md", "report", 1) { Entries = [new Entry(5, Clock.Leading("9:15 AM")!, text, text, "") { Local = new DateTime(2024, 6, 4, 9, 15, 0) }] };
        Assert.Equal(zone, ZoneProof.Check(draft, Zones.Find("CEST")!).Name);
        Assert.Equal(found, draft.Findings.Exists(f => f.Kind == "tz"));
    }
}
