namespace TabletopAgent.Render;

/// <summary>A document as plain parts, so that Markdown and HTML say the same. Its words are nobody's markup: the writers escape them.</summary>
internal sealed record Document(string Title, IReadOnlyList<Part> Parts);

internal abstract record Part;

internal sealed record Heading(string Text) : Part;

internal sealed record Paragraph(string Text) : Part;

/// <summary>One word that counts, such as a verdict, after what it is the verdict of.</summary>
internal sealed record Headline(string Lead, string Verdict) : Part;

internal sealed record Bullets(IReadOnlyList<string> Items) : Part;

internal sealed record Grid(string[] Head, IReadOnlyList<string?[]> Rows) : Part;

/// <param name="File">Where the same picture lies as a file beside the document.</param>
internal sealed record Figure(Drawing Drawing, string File) : Part;
