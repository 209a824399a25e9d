using System.Globalization;

namespace TabletopAgent.Grade;

/// <summary>The plots of a summary, as SVG inside its page. Patterns and words say what colours say, for print and for the colour-blind.</summary>
internal static class GradePlots
{
    private const int Left = 90, Width = 480, Bar = 20, Gap = 10;

    public static void Dimensions(IReadOnlyList<DimensionRate> rates, TextWriter to)
    {
        var height = rates.Count * (Bar + Gap) + 24;
        to.Write($"<svg viewBox=\"0 0 {Width} {height}\" width=\"100%\" role=\"img\" aria-label=\"verdicts by dimension\" font-size=\"12\" font-family=\"inherit\">\n");
        to.Write("<defs><pattern id=\"x\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#d5602b\"/><rect width=\"2\" height=\"6\" fill=\"#a43c10\"/></pattern></defs>\n");
        for (var i = 0; i < rates.Count; i++)
        {
            var (rate, y) = (rates[i], i * (Bar + Gap));
            var all = Math.Max(1, rate.Pass + rate.Fail + rate.Unmeasured);
            to.Write($"<text x=\"0\" y=\"{y + 15}\">{rate.Name}</text>\n");
            double x = Left;
            foreach (var (count, fill, word) in new[] { (rate.Pass, "#2a6fbb", "pass"), (rate.Fail, "url(#x)", "fail"), (rate.Unmeasured, "#d0d7de", "unmeasured") })
            {
                if (count == 0) continue;
                var width = (double)(Width - Left) * count / all;
                to.Write($"<rect x=\"{N(x)}\" y=\"{y}\" width=\"{N(width)}\" height=\"{Bar}\" fill=\"{fill}\"><title>{word}: {count}</title></rect>\n");
                if (width > 24) to.Write($"<text x=\"{N(x + width / 2)}\" y=\"{y + 15}\" text-anchor=\"middle\" fill=\"{(word == "unmeasured" ? "#1b1f24" : "#fff")}\" stroke=\"{(word == "fail" ? "#7d2c09" : "none")}\" stroke-width=\"3\" paint-order=\"stroke\">{count}</text>\n");
                x += width;
            }
        }

        to.Write($"<text x=\"{Left}\" y=\"{height - 6}\" fill=\"#57606a\">blue: pass · hatched: fail · grey: unmeasured</text>\n</svg>\n");
    }

    public static void Months(IReadOnlyList<Month> months, TextWriter to)
    {
        var measured = months.Where(m => m.RtoMedian is not null).ToList();
        if (measured.Count == 0)
        {
            to.Write("<p>No RTO was measured.</p>\n");
            return;
        }

        const int height = 200, bottom = 24, top = 18;
        var most = Math.Max(1, measured.Max(m => m.RtoMedian!.Value));
        double X(int i) => 40 + (measured.Count == 1 ? (Width - 60) / 2.0 : (double)(Width - 60) * i / (measured.Count - 1));
        double Y(double minutes) => height - bottom - (height - bottom - top) * minutes / most;
        to.Write($"<svg viewBox=\"0 0 {Width} {height}\" width=\"100%\" role=\"img\" aria-label=\"RTO median by month\" font-size=\"12\" font-family=\"inherit\">\n");
        to.Write($"<path d=\"M30 {top}V{height - bottom}H{Width}\" fill=\"none\" stroke=\"#8c959f\"/><text x=\"26\" y=\"{height - bottom}\" text-anchor=\"end\">0</text><text x=\"26\" y=\"{top + 4}\" text-anchor=\"end\">{N(most)}</text>\n");
        to.Write($"<polyline fill=\"none\" stroke=\"#2a6fbb\" stroke-width=\"2\" points=\"{string.Join(' ', measured.Select((m, i) => $"{N(X(i))},{N(Y(m.RtoMedian!.Value))}"))}\"/>\n");
        var every = (measured.Count + 5) / 6;
        for (var i = 0; i < measured.Count; i++)
        {
            var (x, y) = (X(i), Y(measured[i].RtoMedian!.Value));
            to.Write($"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"4\" fill=\"#2a6fbb\"><title>{measured[i].Name}: {N(measured[i].RtoMedian!.Value)} min, {measured[i].Logs} logs</title></circle>\n");
            if (i % every == 0) to.Write($"<text x=\"{N(x)}\" y=\"{height - 6}\" text-anchor=\"middle\">{measured[i].Name}</text><text x=\"{N(x)}\" y=\"{N(y - 8)}\" text-anchor=\"middle\">{N(measured[i].RtoMedian!.Value)}</text>\n");
        }

        to.Write("</svg>\n");
    }

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
