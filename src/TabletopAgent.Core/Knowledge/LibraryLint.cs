namespace TabletopAgent.Knowledge;

/// <summary>Checks what only all pages together can get wrong.</summary>
internal static class LibraryLint
{
    public const int FewestHeardInLayer = 120;

    /// <summary>No upstream path is claimed by two pages, no line is heard as two things.</summary>
    /// <param name="ours">Pages of our own form.</param>
    /// <param name="verdicts">Lines of healthy and undecidable reports, with their places.</param>
    public static void Twice(IReadOnlyList<OpenPage> ours, IEnumerable<(string Text, Place At)> verdicts, List<Note> notes)
    {
        var claims = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var page in ours.Select(o => o.Page))
            foreach (var path in page.Upstream)
                if (!claims.TryAdd(path, page.Id)) notes.Add(Notes.ClaimedTwice(new Place(page.File, 1), path, claims[path]));

        var said = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var (text, at) in ours.SelectMany(o => GuideReader.Read(o).HeardAs.Select(l => (l.Text, new Place(o.Page.File, l.Number)))).Concat(verdicts))
        {
            var words = string.Join(' ', Text.Words.Of(text));
            if (!said.TryAdd(words, at)) notes.Add(Notes.SaidTwice(at, said[words]));
        }
    }

    /// <summary>Every layer is heard in enough words, and every numbered mode has a page.</summary>
    /// <param name="home">The library as a whole, for notes.</param>
    public static void Covered(IReadOnlyList<Page> ours, IReadOnlyDictionary<string, int> heardAs, Place home, List<Note> notes)
    {
        foreach (var layer in Layers.All)
            if (heardAs[layer] < FewestHeardInLayer) notes.Add(Notes.FewLines(home, $"heard-as lines of layer {layer}", heardAs[layer], FewestHeardInLayer));
        for (var mode = 1; mode <= 16; mode++)
            if (!ours.Any(p => p.Modes.Contains(mode))) notes.Add(Notes.ModeUncovered(home, mode));
    }

    /// <summary>Heard-as lines per layer.</summary>
    public static Dictionary<string, int> HeardAs(IReadOnlyList<OpenPage> ours) =>
        Layers.All.ToDictionary(l => l, l => ours.Where(o => o.Page.Layer == l).Sum(o => GuideReader.Read(o).HeardAs.Count));
}
