using TabletopAgent.Markdown;

namespace TabletopAgent.Knowledge;

internal enum UnitKind
{
    Title,
    Heading,
    Paragraph,
    Item,
    Row,
}

/// <summary>The smallest thing search looks at: a heading, a paragraph, a list item, a row of a table.</summary>
internal sealed record Unit(UnitKind Kind, string Text, int Line, IReadOnlyList<Link> Links);

/// <summary>A part of a page under one heading of level 2 or 3.</summary>
/// <param name="Id"><c>page#h2-slug/h3-slug</c>, with <c>~n</c> where a heading repeats.</param>
internal sealed record Section(string Id, string Heading, int Line, IReadOnlyList<Unit> Units);

/// <summary>A page of knowledge, ours or anybody's.</summary>
/// <param name="Id">Ours: the front matter's id. A foreign page: its path in its folder without .md.</param>
/// <param name="File">Path as loaded, for notes.</param>
/// <param name="Layer">One of <see cref="Layers"/>; null where nothing says.</param>
/// <param name="Upstream">Repository paths this page stands for, best first; a foreign page of that repository stands for itself.</param>
/// <param name="Guide">The parts of a page written to the form in knowledge/README.md; null for a foreign page.</param>
internal sealed record Page(string Id, string Title, string File, string? Layer, IReadOnlyList<string> Upstream, IReadOnlyList<Section> Sections, Guide? Guide)
{
    /// <summary>Whether the section exists; reports never name one that does not.</summary>
    public bool Has(string section) => Sections.Any(s => s.Id == $"{Id}#{section}");
}

/// <summary>What a page of our own form says, part by part.</summary>
internal sealed record Guide(
    IReadOnlyList<string> Related,
    IReadOnlyList<int> Modes,
    IReadOnlyList<string> StandsForMissing,
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
internal sealed record Step(string Text, string? When, string? Before, string Expect, string Undo, int Number)
{
    public bool Reversible => Undo.StartsWith("yes", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A routing, cache, … action with the proof that it worked.</summary>
internal sealed record PageAction(string Area, string Text, string Proof, int Number);
