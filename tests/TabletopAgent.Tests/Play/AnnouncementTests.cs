using TabletopAgent.Exercises;
using TabletopAgent.Play;

namespace TabletopAgent.Tests.Play;

public sealed class AnnouncementTests
{
    [Theory]
    [InlineData("""{"type":"inject","card":"x","text":"It\nbreaks.","state":"released"}""", "INJECT: It breaks.")]
    [InlineData("""{"type":"inject","card":"2","state":"held"}""", null)]
    [InlineData("""{"type":"note","text":"be quick","kind":"reminder"}""", "reminder: be quick")]
    [InlineData("""{"type":"decision","by":"Ines","owner":"Ines","text":"go","runbook":"r"}""", "Ines: decided: go (owner Ines, runbook r)")]
    [InlineData("""{"type":"change","by":"Marek","area":"routing","what":"weights","after":"B 100"}""", "Marek: routing: weights; after B 100")]
    [InlineData("""{"type":"sli","by":"Marek","service":"chat","ok":false,"error_pct":22}""", "Marek: sli chat ok=false error_pct=22")]
    [InlineData("""{"type":"correction","by":"Ada","of":14,"owner":"Dana","why":"her call"}""", "Ada: corrects #14: owner=Dana; her call")]
    [InlineData("""{"type":"clock","state":"pause"}""", "the clock is paused")]
    [InlineData("""{"type":"check","by":"Ada","id":"near","held":false,"evidence":"4 of 6"}""", "Ada: check near did not hold: 4 of 6")]
    public void An_entry_is_one_line_for_everybody(string entry, string? line) => Assert.Equal(line, Announcement.Of(EventReader.Read(entry, new Place("x"), [])!));

    /// <summary>Every type of entry can be told.</summary>
    [Fact]
    public void No_type_is_forgotten_that_somebody_reads() =>
        Assert.All(EventCatalog.Types.Keys.Where(t => t is not ("inject" or "vectors")), t => Assert.False(string.IsNullOrWhiteSpace(Announcement.Of(Event.Of(t, new Place("x"), ("text", "t"), ("state", "s"))))));
}
