namespace TabletopAgent.Knowledge;

/// <summary>The scenarios that can be played, the cards they draw on, and what they share.</summary>
/// <param name="Battery">The safety probes, to be asked before and after.</param>
internal sealed record Shelf(IReadOnlyList<Scenario> Scenarios, IReadOnlyDictionary<string, Card> Cards, Template Template, IReadOnlyList<SafetyProbe> Battery)
{
    /// <param name="home">The folder that travels with the program, or another library of the same form.</param>
    public static Shelf Read(string home, List<Note> notes)
    {
        var scenarios = KnowledgeFiles.In(home, "scenarios", notes).Select(f => Scenario.Read(f, notes)).OfType<Scenario>().ToList();
        var template = KnowledgeFiles.Single(home, Template.FileName, notes);
        return new Shelf(
            scenarios, ReadCards(home, notes), template is null ? new Template([], [], [], Path.Combine(home, Template.FileName)) : Template.Read(template, notes),
            [.. KnowledgeFiles.In(home, SafetyBook.Folder, notes).SelectMany(f => SafetyBook.Read(f, notes))]);
    }

    /// <summary>With a scenario in a file of its own in front; cards in the folder <c>cards</c> beside its folder come before those of the shelf.</summary>
    public Shelf With(string file, List<Note> notes)
    {
        var full = Path.GetFullPath(file);
        if (KnowledgeFiles.Single(Path.GetDirectoryName(full)!, Path.GetFileName(full), notes) is not { } read || Scenario.Read(read with { File = file }, notes) is not { } scenario) return this;
        var cards = Cards.ToDictionary();
        foreach (var (id, card) in ReadCards(Path.GetDirectoryName(Path.GetDirectoryName(full)!) ?? "", notes)) cards[id] = card;
        return this with { Scenarios = [scenario, .. Scenarios.Where(s => s.Id != scenario.Id)], Cards = cards };
    }

    public Scenario? Find(string id) => Scenarios.FirstOrDefault(s => s.Id == id);

    private static Dictionary<string, Card> ReadCards(string home, List<Note> notes) => KnowledgeFiles.In(home, "cards", notes)
        .Select(f => Card.Read(f, notes)).OfType<Card>().GroupBy(c => c.Id).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
}
