using SkiaSharp;
using TabletopAgent.Paint;
using TabletopAgent.Render;

namespace TabletopAgent.Tests.Paint;

public sealed class PngTests
{
    private static SKBitmap Painted(params Shape[] shapes) => SKBitmap.Decode(Png.Of(new Drawing("test", 100, 40, shapes)));

    private static int Dark(SKBitmap picture) => picture.Pixels.Count(p => p.Red < 100);

    /// <summary>Without a font all text would be missing and nothing would fail.</summary>
    [Fact]
    public void Text_is_there()
    {
        using var picture = Painted(new Lettering(5, 25, "ΔS ≤ 0.45 × λ →", Anchor.Start, 10, "#000000"));
        Assert.Equal((200, 80), (picture.Width, picture.Height));
        Assert.InRange(Dark(picture), 200, 4000);
    }

    [Theory]
    [InlineData("Start", false, true)]
    [InlineData("End", true, false)]
    public void Text_stands_where_it_is_anchored(string anchor, bool left, bool right)
    {
        using var picture = Painted(new Lettering(50, 25, "wide", Enum.Parse<Anchor>(anchor), 10, "#000000"));
        bool Any(int from, int to) => Enumerable.Range(from, to - from).Any(x => Enumerable.Range(0, 80).Any(y => picture.GetPixel(x, y).Red < 100));
        Assert.Equal((left, right), (Any(0, 98), Any(102, 200)));
    }

    [Fact]
    public void Every_shape_is_painted()
    {
        using var picture = Painted(
            new Fill(0, 0, 10, 10, "#000000"), new Dot(30, 20, 5, "#d55e00"), new Stroke([(50, 20), (90, 20)], "#0072b2", 4, [10, 10]),
            new Lettering(5, 35, "halo", Anchor.Start, 10, "#000000", Halo: true));
        Assert.Equal(SKColors.Black, picture.GetPixel(5, 5));
        Assert.Equal(SKColor.Parse("#d55e00"), picture.GetPixel(60, 40));
        Assert.Equal(SKColor.Parse("#0072b2"), picture.GetPixel(110, 40));
        Assert.Equal(SKColors.White, picture.GetPixel(130, 40));
    }

    [Fact]
    public void The_same_drawing_gives_the_same_bytes()
    {
        var drawing = new Drawing("test", 30, 30, [new Lettering(5, 20, "same", Anchor.Start, 10, "#000000")]);
        Assert.Equal(Png.Of(drawing), Png.Of(drawing));
    }

    [Fact]
    public void It_can_paint_here() => Assert.Null(Png.Missing);
}
