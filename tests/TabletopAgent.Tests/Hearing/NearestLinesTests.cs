using TabletopAgent.Hearing;

namespace TabletopAgent.Tests.Hearing;

public sealed class NearestLinesTests
{
    private static readonly string[] Known = ["writes fail in region A", "reads are slow", "the certificate has expired"];
    private static readonly NearestLines Nearest = NearestLines.Build(Known);

    [Theory]
    [InlineData("writes fail in region A", 0)]
    [InlineData("certificate expired", 2)]
    [InlineData("slow raeds", 1)]
    public void The_likest_line_is_nearest(string text, int line)
    {
        var cosines = Nearest.Cosines(text);
        Assert.Equal(line, Array.IndexOf(cosines, cosines.Max()));
    }

    [Fact]
    public void A_line_is_at_cosine_one_from_itself() => Assert.Equal(1, Nearest.Cosines(Known[0])[0], 5);

    [Theory]
    [MemberData(nameof(Lines.Strange), MemberType = typeof(Lines))]
    public void Strange_text_has_finite_cosines(string text) => Assert.All(Nearest.Cosines(text), c => Assert.InRange(c, 0, 1.000001));

    [Fact]
    public void No_lines_and_empty_lines_are_lines()
    {
        Assert.Empty(NearestLines.Build([]).Cosines("x"));
        Assert.Equal([0.0, 0.0], NearestLines.Build(["", ""]).Cosines("x"));
    }

    [Fact]
    public void It_is_the_same_bytes_twice_and_reads_back()
    {
        var bytes = Lines.Bytes(Nearest.Write);
        Assert.Equal(bytes, Lines.Bytes(NearestLines.Build(Known).Write));
        using var from = Lines.Reader(bytes);
        Assert.Equal(Nearest.Cosines("reads"), NearestLines.Read(from).Cosines("reads"));
    }
}
