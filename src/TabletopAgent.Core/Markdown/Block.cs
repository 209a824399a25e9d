namespace TabletopAgent.Markdown;

internal enum BlockKind
{
    Heading,
    Paragraph,
    ListItem,
    TableRow,
    Fence,
}

/// <summary>A link as written; the page it means is resolved by the library.</summary>
internal sealed record Link(string Text, string Target, int Line);

/// <summary>One piece of a page with its first line: a heading, a paragraph, a list item, a table row or a fence.</summary>
/// <param name="Text">Plain text of the inlines: no markup, no link titles, no image alts, no HTML.</param>
/// <param name="Level">Of a heading 1–6; of a list item its depth from 1; else 0.</param>
/// <param name="Cells">Of a table row: its cells; the row's <see cref="Text"/> joins them.</param>
/// <param name="Header">Of a table row: the header cells of its table.</param>
internal sealed record Block(BlockKind Kind, string Text, int Line, IReadOnlyList<Link> Links, int Level = 0,
    IReadOnlyList<string>? Cells = null, IReadOnlyList<string>? Header = null);

/// <summary>A page as its author meant it to be read.</summary>
/// <param name="FrontMatter">The YAML between the first two --- lines, "" if there is none.</param>
internal sealed record Document(string FrontMatter, IReadOnlyList<Block> Blocks);
