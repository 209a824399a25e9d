using System.Globalization;

namespace TabletopAgent.Render;

/// <summary>A drawing as SVG: text stays text, nothing is fetched, the same drawing gives the same bytes.</summary>
internal static class Svg
{
    public static string Of(Drawing drawing)
    {
        var to = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        to.WriteLine($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {N(drawing.Width)} {N(drawing.Height)}\" role=\"img\" aria-label=\"{Escaped(drawing.Title)}\" font-family=\"DejaVu Sans, Verdana, sans-serif\">");
        to.WriteLine($"<rect width=\"{N(drawing.Width)}\" height=\"{N(drawing.Height)}\" fill=\"#ffffff\"/>");
        foreach (var mark in drawing.Shapes) to.WriteLine(Of(mark));
        to.WriteLine("</svg>");
        return to.ToString();
    }

    private static string Of(Shape mark) => mark switch
    {
        Fill a => $"<rect x=\"{N(a.X)}\" y=\"{N(a.Y)}\" width=\"{N(a.Width)}\" height=\"{N(a.Height)}\" fill=\"{a.Color}\"/>",
        Dot d => $"<circle cx=\"{N(d.X)}\" cy=\"{N(d.Y)}\" r=\"{N(d.Radius)}\" fill=\"{d.Color}\"/>",
        Stroke l => $"<path d=\"M{string.Join('L', l.Points.Select(p => $"{N(p.X)} {N(p.Y)}"))}\" fill=\"none\" stroke=\"{l.Color}\" stroke-width=\"{N(l.Width)}\""
            + (l.Dash.Count > 0 ? $" stroke-dasharray=\"{string.Join(' ', l.Dash.Select(N))}\"" : "") + (l.Hint is { } hint ? $"><title>{Escaped(hint)}</title></path>" : "/>"),
        Lettering w => $"<text x=\"{N(w.X)}\" y=\"{N(w.Y)}\" font-size=\"{N(w.Size)}\" fill=\"{w.Color}\""
            + w.Anchor switch { Anchor.Middle => " text-anchor=\"middle\"", Anchor.End => " text-anchor=\"end\"", _ => "" }
            + (w.Halo ? " stroke=\"#ffffff\" stroke-width=\"3\" paint-order=\"stroke\"" : "") + $">{Escaped(w.Text)}</text>",
        _ => throw new ArgumentOutOfRangeException(nameof(mark)),
    };

    private static string Escaped(string text) => System.Net.WebUtility.HtmlEncode(Untrusted.OneLine(text));

    private static string N(double value) => (Math.Round(value, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);
}
