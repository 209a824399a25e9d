namespace TabletopAgent.Tests;

public sealed class NoteTests
{
    [Theory]
    [InlineData("a.md", 3, "a.md:3")]
    [InlineData("--symptom 2", 0, "--symptom 2")]
    [InlineData("C:\\a b.md", 1, "C:\\a b.md:1")]
    public void A_place_is_what_editors_can_jump_to(string file, int line, string shown) => Assert.Equal(shown, new Place(file, line).ToString());

    [Theory]
    [InlineData(Severity.Error, "a.md:3: error TT999: is wrong.")]
    [InlineData(Severity.Warning, "a.md:3: warning TT999: is wrong.")]
    [InlineData(Severity.Info, "a.md:3: note TT999: is wrong.")]
    public void A_note_is_one_line_as_compilers_write_it(Severity severity, string line) =>
        Assert.Equal(line, new Note("TT999", severity, "is wrong.", new Place("a.md", 3)).ToString());

    [Fact]
    public void Numbers_in_notes_read_the_same_in_every_culture() => Culture.In("de-DE", () =>
    {
        Assert.Contains("is 1.25, outside", Notes.OutOfRange(default, "coverage", 1.25, "0 to 1").Text, StringComparison.Ordinal);
        Assert.Contains("16,777,216 characters", Notes.CutInside(default, 16_777_216).Text, StringComparison.Ordinal);
        Assert.Contains("0.45 stays", Notes.BadTarget(default, "delta_s_pass", "x", 0.45).Text, StringComparison.Ordinal);
    });

    [Fact]
    public void A_long_quote_is_cut_between_two_characters()
    {
        var text = Notes.UnknownLambda(default, new string('x', 79) + "😀" + new string('y', 100_000)).Text;
        Assert.Contains($"\"{new string('x', 79)}…\"", text, StringComparison.Ordinal);
        Assert.True(text.Length < 300);
    }
}
