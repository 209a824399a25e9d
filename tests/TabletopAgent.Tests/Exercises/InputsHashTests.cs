using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Exercises;

public sealed class InputsHashTests
{
    private static string Of(params IEnumerable<string> lines)
    {
        var hash = new InputsHash();
        foreach (var (line, i) in lines.Select((l, i) => (l, i))) hash.Add(EventReader.Read(line, new Place("log", i + 1), [])!);
        return hash.Value;
    }

    private static readonly string[] Log =
    [
        """{"type":"exercise","v":1,"seq":1,"at":"2026-05-04T14:00:00Z"}""",
        """{"type":"symptom","text":"a","seq":2,"at":"2026-05-04T14:10:00Z"}""",
        """{"type":"symptom","text":"b","seq":3,"at":"2026-05-04T14:10:00Z"}""",
        """{"type":"note","text":"c","at":"2026-05-04T14:05:00Z"}""",
        """{"type":"note","text":"d","at":"2026-05-04T14:05:00Z"}""",
    ];

    [Theory]
    [InlineData(4, 3, 2, 1, 0)]
    [InlineData(2, 0, 4, 1, 3)]
    public void The_order_of_arrival_does_not_matter(params int[] order) => Assert.Equal(Of(Log), Of(order.Select(i => Log[i])));

    [Fact]
    public void What_has_no_time_keeps_its_order() =>
        Assert.NotEqual(Of("""{"type":"symptom","text":"x"}""", """{"type":"symptom","text":"y"}"""), Of("""{"type":"symptom","text":"y"}""", """{"type":"symptom","text":"x"}"""));

    [Fact]
    public void It_grows_with_each_event_and_can_be_asked_in_between()
    {
        var hash = new InputsHash();
        var seen = new HashSet<string> { hash.Value };
        foreach (var line in Log)
        {
            hash.Add(EventReader.Read(line, default, [])!);
            Assert.True(seen.Add(hash.Value));
        }

        Assert.Equal(Of(Log), hash.Value);
        Assert.Matches("^[0-9a-f]{64}$", hash.Value);
    }

    [Theory]
    [InlineData("""{"text":"x","type":"symptom","service":"pay"}""", true)]
    [InlineData("""{ "type" : "symptom", "service" : "pay", "text" : "\u0078" }""", true)]
    [InlineData("""{"type":"symptom","service":"pay","text":"y"}""", false)]
    [InlineData("""{"type":"symptom","service":"pay","text":"x","region":"A"}""", false)]
    [InlineData("""{"type":"note","service":"pay","text":"x"}""", false)]
    [InlineData("""{"type":"symptom","service":"pay","text":"x","at":"2026-05-04T14:00:00Z"}""", false)]
    public void The_hash_is_of_what_is_said_and_not_of_how(string line, bool same) =>
        Assert.Equal(same, Of("""{"type":"symptom","service":"pay","text":"x"}""") == Of(line));

    [Theory]
    [InlineData("""{"type":"exercise","roles":{"a":1,"b":[1.0,{"d":2,"c":3}]}}""", """{"type":"exercise","roles":{"b":[1,{"c":3,"d":2e0}],"a":1}}""", true)]
    [InlineData("""{"type":"exercise","x":-0.0}""", """{"type":"exercise","x":0}""", true)]
    [InlineData("""{"type":"exercise","services":["a","b"]}""", """{"type":"exercise","services":["b","a"]}""", false)]
    [InlineData("""{"type":"exercise","services":["ab"]}""", """{"type":"exercise","services":["a","b"]}""", false)]
    [InlineData("""{"type":"exercise","services":["1"]}""", """{"type":"exercise","services":[1]}""", false)]
    [InlineData("""{"type":"exercise","services":[[]]}""", """{"type":"exercise","services":[{}]}""", false)]
    [InlineData("""{"type":"exercise","services":[[],[]]}""", """{"type":"exercise","services":[[[]]]}""", false)]
    [InlineData("""{"type":"exercise","x":"a\u0000b","y":""}""", """{"type":"exercise","x":"a","y":"b"}""", false)]
    public void It_sees_through_spelling_and_through_nothing_else(string one, string other, bool same) => Assert.Equal(same, Of(one) == Of(other));
}
