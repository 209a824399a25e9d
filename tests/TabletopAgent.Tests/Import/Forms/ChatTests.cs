using TabletopAgent.Import;
using TabletopAgent.Import.Forms;

namespace TabletopAgent.Tests.Import.Forms;

public sealed class ChatTests
{
    private static readonly Dictionary<string, string> Names = new() { ["U1"] = "Ada", ["U2"] = "Ben" };

    [Fact]
    public void Mentions_links_and_channels_are_read_as_people_see_them()
    {
        var entry = Read("""[{"ts":"1711533720.1","user":"U1","text":"<@U2> see <https://x.y|the board> in <#C1|ops> &amp; go"},{"ts":"1711533721.1","user":"U9","text":"ok"}]""").Entries[0];
        Assert.Equal(("@Ben see the board in #ops & go", "Ada"), (entry.Text, entry.By));
    }

    [Fact]
    public void A_bot_speaks_in_attachments() =>
        Assert.Equal("ALERT 5xx", Read("""[{"ts":"1711533720.1","subtype":"bot_message","username":"Watcher","text":"","attachments":[{"fallback":"ALERT 5xx"}]},{"ts":"1711533721.1","text":"ok"}]""").Entries[0].Text);

    [Fact]
    public void Reactions_are_marks() =>
        Assert.Equal(":eyes: 2, :+1: 1", Read("""[{"ts":"1711533720.1","text":"a","reactions":[{"name":"eyes","count":2},{"name":"+1"}]},{"ts":"1711533721.1","text":"b"}]""").Entries[0].Reactions);

    [Fact]
    public void Threads_stand_in_the_order_of_time() =>
        Assert.Equal(["first", "reply", "last"], Read("""[{"ts":"1711533720.1","text":"first"},{"ts":"1711533999.1","text":"last"},{"ts":"1711533800.1","thread_ts":"1711533720.1","text":"reply"}]""").Entries.Select(e => e.Text));

    [Fact]
    public void Joins_are_nothing_and_deletions_are_said()
    {
        var draft = Read("""[{"ts":"1711533720.1","subtype":"channel_join","text":"joined"},{"ts":"1711533721.1","subtype":"tombstone","text":"This message was deleted."},{"ts":"1711533722.1","text":"here"}]""");
        Assert.Equal("here", Assert.Single(draft.Entries).Text);
        Assert.Equal(["TT638"], draft.Notes.Select(n => n.Code));
    }

    [Fact]
    public void Days_of_a_channel_are_one_incident_with_their_own_files()
    {
        var notes = new List<Note>();
        var read = Importer.ReadChannel("export/inc-7", [("export/inc-7/2024-03-27.json", """[{"ts":"1711533720.1","user":"U1","text":"Declaring an incident"}]"""), ("export/inc-7/2024-03-28.json", """[{"ts":"1711620120.1","user":"U2","text":"Incident resolved"}]""")],
            new ImportOptions(Users: Names), notes)!;
        Assert.Equal("inc-7", read.Title);
        Assert.Contains(read.Events, e => e.Place is { File: "export/inc-7/2024-03-28.json", Line: 1 });
        Assert.Equal(["2024-03-27 10:02", "2024-03-28 10:02"], new[] { Mark.Declared, Mark.Resolved }.Select(m => read.Stated.Times[m].Local.ToString("yyyy-MM-dd HH:mm")));
    }

    [Fact]
    public void People_are_found_in_users_json() =>
        Assert.Equal("ada.l", Chat.Users(JsonTree.Read("users.json", """[{"id":"U1","name":"a","profile":{"display_name":"ada.l"}},{"id":"U2"}]""", []))["U1"]);

    private static Draft Read(string json) => Chat.Read("export/ops/2024-03-27.json", JsonTree.Read("x.json", json, [])!, Names);
}
