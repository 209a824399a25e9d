using TabletopAgent.Import.Forms;
using TabletopAgent.Import.Reports;

namespace TabletopAgent.Tests.Import.Forms;

public sealed class CStateTests
{
    private const string Page = "---\ntitle: Down\ndate: 2024-01-01T10:00:00-00:00\nresolved: true\nresolvedWhen: 2024-01-01T12:00:00-00:00\nseverity: down\nsection: issue\n---\n[Final message]\nback online at 11:50 UTC\n\n[Update - 2024-01-01 11h00 UTC]\nworking on it\n";

    [Fact]
    public void Is_known_by_its_fields()
    {
        Assert.True(CState.Is(FrontMatterKeys.Read(Page).Fields));
        Assert.False(CState.Is(FrontMatterKeys.Read("---\ntitle: x\ndate: 2024-01-01\n---\n").Fields));
    }

    [Fact]
    public void Messages_are_published_entries()
    {
        var draft = CState.Read("2024-01-01-down.md", Page);
        Assert.Equal([(9, true), (12, true)], draft.Entries.Select(e => (e.Line, e.Published)));
        Assert.Equal([true, false], draft.Entries.Select(e => e.Stamp.Open));
    }

    [Fact]
    public void Midnight_is_a_placeholder() =>
        Assert.True(CState.Read("x.md", Page.Replace("T10:00:00-00:00", " 00:00:00", StringComparison.Ordinal)).Keys[0].Stamp.Approx);
}
