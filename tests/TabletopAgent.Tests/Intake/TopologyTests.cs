using TabletopAgent.Intake;

namespace TabletopAgent.Tests.Intake;

public sealed class TopologyTests
{
    [Theory]
    [InlineData("region:A(active,write),B(passive,read)", "A[active,write] B[passive,read]")]
    [InlineData("region: A ( active , write ), B (passive, read)", "A[active,write] B[passive,read]")]
    [InlineData("region A active write; region B passive", "A[active,write] B[passive]")]
    [InlineData("A active, write; B passive, read", "A[active,write] B[passive,read]")]
    [InlineData("blue 20% green 80%", "blue[]blue/20 green[]green/80")]
    [InlineData("20% blue, 80% green", "blue[]blue/20 green[]green/80")]
    [InlineData("A(blue, 20 percent), B(green, 80 percent)", "A[]blue/20 B[]green/80")]
    [InlineData("us-east-1 → eu-west-1", "us-east-1[] eu-west-1[]")]
    [InlineData("us-east-1 (primary) -> eu-west-1 (standby)", "us-east-1[primary] eu-west-1[standby]")]
    [InlineData("primary us-east-1, backup eu-west-1", "us-east-1[primary] eu-west-1[backup]")]
    [InlineData("Frankfurt(active,write), Dublin(passive,read)", "Frankfurt[active,write] Dublin[passive,read]")]
    [InlineData("", "")]
    public void People_write_regions_in_many_ways(string text, string regions)
    {
        var topology = Topology.Read(text);
        Assert.Equal(regions, string.Join(' ', topology.Regions.Select(r =>
            $"{r.Name}[{string.Join(',', r.Roles)}]{r.Color}{(r.SharePct is { } s ? $"/{s}" : "")}")));
        Assert.Empty(topology.Unparsed);
        Assert.Equal(text, topology.Raw);
    }

    [Fact]
    public void What_is_not_understood_is_kept_and_said()
    {
        var notes = new List<Note>();
        var topology = Topology.Read("A(active, sometimes haunted), B(passive)", new Place("brief.md", 3), notes);
        Assert.Equal(["sometimes haunted"], topology.Unparsed);
        Assert.Equal(2, topology.Regions.Count);
        Assert.Equal("brief.md:3", Assert.Single(notes, n => n.Code == "TT301").Place.ToString());
    }
}
