using TabletopAgent.Knowledge;

namespace TabletopAgent.Tests.Knowledge;

public sealed class YamlTests
{
    private readonly List<Note> _notes = [];

    [Fact]
    public void Names_and_lists_Are_read()
    {
        var yaml = Yaml.Read("a: ' x '\nn: 7\nl: [p, q]\none: p\nempty:\nm:\n  - k: v\nd:\n  e: f\n", "f", 1, _notes)!;
        Assert.Equal(("x", 7, null, null), (yaml.Text("a"), yaml.Whole("n"), yaml.Whole("a"), yaml.Text("empty")));
        Assert.Equal(["p", "q"], yaml.List("l"));
        Assert.Equal(["p"], yaml.List("one"));
        Assert.Empty(yaml.List("nothing"));
        Assert.Equal(("v", 8), yaml.Maps("m").Select(m => (m.Text("k"), m.Line)).Single());
        Assert.Equal(("e", "f"), yaml.Pairs("d").Single());
    }

    [Theory]
    [InlineData("a: [", 3)]
    [InlineData("a: b\nc: :d: e", 3)]
    [InlineData("- a", 2)]
    [InlineData("", 2)]
    [InlineData("a: *nothing", 2)]
    [InlineData("a: 1\na: 2", 3)]
    public void What_is_no_mapping_Is_a_note(string text, int line)
    {
        Assert.Null(Yaml.Read(text, "f", 1, _notes));
        Assert.Equal(("TT401", line), (Assert.Single(_notes).Code, _notes[0].Place.Line));
    }

    [Fact]
    public void Keys_that_are_lists_Do_not_throw() => Assert.Empty(Yaml.Read("d:\n  [a, b]: c\n", "f", 0, _notes)?.Pairs("d") ?? []);
}
