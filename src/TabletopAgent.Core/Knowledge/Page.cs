using TabletopAgent.Markdown;

namespace TabletopAgent.Knowledge;

/// <summary>What is known of a page without opening it.</summary>
/// <param name="Id">Ours: the front matter's id. A foreign page: its path in its folder without .md.</param>
/// <param name="File">Path as loaded.</param>
/// <param name="Layer">One of <see cref="Layers"/>; null where nothing says.</param>
/// <param name="Related">Layers it is mistaken for.</param>
/// <param name="Modes">Numbered modes of the Problem Map.</param>
/// <param name="Upstream">Repository paths it stands for, best first; a page of that repository stands for itself.</param>
/// <param name="Missing">Paths that upstream only promises.</param>
/// <param name="Ours">Whether it is written to the form in knowledge/README.md.</param>
internal sealed record Page(
    string Id, string Title, string File, string? Layer, IReadOnlyList<string> Related, IReadOnlyList<int> Modes, IReadOnlyList<string> Upstream,
    IReadOnlyList<string> Missing, bool Ours, IReadOnlyList<Section> Sections)
{
    /// <summary>The section whose heading is this, or the page's first one; null only for a page without text.</summary>
    public Section? Section(string heading) =>
        Sections.FirstOrDefault(s => s.Heading.Equals(heading, StringComparison.OrdinalIgnoreCase)) ?? (Sections.Count > 0 ? Sections[0] : null);
}

/// <summary>A part of a page under one heading of level 2 or 3.</summary>
/// <param name="Id"><c>page#h2-slug/h3-slug</c>, with <c>~n</c> where a heading repeats.</param>
internal sealed record Section(string Id, string Heading, int Line);

internal enum UnitKind
{
    Title,
    Heading,
    Paragraph,
    Item,
    Row,
}

/// <summary>The smallest thing search looks at: a heading, a paragraph, a list item, a row of a table.</summary>
/// <param name="Section">Index of its section in the page.</param>
internal sealed record Unit(UnitKind Kind, string Text, int Line, int Section, IReadOnlyList<Link> Links);

/// <summary>A page with all it says.</summary>
internal sealed record OpenPage(Page Page, IReadOnlyList<Unit> Units);

/// <summary>The parts of a page of our own form.</summary>
internal sealed record Guide(
    string Purpose,
    IReadOnlyList<Line> Symptoms,
    IReadOnlyList<Line> HeardAs,
    IReadOnlyList<LookAlike> LookAlikes,
    IReadOnlyList<Line> Gather,
    IReadOnlyList<Line> HoldsWhen,
    IReadOnlyList<Line> RefutedWhen,
    IReadOnlyList<Step> Steps,
    IReadOnlyList<PageAction> Actions,
    IReadOnlyList<Line> Proofs,
    IReadOnlyList<Line> Acceptance);

internal sealed record Line(string Text, int Number);

/// <summary>Words that sound like this page and are another's fault.</summary>
internal sealed record LookAlike(string Words, string Layer, string? Page, string Why, int Number);

/// <summary>One step of a minimal fix.</summary>
/// <param name="When">A predicate; the step is left out when it is known to be false. Null: always.</param>
/// <param name="Undo">How the step is undone, starting with yes or no.</param>
internal sealed record Step(string Text, string? When, string? Before, string? Expect, string? Undo, int Number)
{
    public bool? Reversible => Undo is null ? null : Undo.StartsWith("yes", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A routing, cache, … action with the proof that it worked.</summary>
internal sealed record PageAction(string Area, string Text, string? Proof, int Number);

/// <summary>The parts of a guide that a report quotes: kept at hand, so that no page is parsed while people wait.</summary>
internal sealed record Remedy(IReadOnlyList<Step> Steps, IReadOnlyList<PageAction> Actions, IReadOnlyList<string> RefutedWhen)
{
    public static Remedy Of(Guide guide) => new(guide.Steps, guide.Actions, [.. guide.RefutedWhen.Select(l => l.Text)]);
}
