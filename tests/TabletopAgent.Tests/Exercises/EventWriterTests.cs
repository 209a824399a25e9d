using System.Text;
using FsCheck.Xunit;
using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Exercises;

public sealed class EventWriterTests
{
    private static Event Read(string line) => EventReader.Read(line, default, [])!;

    private static string Write(Event e) => Encoding.UTF8.GetString(EventWriter.Line(e));

    [Theory]
    // Known fields in the order of the catalog, whatever order they came in; those of all events first; unknown ones by name.
    [InlineData("""{"text":"ΔS <up>","z":1,"a":2,"by":"Ann","at":"2026-05-04T16:10:00.250+02:00","type":"symptom","service":"pay"}""",
        """{"type":"symptom","at":"2026-05-04T14:10:00.25Z","by":"Ann","service":"pay","text":"ΔS <up>","a":2,"z":1}""")]
    // Numbers as they came.
    [InlineData("""{"type":"sli","samples":2.50e2,"p95_warm_ms":320.0,"queue_depth":-0}""", """{"type":"sli","p95_warm_ms":320.0,"samples":2.50e2,"queue_depth":-0}""")]
    [InlineData("""{"type":"note","text":"a\nb\u2028\u0000\"\\"}""", """{"type":"note","text":"a\nb\u2028\u0000\"\\"}""")]
    [InlineData("""{"cacheHitPct":91.5,"type":"sli"}""", """{"type":"sli","cache_hit_pct":91.5}""")]
    public void One_event_has_one_line(string read, string written) => Assert.Equal(written, Write(Read(read)));

    [Fact]
    public void The_link_comes_last() => Assert.Equal(
        """{"type":"note","text":"x","seq":7,"prev":"abc"}""", Encoding.UTF8.GetString(EventWriter.Linked("""{"type":"note","text":"x"}"""u8, 7, "abc")));

    /// <summary>Whatever text an event holds: its line is one line, is read as the same event, and is written again as the same bytes.</summary>
    [Property]
    public void What_is_written_is_read_and_written_the_same(string? text, string? name, double number, bool flag)
    {
        var e = Event.Of("note", default, ("text", text ?? ""), ("x_" + name, "y"), ("number", double.IsFinite(number) ? number : 0), ("flag", flag));
        var line = Write(e);
        Assert.DoesNotContain('\n', line);
        var again = Read(line);
        Assert.Equal(Exercise.Fold([e]).InputsHash, Exercise.Fold([again]).InputsHash);
        Assert.Equal(line, Write(again));
    }
}
