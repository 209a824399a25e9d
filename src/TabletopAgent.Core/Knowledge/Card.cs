using TabletopAgent.Markdown;

namespace TabletopAgent.Knowledge;

/// <summary>An inject: what the facilitator reads out, and what it must be taken for.</summary>
/// <param name="Kind">fault, look-alike or no-fault: planned for a minute. clue, measure or pressure: kept for the driver to choose.</param>
/// <param name="Layer">The failing layer; null where nothing fails.</param>
/// <param name="Verdict">fault, healthy or need_data.</param>
/// <param name="OffsetMinutes">Minutes after the start of the exercise; for the driver's cards the first minute at which it may be chosen.</param>
internal sealed record Card(string Id, string Title, string Scenario, string Kind, string? Layer, string? SecondLayer, string Verdict, int OffsetMinutes, string Text, string File)
{
    public const string Clue = "clue", Measure = "measure", Pressure = "pressure";
    public static readonly string[] Kinds = ["fault", "look-alike", "no-fault", Clue, Measure, Pressure];
    public static readonly string[] Verdicts = ["fault", "healthy", "need_data"];

    /// <summary>Whether the driver chooses its moment: a clue where the team is stuck, a measure where answers are off, pressure where all is green too early.</summary>
    public bool OfDriver => Kind is Clue or Measure or Pressure;

    /// <returns>The card; null, and said, when a field that it cannot do without is missing.</returns>
    public static Card? Read(KnowledgeFile file, List<Note> notes)
    {
        var document = MarkdownReader.Read(file.Text, file.File, notes);
        if (FrontMatter.Read(document, file, notes) is not { } head) return null;
        var (scenario, kind, verdict) = (head.Required("scenario"), head.OneOf("kind", Kinds), head.OneOf("verdict", Verdicts));
        var (layer, second, offset) = (head.Layer("layer"), head.Layer("second_layer"), head.Minutes("offset_minutes"));
        var text = string.Join("\n\n", document.Blocks.Where(b => b.Kind is BlockKind.Paragraph or BlockKind.ListItem).Select(b => b.Text));
        if (text.Length == 0) notes.Add(Notes.Incomplete(new Place(file.File), "the card has no text."));
        if (head.Id is null || head.Title is null || scenario is null || kind is null || verdict is null || offset is null || text.Length == 0) return null;
        return new Card(head.Id, head.Title, scenario, kind, layer, second, verdict, offset.Value, text, file.File);
    }
}
