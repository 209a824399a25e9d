using TabletopAgent.Import.Forms;

namespace TabletopAgent.Tests.Import.Forms;

public sealed class JsonTreeTests
{
    [Fact]
    public void Values_know_their_lines()
    {
        var root = JsonTree.Read("x.json", "{\n  \"a\": [\n    {\"b\": 1},\n    {\"b\": \"two\"}\n  ]\n}", [])!;
        Assert.Equal([3, 4], root["a"]!.Items.Select(i => i.Line));
        Assert.Equal(("1", "two"), (root["a"]!.Items[0]["b"]!.Text, root["a"]!.Items[1].Of("none", "b")));
    }

    [Fact]
    public void A_torn_document_gives_what_came_before()
    {
        var notes = new List<Note>();
        var root = JsonTree.Read("x.json", "{\"a\": 1,\n \"b\": tru", notes)!;
        Assert.Equal("1", root["a"]!.Text);
        Assert.Equal(("TT636", 2), notes.Select(n => (n.Code, n.Place.Line)).Single());
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    public void What_is_none_is_null_and_a_note(string text)
    {
        var notes = new List<Note>();
        Assert.Null(JsonTree.Read("x.json", text, notes));
        Assert.Single(notes);
    }

    [Fact]
    public void All_of_it_is_walked_in_order() =>
        Assert.Equal(["1", "2", "3"], JsonTree.Read("x", "{\"a\":1,\"b\":[2,{\"c\":3}]}", [])!.All().Where(v => v.Text is not null).Select(v => v.Text));
}
