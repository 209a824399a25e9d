using TabletopAgent.Intake;

namespace TabletopAgent.Tests.Intake;

public sealed class JsonPlacesTests
{
    [Fact]
    public void Values_two_levels_deep_keep_their_lines()
    {
        var places = new JsonPlaces("\n{\n \"a\": \"x\", \"b\": [\n 1,\n {\"deep\":\n [2]}\n],\n \"c\":\n 3}", 10);
        Assert.Equal(11, places.First);
        Assert.Equal([12, 12, 18], new[] { places[0], places[1], places[2] });
        Assert.Equal([13, 14], new[] { places[1, 0], places[1, 1] });
    }

    [Fact]
    public void Commas_too_many_and_comments_are_no_values()
    {
        var places = new JsonPlaces("[ // one\n 1,\n /* two\n lines */ 2,\n]", 1);
        Assert.Equal((2, 4), (places[0], places[1]));
    }
}
