using TabletopAgent.Cli;
using TabletopAgent.Render;

namespace TabletopAgent.Tests.Cli;

public sealed class InputsTests
{
    [Fact]
    public void All_refused_is_2_and_says_why()
    {
        var error = new StringWriter();
        var terminal = new Terminal(null, TextWriter.Null, error, Ink.None, false);
        Assert.Equal(2, Inputs.Refused(terminal, [Notes.IsDirectory(new Place("tmp"))]));
        Assert.Equal("tmp: error TT003: is a directory; name a file in it.\nall input was refused.\n", error.ToString());
    }

    [Fact]
    public void An_empty_input_is_3() =>
        Assert.Equal(3, Inputs.Refused(new Terminal(null, TextWriter.Null, TextWriter.Null, Ink.None, false), [Notes.Empty(new Place("x"))]));
}
