namespace TabletopAgent.Import.Reports;

internal enum LineKind
{
    Heading,
    Bullet,
    Row,
    Text,
}

/// <summary>One line of a report, without its markup.</summary>
/// <param name="Number">1-based, as in the file.</param>
/// <param name="Depth">Of a heading its level, of others their indentation.</param>
/// <param name="Text">Plain text: no emphasis, no link targets, no tags.</param>
/// <param name="Label">What stands in bold at its beginning, without its colon.</param>
/// <param name="Section">The heading or bold label it stands under, "" at the top.</param>
/// <param name="Under">The heading above that one.</param>
internal sealed record ReportLine(int Number, LineKind Kind, int Depth, string Text, string? Label, string Section, string Under)
{
    /// <summary>Of a table row.</summary>
    public IReadOnlyList<string> Cells { get; init; } = [];

    /// <summary>The cells of its table's head, where it has one.</summary>
    public IReadOnlyList<string> Head { get; init; } = [];

    /// <summary>Counts tables, so that rows of one belong together; 0 where it is no row.</summary>
    public int Table { get; init; }

    /// <summary>It stands in a code fence: output of programs, whose clocks are their own.</summary>
    public bool Quoted { get; init; }

    /// <summary>What follows the bold label.</summary>
    public string Value { get; init; } = "";
}
