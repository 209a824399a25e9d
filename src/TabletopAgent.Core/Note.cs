namespace TabletopAgent;

/// <summary>Where a fact or a complaint comes from. Every figure in a report leads back to one of these.</summary>
/// <param name="File">A path as the user gave it, or a name such as <c>--symptom 2</c> for text that came from no file.</param>
/// <param name="Line">1-based line; 0 where the whole input is meant.</param>
public readonly record struct Place(string File, int Line = 0)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}" : File;
}

public enum Severity
{
    Info,
    Warning,
    Error,
}

/// <summary>What was wrong with an input and what to write instead. Reading never throws: it returns values plus notes.</summary>
/// <param name="Code">Stable, <c>TT</c> and three digits; <see cref="Notes"/> lists all of them.</param>
/// <param name="Severity">Error: the thing was refused. Warning: taken with a doubt. Info: said for the record.</param>
/// <param name="Text">What is wrong and what to write instead, in one or two sentences.</param>
/// <param name="Place">File and line.</param>
public sealed record Note(string Code, Severity Severity, string Text, Place Place)
{
    public override string ToString() => $"{Place}: {Word} {Code}: {Text}";

    /// <summary>The severity as it is written in reports: error, warning or note.</summary>
    public string Word => Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };
}
