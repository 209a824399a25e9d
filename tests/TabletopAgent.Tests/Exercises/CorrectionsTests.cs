using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Exercises;

public sealed class CorrectionsTests
{
    private static readonly string[] Evening =
    [
        """{"type":"exercise","v":1,"seq":1,"at":"2026-05-04T14:00:00Z","tier":"A"}""",
        """{"type":"symptom","text":"writes fail in B","seq":2,"at":"2026-05-04T14:10:00Z"}""",
        """{"type":"sli","service":"chat","p95_warm_ms":3200,"queue_depth":5,"seq":3,"at":"2026-05-04T14:11:00Z"}""",
    ];

    private readonly List<Note> _notes = [];

    private Exercise Fold(params string[] corrections) =>
        Exercise.Fold([.. Evening.Concat(corrections).Select((l, i) => EventReader.Read(l, new Place("log", i + 1), _notes)!)], _notes);

    private static Event At(Exercise exercise, long seq) => exercise.Events.Single(e => e.Seq == seq);

    [Fact]
    public void What_it_names_counts_and_the_rest_stays()
    {
        var exercise = Fold("""{"type":"correction","of":3,"p95WarmMs":"320","why":"a slip","by":"ann","seq":4,"at":"2026-05-04T14:30:00Z"}""");
        var sli = At(exercise, 3);
        Assert.Equal((320, 5, "chat"), (sli.Number("p95_warm_ms"), sli.Number("queue_depth"), sli.Service));
        Assert.Equal(new DateTimeOffset(2026, 5, 4, 14, 11, 0, TimeSpan.Zero), sli.At);
        Assert.Equal(3, sli.Place.Line);
        Assert.Null(sli.Text("by"));
        Assert.Equal("correction", At(exercise, 4).Type);
        Assert.Empty(_notes);
    }

    [Fact]
    public void It_reaches_what_was_said_and_the_exercise_itself()
    {
        var exercise = Fold(
            """{"type":"correction","of":2,"text":"writes fail in A","seq":4,"at":"2026-05-04T14:30:00Z"}""", """{"type":"correction","of":1,"tier":"S","seq":5,"at":"2026-05-04T14:31:00Z"}""");
        Assert.Equal("writes fail in A", Assert.Single(exercise.Said).Text);
        Assert.Equal("S", exercise.Head!.Text("tier"));
    }

    [Fact]
    public void Null_takes_a_field_away() => Assert.Null(At(Fold("""{"type":"correction","of":3,"queue_depth":null,"seq":4}"""), 3).Number("queue_depth"));

    /// <summary>Also where the log arrives in another order: the number in the log decides.</summary>
    [Fact]
    public void The_last_of_several_wins_and_one_may_correct_another()
    {
        string[] lines =
        [
            """{"type":"correction","of":3,"p95_warm_ms":1,"seq":4,"at":"2026-05-04T14:40:00Z"}""", """{"type":"correction","of":3,"p95_warm_ms":2,"seq":5,"at":"2026-05-04T14:30:00Z"}""",
            """{"type":"correction","of":5,"p95_warm_ms":320,"seq":6,"at":"2026-05-04T14:35:00Z"}""",
        ];
        Assert.Equal(320, At(Fold(lines), 3).Number("p95_warm_ms"));
        Assert.Equal(320, At(Fold([.. lines.Reverse()]), 3).Number("p95_warm_ms"));
        Assert.Empty(_notes);
    }

    [Theory]
    [InlineData("""{"type":"correction","of":9,"text":"x","seq":4}""", "seq 9")]
    [InlineData("""{"type":"correction","of":4,"text":"x","seq":4}""", "seq 4")]
    [InlineData("""{"type":"correction","of":2.5,"text":"x","seq":4}""", "seq 2.5")]
    [InlineData("""{"type":"correction","text":"x","seq":4}""", "\"of\" is missing")]
    public void Of_nothing_it_changes_nothing_and_is_said(string line, string said)
    {
        var exercise = Fold(line);
        Assert.Equal("writes fail in B", exercise.Said[0].Text);
        Assert.Contains(said, Assert.Single(_notes, n => n.Code == "TT117").Text);
    }

    [Fact]
    public void A_value_that_does_not_fit_is_said_and_the_first_one_stays()
    {
        var exercise = Fold("""{"type":"correction","of":3,"p95_warm_ms":"soon","seq":4}""");
        Assert.Equal(3200, At(exercise, 3).Number("p95_warm_ms"));
        Assert.Equal(4, Assert.Single(_notes).Place.Line);
    }

    [Fact]
    public void The_inputs_are_those_of_the_log_with_its_correction() =>
        Assert.NotEqual(Fold().InputsHash, Fold("""{"type":"correction","of":3,"p95_warm_ms":3200,"seq":4}""").InputsHash);
}
