using System.Text.RegularExpressions;
using TabletopAgent.Markdown;

namespace TabletopAgent.Knowledge;

/// <summary>When a card falls due.</summary>
internal sealed record DueCard(int Minute, string Card, int Line);

/// <summary>What must be shown to hold; <see cref="Id"/> is that of the event that answers it.</summary>
internal sealed record ExactCheck(string Id, string Text, int Line);

/// <summary>An exercise: the situation, the cards with their minutes, and what is checked.</summary>
/// <param name="Layer">Of the first inject; every card names its own.</param>
/// <param name="Extended">Extended cases: an id and when to play it.</param>
internal sealed partial record Scenario(
    string Id, string Title, string Layer, string? SecondLayer, IReadOnlyList<int> Modes, IReadOnlyList<string> Pages, IReadOnlyList<string> Cards, int DurationMinutes,
    string Situation, IReadOnlyList<DueCard> Injects, IReadOnlyList<ExactCheck> Extended, IReadOnlyList<ExactCheck> Checks, IReadOnlyList<string> Proofs, string File)
{
    /// <returns>The scenario; null, and said, when a field that it cannot do without is missing.</returns>
    public static Scenario? Read(KnowledgeFile file, List<Note> notes)
    {
        var document = MarkdownReader.Read(file.Text, file.File, notes);
        if (FrontMatter.Read(document, file, notes) is not { } head) return null;
        var (layer, second, modes, duration) = (head.Required("layer") is null ? null : head.Layer("layer"), head.Layer("second_layer"), head.Modes(), head.Minutes("duration_minutes"));
        var parts = Parts(document);
        var situation = string.Join("\n\n", Of(parts, "Situation").Select(b => b.Text));
        if (situation.Length == 0) notes.Add(Notes.MissingSection(new Place(file.File), "Situation"));
        var injects = Items(parts, "Injects", Inject(), file, notes).Select(m => new DueCard(int.Parse(m.Match.Groups["id"].Value), m.Match.Groups["text"].Value, m.Line)).ToList();
        var checks = Named(parts, "Exact checks", file, notes);
        if (checks.Count == 0) notes.Add(Notes.MissingSection(new Place(file.File), "Exact checks"));
        if (head.Id is null || head.Title is null || layer is null || duration is null) return null;
        return new Scenario(head.Id, head.Title, layer, second, modes, head.Yaml.List("pages"), head.Yaml.List("cards"), duration.Value, situation, injects,
            Named(parts, "Optional extended cases", file, notes), checks, [.. Of(parts, "Proofs").Select(b => b.Text)], file.File);
    }

    private static Dictionary<string, List<Block>> Parts(Document document)
    {
        var parts = new Dictionary<string, List<Block>>(StringComparer.Ordinal);
        List<Block>? part = null;
        foreach (var block in document.Blocks)
        {
            if (block is { Kind: BlockKind.Heading, Level: <= 2 }) parts.TryAdd(block.Text, part = []);
            else part?.Add(block);
        }

        return parts;
    }

    private static List<Block> Of(Dictionary<string, List<Block>> parts, string heading) => parts.GetValueOrDefault(heading) ?? [];

    private static List<ExactCheck> Named(Dictionary<string, List<Block>> parts, string heading, KnowledgeFile file, List<Note> notes) =>
        [.. Items(parts, heading, Check(), file, notes).Select(m => new ExactCheck(m.Match.Groups["id"].Value, m.Match.Groups["text"].Value, m.Line))];

    private static IEnumerable<(Match Match, int Line)> Items(Dictionary<string, List<Block>> parts, string heading, Regex form, KnowledgeFile file, List<Note> notes)
    {
        foreach (var block in Of(parts, heading).Where(b => b.Kind == BlockKind.ListItem))
        {
            if (form.Match(block.Text.Replace('\n', ' ')) is { Success: true } match) yield return (match, block.Line);
            else notes.Add(Notes.Incomplete(new Place(file.File, block.Line), heading == "Injects" ? "write minute: card, such as 10: write-routes-fail." : "write `id`: text."));
        }
    }

    [GeneratedRegex(@"^(?<id>\d{1,4}): (?<text>[a-z0-9-]+)$", RegexOptions.CultureInvariant)] private static partial Regex Inject();
    [GeneratedRegex(@"^(?<id>[a-z0-9-]+): (?<text>\S.*)$", RegexOptions.CultureInvariant)] private static partial Regex Check();
}
