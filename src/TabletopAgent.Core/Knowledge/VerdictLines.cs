namespace TabletopAgent.Knowledge;

/// <summary>Reads a page of verdicts/: what healthy or undecidable reports sound like, and what only sounds so.</summary>
internal static class VerdictLines
{
    /// <returns>Lines; those under "Not healthy" carry the layer that is at fault after all.</returns>
    public static IEnumerable<(string Text, string? Layer)> Read(KnowledgeFile file, List<Note> notes)
    {
        foreach (var (heading, text, line) in Items(file))
        {
            if (heading == "heard-as") yield return (text, null);
            if (heading != "not-healthy") continue;
            var arrow = text.LastIndexOf("->", StringComparison.Ordinal);
            var layer = arrow < 0 ? "" : text[(arrow + 2)..].Trim();
            if (Layers.Known(layer)) yield return (text[..arrow].Trim(), layer);
            else notes.Add(Notes.UnknownLayer(new Place(file.File, line), layer, null));
        }
    }

    /// <summary>What to ask for, by kind of vague report.</summary>
    public static IEnumerable<Ask> Asks(KnowledgeFile file) => Items(file)
        .Where(i => i.Heading == "ask" && i.Text.Contains("\":", StringComparison.Ordinal)).Select(i => i.Text.Split("\":", 2)).Select(p => new Ask(p[0].Trim('"', ' '), p[1].Trim()));

    private static IEnumerable<(string Heading, string Text, int Line)> Items(KnowledgeFile file)
    {
        var heading = "";
        var number = 0;
        foreach (var line in file.Text.Split('\n'))
        {
            number++;
            if (line.StartsWith("## ", StringComparison.Ordinal)) heading = SectionReader.Slug(line[3..]);
            else if (line.StartsWith("- ", StringComparison.Ordinal)) yield return (heading, line[2..].Trim(), number);
        }
    }
}
