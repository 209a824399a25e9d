namespace TabletopAgent.Render;

/// <summary>A picture as plain marks, so that every writer of pictures shows the same one. Units are pixels of a screen, y downwards.</summary>
/// <param name="Title">What a reader who cannot see it is told.</param>
internal sealed record Drawing(string Title, double Width, double Height, IReadOnlyList<Shape> Shapes);

internal abstract record Shape;

internal sealed record Fill(double X, double Y, double Width, double Height, string Color) : Shape;

/// <param name="Dash">Lengths of dash and gap in turn; empty for a line that is not broken.</param>
/// <param name="Hint">What the line is; writers that can will tell who points at it.</param>
internal sealed record Stroke(IReadOnlyList<(double X, double Y)> Points, string Color, double Width, IReadOnlyList<double> Dash, string? Hint = null) : Shape;

internal sealed record Dot(double X, double Y, double Radius, string Color) : Shape;

/// <param name="Y">Of the line it stands on.</param>
/// <param name="Halo">White around the letters, where they stand on lines.</param>
internal sealed record Lettering(double X, double Y, string Text, Anchor Anchor, double Size, string Color, bool Halo = false) : Shape
{
    /// <summary>About how wide it is in a plain sans-serif face: the writer that knows its font comes later.</summary>
    public static double WidthOf(string text, double size) => Column.Cells(Untrusted.OneLine(text)) * size * 0.6;
}

internal enum Anchor
{
    Start,
    Middle,
    End,
}
