using TabletopAgent.Facts;

namespace TabletopAgent.Tests.Facts;

public sealed class PlacesTests
{
    [Theory]
    [InlineData("write routes in region A return 500", "A")]
    [InlineData("us-east-1 is down, eu-west answers", "us-east-1,eu-west")]
    [InlineData("send 80 percent to green, some still see blue", "green,blue")]
    [InlineData("westeurope to northeurope", "westeurope,northeurope")]
    [InlineData("the region is down", "")]
    [InlineData("the build is a green build", "")]
    public void Regions_and_colours_are_found_where_they_are_named(string text, string names) =>
        Assert.Equal(names, string.Join(',', Places.Read(text, At).Select(p => p.Word)));

    private static readonly Place At = new("brief.txt", 3);

    [Fact]
    public void A_place_is_a_fact_with_its_words_around_it()
    {
        var facts = Places.Read("Since ten the write routes in region A return 500 on 22 percent of requests; some users still land on blue, reads are healthy", At);
        Assert.Equal([("region", "A"), ("color", "blue")], facts.Select(f => (f.Name, f.Word!)));
        Assert.All(facts, f => Assert.Equal((Source.Words, At), (f.Source, f.Place)));
        Assert.Equal("Since ten the write routes in region A return 500 on 22 percent of requests; some", facts[0].Quote);
        Assert.Equal("percent of requests; some users still land on blue, reads are healthy", facts[1].Quote);
    }

    [Fact]
    public void Endless_words_around_it_are_cut() => Assert.InRange(Places.Read($"{new string('x', 100_000)},blue,{new string('x', 100_000)}", At)[0].Quote.Length, 4, 200);
}
