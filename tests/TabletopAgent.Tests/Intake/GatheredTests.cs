using TabletopAgent.Exercises;
using TabletopAgent.Intake;

namespace TabletopAgent.Tests.Intake;

public sealed class GatheredTests
{
    private readonly Gathered _gathered = new();

    [Fact]
    public void Logs_come_first_then_one_exercise_then_what_was_found_in_its_order()
    {
        _gathered.Symptom("a", new Place("x", 5));
        _gathered.Exercise("tier", Json.Element("S"), new Place("x", 9));
        _gathered.Topology("A(active)", new Place("x", 3));
        _gathered.Event(Event.Of("note", new Place("log", 1), ("text", "first")));
        _gathered.Symptom("b", new Place("x", 1));
        Assert.Equal("note first / exercise tier=S topology=A(active) / symptom a / symptom b", Show.Events(_gathered.Events()));
        Assert.Equal("1 3 5 1", Show.Lines(_gathered.Events())); // the exercise stands where the first of its fields does
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    public void Nothing_is_no_symptom_no_topology_and_no_index(string text)
    {
        _gathered.Symptom(text, default);
        _gathered.Topology(text, default);
        _gathered.Index(text, default);
        Assert.Empty(_gathered.Events());
    }

    [Fact]
    public void A_second_topology_counts_and_is_said_to()
    {
        _gathered.Topology("A", new Place("x", 1));
        _gathered.Topology("A", new Place("x", 2));
        Assert.Empty(_gathered.Notes);
        _gathered.Topology("B", new Place("x", 3));
        Assert.Equal(("TT306", 3), (Assert.Single(_gathered.Notes).Code, _gathered.Notes[0].Place.Line));
        Assert.Equal("exercise topology=B", Show.Events(_gathered.Events()));
    }

    [Fact]
    public void One_index_stands_by_itself_and_several_are_a_list()
    {
        _gathered.Index("v3", default);
        Assert.Equal("exercise index=v3", Show.Events(_gathered.Events()));
        _gathered.Index(System.Text.Json.JsonElement.Parse("""[{"family":"v4"},"v5"]"""), default);
        Assert.Equal("""exercise index=["v3",{"family":"v4"},"v5"]""", Show.Events(_gathered.Events()));
    }
}
