using System.Globalization;

namespace TabletopAgent.Facts;

/// <summary>How a fact is known. Later ones outrank earlier ones.</summary>
internal enum Source
{
    /// <summary>Drawn from what somebody typed.</summary>
    Words,

    /// <summary>A number recorded in a structured field, not computed here.</summary>
    Reported,

    /// <summary>Computed here from recorded data.</summary>
    Measured,
}

/// <summary>One thing known about the incident; rules and pages name it in predicates.</summary>
/// <param name="Name">A name from <see cref="FactNames"/>, or any field name of an event.</param>
/// <param name="Number">The value, in the unit of its name; null for a word.</param>
/// <param name="Word">equal, mismatch, ok …; null for a number.</param>
/// <param name="Before">The earlier value of a change, where one was given.</param>
/// <param name="Quote">The words or the record it was read from.</param>
/// <param name="Steady">Said to be as it always is: "cpu 85 % as usual". Such words are known, and evidence of nothing.</param>
internal sealed record Fact(
    string Name, double? Number, string? Word, Source Source, Place Place, string Quote, double? Before = null, DateTimeOffset? At = null,
    bool Steady = false)
{
    public string Value => Word ?? (Before is { } b ? $"{Shown(b)} → {Shown(Number)}" : Shown(Number));

    private static string Shown(double? number) => number?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
