using TabletopAgent.Exercises;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class CorrectionsTests
{
    private const string Sample = """{"type":"sli","service":"chat","p95_warm_ms":3200,"queue_depth":5,"seq":3,"at":"2026-05-04T14:11:00Z"}""";

    private readonly Corrections _corrections = new();

    private static Event Read(string line, int number) => EventReader.Read(line, new Place("log", number), [])!;

    private Event Corrected(params string[] corrections)
    {
        for (var i = 0; i < corrections.Length; i++) _corrections.Add(Read(corrections[i], i + 4));
        return _corrections.Apply(Read(Sample, 3));
    }

    [Fact]
    public void What_it_names_counts_and_the_rest_stays()
    {
        var sli = Corrected("""{"type":"correction","of":3,"p95WarmMs":"320","why":"a slip","by":"ann","seq":4,"at":"2026-05-04T14:30:00Z"}""");
        Assert.Equal((320, 5, "chat"), (sli.Number("p95_warm_ms"), sli.Number("queue_depth"), sli.Service));
        Assert.Equal(new DateTimeOffset(2026, 5, 4, 14, 11, 0, TimeSpan.Zero), sli.At);
        Assert.Equal(3, sli.Place.Line);
        Assert.Null(sli.Text("by"));
        Assert.Empty(_corrections.Notes);
    }

    [Fact]
    public void Null_takes_a_field_away() => Assert.Null(Corrected("""{"type":"correction","of":3,"queue_depth":null,"seq":4}""").Number("queue_depth"));

    [Fact]
    public void The_last_of_several_wins() => Assert.Equal(320, Corrected(
        """{"type":"correction","of":3,"p95_warm_ms":320,"seq":5,"at":"2026-05-04T14:40:00Z"}""",
        """{"type":"correction","of":3,"p95_warm_ms":2,"seq":4,"at":"2026-05-04T14:30:00Z"}""").Number("p95_warm_ms"));

    [Fact]
    public void Of_nothing_it_changes_nothing_and_is_said()
    {
        Assert.Equal(3200, Corrected("""{"type":"correction","of":9,"p95_warm_ms":1,"seq":4}""").Number("p95_warm_ms"));
        Assert.Equal("TT664", Assert.Single(_corrections.Notes).Code);
    }

    [Fact]
    public void A_value_that_does_not_fit_is_said_and_the_first_one_stays()
    {
        Assert.Equal(3200, Corrected("""{"type":"correction","of":3,"p95_warm_ms":"soon","seq":4}""").Number("p95_warm_ms"));
        Assert.Equal(4, Assert.Single(_corrections.Notes).Place.Line);
    }
}
