using System.Globalization;

namespace TabletopAgent.Render;

/// <summary>A document as one HTML file: pictures inside, nothing fetched from anywhere, dark on light, fit to be printed.</summary>
internal static class DocumentHtml
{
    private const int LongWord = 24;

    private const string Style = """
        body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:960px;padding:0 1rem;color:#1b1f24;background:#fff}
        h1{font-size:1.6rem;margin:0 0 .5rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}p{margin:.4rem 0}ul{margin:.4rem 0;padding-left:1.3rem}
        table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}th,td{padding:.3rem .5rem;text-align:left;border-bottom:1px solid #d8dee4;vertical-align:top}
        th{background:#f6f8fa}td.n,th.n{text-align:right;white-space:nowrap}td.pass,td.fail,td.unmeasured{font-weight:600}td.long,li{overflow-wrap:anywhere}
        .pass{color:#0b5d3b}.fail{color:#a40e26}.unmeasured{color:#6e5a00}
        figure{margin:.5rem 0}figure svg{width:100%;height:auto;border:1px solid #d8dee4}
        @media print{body{margin:0;max-width:none;font-size:11pt}tr,figure,li{break-inside:avoid}h2{break-after:avoid}}
        """;

    public static void Write(Document document, TextWriter to)
    {
        to.Write($"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{E(document.Title)}</title>\n<style>\n{Style}\n</style></head><body>\n<h1>{E(document.Title)}</h1>\n");
        foreach (var part in document.Parts)
            switch (part)
            {
                case Heading h: to.Write($"<h2>{E(h.Text)}</h2>\n"); break;
                case Paragraph p: to.Write($"<p>{E(p.Text)}</p>\n"); break;
                case Headline h: to.Write($"<p>{E(h.Lead)}: <strong class=\"{Class(h.Verdict)}\">{E(h.Verdict)}</strong></p>\n"); break;
                case Figure f: to.Write($"<figure>{Svg.Of(f.Drawing)}</figure>\n"); break;
                case Bullets b: to.Write($"<ul>{string.Concat(b.Items.Select(i => $"<li>{E(i)}</li>"))}</ul>\n"); break;
                case Grid g: Table(g, to); break;
            }

        to.Write("</body></html>\n");
    }

    private static void Table(Grid grid, TextWriter to)
    {
        var numbers = grid.Head.Select((_, c) => grid.Rows.Any(r => Number(r[c])) && grid.Rows.All(r => r[c] is null or "" or "–" || Number(r[c]))).ToArray();
        to.Write($"<table><thead><tr>{string.Concat(grid.Head.Select((h, c) => $"<th{(numbers[c] ? " class=\"n\"" : "")}>{E(h)}</th>"))}</tr></thead><tbody>\n");
        foreach (var row in grid.Rows)
            to.Write($"<tr>{string.Concat(row.Select((cell, c) => $"<td{(numbers[c] ? " class=\"n\"" : Class(cell) is { Length: > 0 } name ? $" class=\"{name}\"" : "")}>{E(cell)}</td>"))}</tr>\n");
        to.Write("</tbody></table>\n");
    }

    private static bool Number(string? cell) => double.TryParse(cell?.Split(' ')[0], NumberStyles.Number, CultureInfo.InvariantCulture, out _) && cell.Split(' ').Length <= 2;

    /// <summary>A verdict is its own class; a word that is longer than a column should be may be broken.</summary>
    private static string Class(string? text) => text is "pass" or "fail" or "unmeasured" ? text : text?.Split(' ', '-').Any(word => word.Length > LongWord) is true ? "long" : "";

    private static string E(string? text) => System.Net.WebUtility.HtmlEncode(Untrusted.OneLine(text));
}
