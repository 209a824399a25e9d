namespace TabletopAgent.Render;

/// <summary>A document as Markdown; pictures are links to the files beside it.</summary>
internal static class DocumentMarkdown
{
    public static void Write(Document document, TextWriter to)
    {
        to.Write($"# {W(document.Title)}\n");
        foreach (var part in document.Parts)
        {
            to.Write('\n');
            switch (part)
            {
                case Heading h: to.Write($"## {W(h.Text)}\n"); break;
                case Paragraph p: to.Write($"{W(p.Text)}\n"); break;
                case Headline h: to.Write($"{W(h.Lead)}: **{W(h.Verdict)}**\n"); break;
                case Figure f: to.Write($"![{W(f.Drawing.Title)}]({f.File})\n"); break;
                case Bullets b:
                    foreach (var item in b.Items) to.Write($"- {W(item)}\n");
                    break;
                case Grid g:
                    to.Write($"| {string.Join(" | ", g.Head.Select(W))} |\n|{string.Concat(g.Head.Select(_ => "---|"))}\n");
                    foreach (var row in g.Rows) to.Write($"| {string.Join(" | ", row.Select(W))} |\n");
                    break;
            }
        }
    }

    private static string W(string? text) => ReportMarkdown.Words(text ?? "");
}
