using System.Text.RegularExpressions;
using TabletopAgent.Markdown;

namespace TabletopAgent.Knowledge;

/// <summary>When a card falls due: at a minute, or from a minute on as soon as a condition holds.</summary>
/// <param name="When">The condition; null: by the clock alone.</param>
/// <param name="By">The minute at which it falls due even if the condition never held.</param>
internal sealed record DueCard(int Minute, string Card, int Line, string? When = null, int? By = null);

/// <summary>What must be shown to hold; <see cref="Id"/> is that of the event that answers it.</summary>
internal sealed record ExactCheck(string Id, string Text, int Line);

/// <summary>A case to go on with after the planned end, with the cards it brings; <see cref="Id"/> is also that of its check.</summary>
internal sealed record ExtendedCase(string Id, string Text, IReadOnlyList<DueCard> Injects, int Line);

/// <summary>An exercise: the situation, the cards with their minutes, and what is checked.</summary>
/// <param name="ShownAs">What participants know the exercise as: a title that gives nothing away.</param>
/// <param name="Layer">Of the first inject; every card names its own.</param>
/// <param name="Situation">For the facilitator: what will go wrong and what the team must do.</param>
/// <param name="Briefing">For the participants: what they are told before the first inject.</param>
/// <param name="Boxes">Time boxes of its own; empty: those of the template.</param>
internal sealed partial record Scenario(
    string Id, string Title, string ShownAs, string Layer, string? SecondLayer, IReadOnlyList<int> Modes, IReadOnlyList<string> Pages, IReadOnlyList<string> Cards,
    int DurationMinutes, Setting Setting, string Situation, IReadOnlyList<Named> Briefing, IReadOnlyList<TimeBox> Boxes, IReadOnlyList<DueCard> Injects,
    IReadOnlyList<ExtendedCase> Extended, IReadOnlyList<ExactCheck> Checks, IReadOnlyList<string> Proofs, string File)
{
    /// <returns>The scenario; null, and said, when a field that it cannot do without is missing.</returns>
    public static Scenario? Read(KnowledgeFile file, List<Note> notes)
    {
        var document = MarkdownReader.Read(file.Text, file.File, notes);
        if (FrontMatter.Read(document, file, notes) is not { } head) return null;
        var (layer, second, modes, duration) = (head.Required("layer") is null ? null : head.Layer("layer"), head.Layer("second_layer"), head.Modes(), head.Minutes("duration_minutes"));
        var (shown, setting) = (head.Required("shown_as"), Setting.Read(head, notes));
        var parts = Parts.Of(document);
        var situation = string.Join("\n\n", parts["Situation"].Select(b => b.Text));
        if (situation.Length == 0) notes.Add(Notes.MissingSection(new Place(file.File), "Situation"));
        var briefing = parts.Named("Briefing", file, notes);
        if (briefing.Count == 0) notes.Add(Notes.MissingSection(new Place(file.File), "Briefing"));
        var injects = parts.Items("Injects", Inject(), DueHint, file, notes).Select(m => Due(m.Match, m.Line)).ToList();
        var checks = parts.Named("Exact checks", file, notes).Select(c => new ExactCheck(c.Id, c.Text, c.Line)).ToList();
        if (checks.Count == 0) notes.Add(Notes.MissingSection(new Place(file.File), "Exact checks"));
        if (head.Id is null || head.Title is null || shown is null || layer is null || duration is null) return null;
        return new Scenario(head.Id, head.Title, shown, layer, second, modes, head.Yaml.List("pages"), head.Yaml.List("cards"), duration.Value, setting, situation, briefing,
            Template.ReadBoxes(parts, file, notes), injects, Cases(parts, file, notes), checks, [.. parts["Proofs"].Select(b => b.Text)], file.File);
    }

    /// <summary>A case is an item with its text; the cards it brings are items below it.</summary>
    private static List<ExtendedCase> Cases(Parts parts, KnowledgeFile file, List<Note> notes)
    {
        var cases = new List<ExtendedCase>();
        foreach (var block in parts["Optional extended cases"].Where(b => b.Kind == BlockKind.ListItem))
        {
            if (block.Level == 1)
            {
                if (Parts.Match(block, Parts.WithName(), Parts.Hint, file, notes) is { } named)
                    cases.Add(new ExtendedCase(named.Groups["id"].Value, named.Groups["text"].Value, [], block.Line));
            }
            else if (cases.Count > 0 && Parts.Match(block, Inject(), DueHint, file, notes) is { } due)
                cases[^1] = cases[^1] with { Injects = [.. cases[^1].Injects, Due(due, block.Line)] };
        }

        return cases;
    }

    private const string DueHint = "write minute: card, such as 10: write-routes-fail, or from 20 when `p95_ratio <= 1.25`, by 40: write-routes-fail.";

    private static DueCard Due(Match m, int line) => new(
        int.Parse(m.Groups["minute"].Value), m.Groups["card"].Value, line, m.Groups["when"] is { Success: true } when ? when.Value : null,
        m.Groups["by"] is { Success: true } by ? int.Parse(by.Value) : null);

    [GeneratedRegex(@"^(?:from )?(?<minute>\d{1,4})(?: when (?<when>[^:]+?)(?:, by (?<by>\d{1,4}))?)?: (?<card>[a-z0-9-]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Inject();
}
