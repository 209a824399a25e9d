using TabletopAgent.Cli;
using TabletopAgent.Diagnose;

namespace TabletopAgent.Tests.Cli;

public sealed class PredictLinesTests
{
    private static readonly Place Here = new("cards.jsonl", 3);

    [Fact]
    public void A_line_becomes_the_scorers_line()
    {
        var (line, note) = PredictLines.Answer("""{"id":"c-1","text":"queue grows"}""", Here, (text, _) => new Prediction(["a.md", "b.md"], ["queue-and-writes"], text == "queue grows" ? "fault" : "healthy"));
        Assert.Null(note);
        Assert.Equal("""{"id":"c-1","ranked_pages":["a.md","b.md"],"layers":["queue-and-writes"],"verdict":"fault"}""", line);
    }

    [Fact]
    public void The_text_may_be_called_symptom() => Assert.NotNull(
        PredictLines.Answer("""{"id":"x","symptom":"queue grows"}""", Here, (text, _) => new Prediction([], [], text == "queue grows" ? "fault" : throw new InvalidOperationException())).Line);

    [Theory]
    [InlineData("", "is a folder")]
    [InlineData("none.jsonl", "there is no such file")]
    [InlineData("\0", "this is no file name")]
    public void What_is_no_file_of_lines_is_said_with_what_to_name(string name, string why)
    {
        var folder = Directory.CreateTempSubdirectory("tabletop-lines-");
        try
        {
            var session = Session.Of("diagnose", "--jsonl", name.Contains('\0') ? name : Path.Combine(folder.FullName, name));
            Assert.Equal(3, session.Code);
            Assert.Contains(why, session.Error);
            Assert.Contains("Name a file with one", session.Error);
        }
        finally
        {
            folder.Delete();
        }
    }

    [Theory]
    [InlineData("{\"id\":", "TT101")]
    [InlineData("[1]", "TT102")]
    [InlineData("{\"text\":\"x\"}", "TT107")]
    [InlineData("{\"id\":\"x\",\"text\":5}", "TT107")]
    public void A_line_that_cannot_be_read_is_a_note_with_its_place(string text, string code)
    {
        var (line, note) = PredictLines.Answer(text, Here, (_, _) => throw new InvalidOperationException());
        Assert.Null(line);
        Assert.Equal((code, Here), (note!.Code, note.Place));
    }

    [Theory]
    [InlineData("""{"id":"x","text":"half \ud800 pair"}""")]
    [InlineData("""{"id":"\udfff","text":"x","\ud800":1}""")]
    public void Half_a_character_does_not_stop_the_batch(string text) =>
        Assert.NotNull(PredictLines.Answer(text, Here, (_, _) => new Prediction([], [], "need_data")).Line);

    [Fact]
    public void A_number_stays_a_number() =>
        Assert.StartsWith("{\"id\":7,", PredictLines.Answer("""{"id":7,"text":""}""", Here, (_, _) => new Prediction([], [], "need_data")).Line);
}
