using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Exercises;

public sealed class ExerciseTests
{
    private static Event Event(string json, int line = 1) => EventReader.Read(json, new Place("log", line), [])!;

    private static Exercise Fold(params string[] lines) => Exercise.Fold([.. lines.Select((l, i) => Event(l, i + 1))]);

    private static string Said(Exercise exercise) => string.Join(' ', exercise.Said.Select(s => s.Text));

    private static readonly string[] Evening =
    [
        """{"type":"exercise","v":1,"seq":1,"at":"2026-05-04T14:00:00Z"}""",
        """{"type":"symptom","text":"a","seq":2,"at":"2026-05-04T14:10:00Z"}""",
        """{"type":"inject","text":"b","state":"released","seq":3,"at":"2026-05-04T14:10:00Z"}""",
        """{"type":"symptom","text":"c","seq":4,"at":"2026-05-04T16:20:00+02:00"}""", // 14:20 UTC
        """{"type":"symptom","text":"d","seq":5,"at":"2026-05-04T14:30:00Z"}""",
    ];

    [Theory]
    [InlineData(4, 3, 2, 1, 0)]
    [InlineData(2, 0, 4, 1, 3)]
    [InlineData(1, 2, 3, 4, 0)]
    public void The_order_of_arrival_does_not_matter(params int[] order)
    {
        var (one, other) = (Fold(Evening), Fold([.. order.Select(i => Evening[i])]));
        Assert.Equal("a b c d", Said(other));
        Assert.Equal(one.InputsHash, other.InputsHash);
        Assert.Equal(one.Events.Select(e => e.Seq), other.Events.Select(e => e.Seq));
        Assert.Equal("exercise", other.Head!.Type);
    }

    [Fact]
    public void What_has_no_time_keeps_its_order_behind_what_has_one() =>
        Assert.Equal("timed x y", Said(Fold("""{"type":"symptom","text":"x"}""", """{"type":"symptom","text":"y"}""", """{"type":"symptom","text":"timed","at":"2026-05-04T14:00:00Z"}""")));

    [Theory]
    [InlineData("""{"type":"inject","text":"x","state":"released"}""", "x")]
    [InlineData("""{"type":"inject","text":"x","state":"Released"}""", "x")]
    [InlineData("""{"type":"inject","text":"x"}""", "x")]
    [InlineData("""{"type":"inject","text":"x","state":"held"}""", "")]
    [InlineData("""{"type":"inject","text":"x","state":"skipped"}""", "")]
    [InlineData("""{"type":"inject","text":"x","state":"planned"}""", "")]
    [InlineData("""{"type":"inject","card":"write-routes-fail"}""", "")]
    [InlineData("""{"type":"symptom","text":"  "}""", "")]
    [InlineData("""{"type":"note","text":"x"}""", "")]
    [InlineData("""{"type":"comms","text":"x"}""", "")]
    public void Only_symptoms_and_released_injects_are_said(string line, string said) => Assert.Equal(said, Said(Fold(line)));

    [Theory]
    [InlineData("""{"text":"x","type":"symptom","service":"pay"}""", true)]
    [InlineData("""{ "type" : "symptom", "service" : "pay", "text" : "\u0078" }""", true)]
    [InlineData("""{"type":"symptom","service":"pay","text":"y"}""", false)]
    [InlineData("""{"type":"symptom","service":"pay","text":"x","region":"A"}""", false)]
    [InlineData("""{"type":"note","service":"pay","text":"x"}""", false)]
    [InlineData("""{"type":"symptom","service":"pay","text":"x","at":"2026-05-04T14:00:00Z"}""", false)]
    public void The_hash_is_of_what_is_said_and_not_of_how(string line, bool same) =>
        Assert.Equal(same, Fold("""{"type":"symptom","service":"pay","text":"x"}""").InputsHash == Fold(line).InputsHash);

    [Theory]
    [InlineData("""{"type":"exercise","roles":{"a":1,"b":[1.0,{"d":2,"c":3}]}}""", """{"type":"exercise","roles":{"b":[1,{"c":3,"d":2e0}],"a":1}}""", true)]
    [InlineData("""{"type":"exercise","services":["a","b"]}""", """{"type":"exercise","services":["b","a"]}""", false)]
    [InlineData("""{"type":"exercise","services":["ab"]}""", """{"type":"exercise","services":["a","b"]}""", false)]
    [InlineData("""{"type":"exercise","services":["1"]}""", """{"type":"exercise","services":[1]}""", false)]
    [InlineData("""{"type":"exercise","services":[[]]}""", """{"type":"exercise","services":[{}]}""", false)]
    [InlineData("""{"type":"exercise","x":"a\u0000b","y":""}""", """{"type":"exercise","x":"a","y":"b"}""", false)]
    public void The_hash_sees_through_the_order_of_inner_fields_too(string one, string other, bool same) => Assert.Equal(same, Fold(one).InputsHash == Fold(other).InputsHash);

    [Fact]
    public void The_hash_is_the_same_under_every_culture_and_place()
    {
        var hash = Fold(Evening).InputsHash;
        Culture.In("ar-SA", () => Assert.Equal(hash, Exercise.Fold([.. Evening.Select(l => Event(l, 99))]).InputsHash));
        Assert.Matches("^[0-9a-f]{64}$", hash);
    }

    [Fact]
    public void Of_a_dump_the_beginning_is_heard_and_that_is_said()
    {
        var notes = new List<Note>();
        var e = EventReader.Read($$"""{"type":"symptom","text":"{{new string('x', Longest - 1)}}😀yy"}""", default, notes)!;
        Assert.Equal("TT311", Assert.Single(notes).Code);
        Assert.Equal(new string('x', Longest - 1), Exercise.Fold([e]).Said[0].Text);
    }

    private const int Longest = TabletopAgent.Exercises.Said.Longest;

    [Fact]
    public void Nothing_folds_to_nothing()
    {
        var exercise = Exercise.Fold([]);
        Assert.Null(exercise.Head);
        Assert.Empty(exercise.Said);
        Assert.Matches("^[0-9a-f]{64}$", exercise.InputsHash);
    }
}
