namespace TabletopAgent.Import;

/// <summary>The five moments of an incident, in the order in which they should come.</summary>
internal enum Mark
{
    Impact,
    Detected,
    Declared,
    Mitigated,
    Resolved,
}

internal static class Marks
{
    public static readonly Mark[] All = [Mark.Impact, Mark.Detected, Mark.Declared, Mark.Mitigated, Mark.Resolved];

    /// <summary>The word of a milestone event.</summary>
    public static string Word(this Mark mark) => mark switch
    {
        Mark.Impact => "impact",
        Mark.Detected => "detected",
        Mark.Declared => "declared",
        Mark.Mitigated => "mitigated",
        _ => "resolved",
    };

    /// <summary>The kind of finding for two values of one milestone; a start is called started there.</summary>
    public static string Kind(this Mark mark) => mark == Mark.Impact ? "started" : mark.Word();
}
