using System.IO.Pipes;
using TabletopAgent.Intake;

namespace TabletopAgent.Tests.Intake;

public sealed class PatientStreamTests
{
    private readonly List<Note> _notes = [];

    [Fact]
    public void What_comes_is_handed_on()
    {
        using var reader = new StreamReader(new PatientStream(new MemoryStream("one\ntwo"u8.ToArray()), "log", _notes));
        Assert.Equal("one\ntwo", reader.ReadToEnd());
        Assert.Empty(_notes);
    }

    [Fact]
    public void A_pipe_whose_writer_sleeps_ends_with_a_note_and_closes_at_once()
    {
        using var writer = new AnonymousPipeServerStream(PipeDirection.Out);
        writer.Write("one\n"u8);
        using (var reader = new StreamReader(new PatientStream(new AnonymousPipeClientStream(PipeDirection.In, writer.GetClientHandleAsString()), "log", _notes, TimeSpan.FromMilliseconds(100))))
            Assert.Equal("one\n", reader.ReadToEnd());
        Assert.Equal("TT005", Assert.Single(_notes).Code);
    }
}
