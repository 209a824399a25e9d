using System.Globalization;

namespace TabletopAgent.Render;

/// <summary>The two distributions and the bars as a picture. Strokes and words say what colours say, for print and for the colour-blind.</summary>
internal static class CalibrationSvg
{
    private const int Left = 20, Width = 640, Height = 260, Top = 60, Bottom = 30;

    public static string Of(CalibrationReport c)
    {
        var most = Math.Max(c.Matched.Max(), c.Shuffled.Max());
        var to = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        to.WriteLine($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"ΔS of right and of random pairs\" font-size=\"12\" font-family=\"sans-serif\">");
        to.WriteLine($"<text x=\"{Left}\" y=\"16\">{Words($"{c.Embedder ?? "unnamed embedder"}: {c.Probes} right pairs (solid), {c.Pairs} random pairs (dashed), AUC {Wording.Number(c.Auc)}")}</text>");
        to.WriteLine($"<path d=\"M{Left} {Height - Bottom}H{Width - Left}\" stroke=\"#8c959f\"/>");
        to.WriteLine($"<path d=\"{Steps(c.Shuffled, most)}\" fill=\"#d5602b\" fill-opacity=\"0.2\" stroke=\"#a43c10\" stroke-dasharray=\"4 3\"><title>random pairs</title></path>");
        to.WriteLine($"<path d=\"{Steps(c.Matched, most)}\" fill=\"#2a6fbb\" fill-opacity=\"0.3\" stroke=\"#2a6fbb\"><title>right pairs</title></path>");
        var row = 0;
        foreach (var (name, at) in CalibrationText.Marks(c))
            to.WriteLine($"<path d=\"M{N(X(at))} {Top - 4}V{Height - Bottom}\" stroke=\"#1b1f24\" stroke-dasharray=\"{(row < 2 ? "none" : "2 2")}\"/><text x=\"{N(X(at) + 3)}\" y=\"{34 + row++ * 12}\">{name} {Wording.Number(at)}</text>");
        for (var i = 0; i <= 10; i += 2) to.WriteLine($"<text x=\"{N(X(i / 10.0))}\" y=\"{Height - 10}\" text-anchor=\"middle\">{N(i / 10.0)}</text>");
        to.WriteLine("</svg>");
        return to.ToString();
    }

    private static string Steps(IReadOnlyList<double> shares, double most) =>
        $"M{N(X(0))} {Height - Bottom}" + string.Concat(shares.Select((s, i) => $"V{N(Height - Bottom - (Height - Bottom - Top) * s / most)}H{N(X((i + 1.0) / shares.Count))}")) + $"V{Height - Bottom}Z";

    private static double X(double deltaS) => Left + (Width - 2 * Left) * deltaS;

    private static string Words(string text) => System.Net.WebUtility.HtmlEncode(Untrusted.OneLine(text));

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
