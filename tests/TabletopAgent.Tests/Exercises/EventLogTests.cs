using System.Text;
using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Exercises;

public sealed class EventLogTests
{
    private const string Start = """{"type":"exercise","v":1,"seq":1,"prev":"0"}""";

    private static (List<Event> Events, List<Note> Notes) Read(string log)
    {
        var notes = new List<Note>();
        return (EventLog.Read(log, "log.jsonl", notes).ToList(), notes);
    }

    [Theory]
    [InlineData("""{"type":"symptom","text":"x"}""", "TT114 TT110")]
    [InlineData(Start + "\n" + """{"type":"symptom","text":"x","seq":1,"prev":"1"}""", "TT112")]
    [InlineData(Start + "\n" + """{"type":"symptom","text":"x","seq":4,"prev":"1"}""", "TT113")]
    [InlineData(Start + "\n" + """{"type":"symptom","te""", "TT111")]
    [InlineData(Start + "\nnot JSON\n" + """{"type":"note","text":"x","seq":2,"prev":"1"}""", "TT101")]
    [InlineData(Start + "\n[1]\n", "TT102")]
    [InlineData(Start + "\n" + """{"text":"x"}""" + "\n", "TT104")]
    [InlineData(Start + "\n" + """{"type":"symptm","text":"x","seq":2,"prev":"1"}""", "TT103")]
    [InlineData("", "TT006")]
    public void What_is_wrong_with_a_log_is_a_note(string log, string codes) =>
        Assert.Equal(codes, string.Join(' ', Read(log).Notes.Select(n => n.Code)));

    [Fact]
    public void A_log_that_is_not_chained_is_said_to_be_so_once()
    {
        var (events, notes) = Read(string.Concat(Enumerable.Repeat("{\"type\":\"note\",\"text\":\"x\"}\n", 50)));
        Assert.Equal(50, events.Count);
        Assert.Single(notes, n => n.Code == "TT110");
    }

    [Fact]
    public void A_correction_stays_an_event()
    {
        var (events, notes) = Read(Start + "\n" + """{"type":"correction","of":1,"tier":"S","why":"typo","seq":2,"prev":"1"}""");
        Assert.Equal("correction", events[1].Type);
        Assert.Empty(notes);
    }

    [Fact]
    public void An_unknown_type_is_kept_as_a_note_that_says_what_it_was()
    {
        var (events, notes) = Read(Start + "\n" + """{"type":"symptm","text":"x","seq":2,"prev":"1"}""");
        Assert.Equal(("note", "symptm", "x"), (events[1].Type, events[1].Text("original_type"), events[1].Text("text")));
        Assert.Contains("did you mean \"symptom\"", Assert.Single(notes).Text, StringComparison.Ordinal);
        Assert.Equal("log.jsonl:2", notes[0].Place.ToString());
    }

    [Fact]
    public void A_log_of_nothing_but_faults_gives_few_notes_and_a_count()
    {
        var notes = Read(string.Concat(Enumerable.Repeat("{oops\n", 1000))).Notes;
        Assert.Equal(21, notes.Count);
        Assert.Contains("980", notes[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Events_come_as_they_are_read_and_not_at_the_end()
    {
        using var log = new MemoryStream(Encoding.UTF8.GetBytes(Start + new string('\n', 1_000_000)));
        Assert.Equal("exercise", EventLog.Read(log, "log.jsonl", []).First().Type);
        Assert.True(log.Position < log.Length);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_says_how_the_log_is_written(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        using var log = new MemoryStream([.. encoding.Preamble, .. encoding.GetBytes("""{"type":"note","text":"ΔS"}""")]);
        Assert.Equal("ΔS", Assert.Single(EventLog.Read(log, "log.jsonl", [])).Text("text"));
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_read_as_such()
    {
        using var log = new MemoryStream([.. "{\"type\":\"note\",\"text\":\"a"u8, 0xFF, .. "b\"}"u8]);
        Assert.Equal("a\uFFFDb", Assert.Single(EventLog.Read(log, "log.jsonl", [])).Text("text"));
    }
}
