using System.Text.RegularExpressions;
using TabletopAgent.Markdown;

namespace TabletopAgent.Knowledge;

/// <summary>The sections of a scenario or of the template by their headings, and their list items taken apart.</summary>
internal sealed partial class Parts
{
    private readonly Dictionary<string, List<Block>> _parts = new(StringComparer.Ordinal);

    public static Parts Of(Document document)
    {
        var parts = new Parts();
        List<Block>? part = null;
        foreach (var block in document.Blocks)
        {
            if (block is { Kind: BlockKind.Heading, Level: <= 2 }) parts._parts.TryAdd(block.Text, part = []);
            else part?.Add(block);
        }

        return parts;
    }

    public IReadOnlyList<Block> this[string heading] => _parts.GetValueOrDefault(heading) ?? [];

    /// <summary>Items of the form <c>`id`: text</c>.</summary>
    public IReadOnlyList<Named> Named(string heading, KnowledgeFile file, List<Note> notes) =>
        [.. Items(heading, WithName(), Hint, file, notes).Select(m => new Named(m.Match.Groups["id"].Value, m.Match.Groups["text"].Value, m.Line))];

    /// <param name="hint">What to write where an item is not of the form.</param>
    public IEnumerable<(Match Match, int Line)> Items(string heading, Regex form, string hint, KnowledgeFile file, List<Note> notes)
    {
        foreach (var block in this[heading].Where(b => b.Kind == BlockKind.ListItem))
            if (Match(block, form, hint, file, notes) is { } match) yield return (match, block.Line);
    }

    public static Match? Match(Block block, Regex form, string hint, KnowledgeFile file, List<Note> notes)
    {
        if (form.Match(block.Text.Replace('\n', ' ')) is { Success: true } match) return match;
        notes.Add(Notes.Incomplete(new Place(file.File, block.Line), hint));
        return null;
    }

    public const string Hint = "write `id`: text.";

    [GeneratedRegex(@"^(?<id>[a-z0-9-]+): (?<text>\S.*)$", RegexOptions.CultureInvariant)] public static partial Regex WithName();
}
