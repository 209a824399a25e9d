namespace TabletopAgent.Import.Times;

/// <summary>One time as a document writes it. What it leaves open is null; nothing is filled in here.</summary>
/// <param name="Start">Where it begins in its text, the word for "about" included.</param>
/// <param name="End">Behind its last character.</param>
internal sealed record Stamp(int Start, int End)
{
    public int? Year { get; init; }
    public int? Month { get; init; }
    public int? Day { get; init; }

    /// <summary>0 to 23; with <see cref="Meridiem"/> false and at most 12 it may still be an afternoon.</summary>
    public int? Hour { get; init; }
    public int? Minute { get; init; }
    public int Second { get; init; }

    /// <summary>Whether am or pm is written.</summary>
    public bool Meridiem { get; init; }

    /// <summary>Written 07:35, as on a clock of 24 hours, not 7:35.</summary>
    public bool Padded { get; init; }

    public DayOfWeek? Weekday { get; init; }

    /// <summary>The zone as written: UTC, BST, +02:00.</summary>
    public string? Zone { get; init; }

    /// <summary>"about", "~", "ca.".</summary>
    public bool Approx { get; init; }

    /// <summary>A time stands here, but its digits are left open: 14:??, HH:mm.</summary>
    public bool Open { get; init; }

    /// <summary>The end of a range, on the same clock.</summary>
    public TimeOnly? Until { get; init; }

    /// <summary>05/06/2025 may be the fifth of June or the sixth of May.</summary>
    public bool DayOrMonth { get; init; }

    public bool HasDate => Month is not null && Day is not null;
    public bool HasTime => Hour is not null;
    public TimeSpan Clock => new(Hour ?? 0, Minute ?? 0, Second);
}
