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
        Assert.Equal(names, string.Join(',', Places.In(text).Select(p => p.Name)));
}
