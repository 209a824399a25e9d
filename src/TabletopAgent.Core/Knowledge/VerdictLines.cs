using TabletopAgent.Markdown;

namespace TabletopAgent.Knowledge;

/// <summary>Reads a page of verdicts/: what healthy or undecidable reports sound like, and what only sounds so ("Not healthy", "Not need data").</summary>
internal static class VerdictLines
{
    /// <returns>Lines; those under "Not …" carry the layer that is at fault after all.</returns>
    public static IEnumerable<(string Text, string? Layer)> Read(KnowledgeFile file, List<Note> notes)
    {
        foreach (var (heading, text, line) in Items(file, notes))
        {
            if (heading == "heard-as") yield return (text, null);
            if (!heading.StartsWith("not-", StringComparison.Ordinal)) continue;
            var arrow = text.LastIndexOf("->", StringComparison.Ordinal);
            var layer = arrow < 0 ? "" : text[(arrow + 2)..].Trim();
            if (Layers.Known(layer)) yield return (text[..arrow].Trim(), layer);
            else notes.Add(Notes.UnknownLayer(new Place(file.File, line), layer, null));
        }
    }

    /// <summary>What to ask for, by kind of vague report.</summary>
    public static IEnumerable<Ask> Asks(KnowledgeFile file) => Items(file, [])
        .Where(i => i.Heading == "ask" && i.Text.Contains("\":", StringComparison.Ordinal)).Select(i => i.Text.Split("\":", 2)).Select(p => new Ask(p[0].Trim('"', ' '), p[1].Trim()));

    private static IEnumerable<(string Heading, string Text, int Line)> Items(KnowledgeFile file, List<Note> notes)
    {
        var heading = "";
        foreach (var block in MarkdownReader.Read(file.Text, file.File, notes).Blocks)
        {
            if (block is { Kind: BlockKind.Heading, Level: 2 }) heading = SectionReader.Slug(block.Text);
            else if (block.Kind == BlockKind.ListItem) yield return (heading, block.Text.Replace('\n', ' '), block.Line);
        }
    }
}
