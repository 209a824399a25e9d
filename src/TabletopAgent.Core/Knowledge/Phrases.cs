namespace TabletopAgent.Knowledge;

/// <summary>Something people want, and how they say it.</summary>
/// <param name="Does">What is offered to somebody who was not understood.</param>
/// <param name="Do">Commands, with places for what was said.</param>
/// <param name="Says">Questions; a line that is near one of them means it.</param>
/// <param name="Takes">Whole sentences with places, met word by word. Only these write.</param>
/// <param name="Maybe">Sentences that could be meant for the log: asked about before anything is written.</param>
internal sealed record Intent(string Id, string Does, IReadOnlyList<string> Do, IReadOnlyList<string> Says, IReadOnlyList<string> Takes, IReadOnlyList<string> Maybe);

/// <summary>A word that may stand in a place, and how people say it.</summary>
internal sealed record SlotWord(string Slot, string Means, IReadOnlyList<string> Said);

/// <summary>How people are understood: <c>knowledge/phrases.yaml</c>.</summary>
internal sealed record Phrases(IReadOnlyList<Intent> Intents, IReadOnlyList<SlotWord> Words)
{
    public const string FileName = "phrases.yaml";

    /// <param name="home">The folder that travels with the program.</param>
    public static Phrases Read(string home, List<Note> notes)
    {
        if (KnowledgeFiles.Single(home, FileName, notes) is not { } file || Yaml.Read(file.Text, file.File, 0, notes) is not { } yaml) return new Phrases([], []);
        return new Phrases(
            [.. yaml.Maps("intents").Select(i => new Intent(i.Text("id") ?? "", i.Text("does") ?? "", i.List("do"), i.List("says"), i.List("takes"), i.List("maybe")))],
            [.. yaml.Maps("slots").Select(s => new SlotWord(s.Text("slot") ?? "", s.Text("means") ?? "", s.List("said")))]);
    }
}
