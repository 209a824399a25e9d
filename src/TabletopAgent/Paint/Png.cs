using SkiaSharp;
using TabletopAgent.Render;

namespace TabletopAgent.Paint;

/// <summary>
/// A drawing as PNG, twice as fine as it is on a screen. The font travels with the program, so the text is there on every machine; what the
/// font has no letters for is taken from a font of the system, if one has them.
/// </summary>
internal static class Png
{
    private const float Scale = 2;

    /// <summary>Why nothing can be painted here: the library has no native half for this system; null where it has.</summary>
    public static string? Missing
    {
        get
        {
            try
            {
                _ = SKFontManager.Default;
                return null;
            }
            catch (Exception e) when (e is TypeInitializationException or DllNotFoundException or BadImageFormatException)
            {
                return (e.InnerException ?? e).Message.Split(". ")[0];
            }
        }
    }

    public static byte[] Of(Drawing drawing)
    {
        using var surface = SKSurface.Create(new SKImageInfo((int)Math.Ceiling(drawing.Width * Scale), (int)Math.Ceiling(drawing.Height * Scale)));
        using var own = SKTypeface.FromStream(typeof(Png).Assembly.GetManifestResourceStream("DejaVuSans.ttf")!);
        using var paint = new SKPaint { IsAntialias = true };
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(Scale);
        foreach (var shape in drawing.Shapes) Draw(surface.Canvas, shape, paint, own);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static void Draw(SKCanvas canvas, Shape shape, SKPaint paint, SKTypeface own)
    {
        switch (shape)
        {
            case Fill f:
                Set(paint, f.Color);
                canvas.DrawRect((float)f.X, (float)f.Y, (float)f.Width, (float)f.Height, paint);
                break;
            case Dot d:
                Set(paint, d.Color);
                canvas.DrawCircle((float)d.X, (float)d.Y, (float)d.Radius, paint);
                break;
            case Stroke s:
                Set(paint, s.Color, (float)s.Width);
                using (var dash = s.Dash.Count > 0 ? SKPathEffect.CreateDash([.. s.Dash.Select(d => (float)d)], 0) : null)
                using (var path = new SKPath())
                {
                    path.AddPoly([.. s.Points.Select(p => new SKPoint((float)p.X, (float)p.Y))], close: false);
                    paint.PathEffect = dash;
                    canvas.DrawPath(path, paint);
                    paint.PathEffect = null;
                }

                break;
            case Lettering l:
                if (l.Halo)
                {
                    Set(paint, "#ffffff", 3);
                    Write(canvas, l, paint, own);
                }

                Set(paint, l.Color);
                Write(canvas, l, paint, own);
                break;
        }
    }

    private static void Write(SKCanvas canvas, Lettering l, SKPaint paint, SKTypeface own)
    {
        var text = Untrusted.OneLine(l.Text);
        using var other = own.ContainsGlyphs(text) ? null : Others(text, own);
        using var font = new SKFont(other ?? own, (float)l.Size);
        var align = l.Anchor switch { Anchor.Middle => SKTextAlign.Center, Anchor.End => SKTextAlign.Right, _ => SKTextAlign.Left };
        canvas.DrawText(text, (float)l.X, (float)l.Y, align, font, paint);
    }

    private static SKTypeface? Others(string text, SKTypeface own)
    {
        foreach (var rune in text.EnumerateRunes())
            if (own.GetGlyph(rune.Value) == 0 && SKFontManager.Default.MatchCharacter(rune.Value) is { } has) return has;
        return null;
    }

    private static void Set(SKPaint paint, string color, float? width = null)
    {
        paint.Color = SKColor.Parse(color);
        paint.Style = width is null ? SKPaintStyle.Fill : SKPaintStyle.Stroke;
        paint.StrokeWidth = width ?? 0;
    }
}
