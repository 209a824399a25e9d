using TabletopAgent.Import.Reports;
using TabletopAgent.Import.Times;

namespace TabletopAgent.Import;

/// <summary>A dated line of a timeline, before anything is concluded from it.</summary>
/// <param name="Head">The first line of what it says.</param>
/// <param name="Text">All of what it says.</param>
internal sealed record Entry(int Line, Stamp Stamp, string Head, string Text, string Section)
{
    /// <summary>On the document's own clock; null where the day is not known or the time is left open.</summary>
    public DateTime? Local { get; init; }

    /// <summary>Its own zone, where it names one.</summary>
    public Zone? Zone { get; init; }

    /// <summary>Only the day is written.</summary>
    public bool DayOnly => !Stamp.HasTime;

    /// <summary>The file it stands in, where that is another than the draft's: one day of a channel.</summary>
    public string? File { get; init; }

    /// <summary>Who wrote it, where the form says so.</summary>
    public string? By { get; init; }

    /// <summary>What others set under it: an emoji and how often.</summary>
    public string? Reactions { get; init; }

    /// <summary>Published to users, as on a status page.</summary>
    public bool Published { get; init; }

    /// <summary>A milestone that the form itself names here, such as a status of a status page.</summary>
    public Mark? Named { get; init; }
}

/// <summary>A time with a label: "First detected: 2023-08-04 09:14", or in a sentence: "went down at 16:03".</summary>
/// <param name="Said">The words around it.</param>
/// <param name="Firm">A labelled field; else it stands in a sentence.</param>
internal sealed record KeyTime(Mark Mark, int Line, Stamp Stamp, string Said, bool Firm)
{
    /// <summary>One end of "from … to …": the whole of it where nothing else is said, else perhaps only a part.</summary>
    public bool Window { get; init; }

    public DateTime? Local { get; init; }
    public Zone? Zone { get; init; }
}

/// <summary>A length of time that the document states.</summary>
/// <param name="Kind">detect, repair, resolve or duration.</param>
/// <param name="Said">Its line.</param>
internal sealed record Figure(string Kind, int Line, Length Length, string Said, bool Firm);

/// <summary>What happened, in the words of the report; the diagnosis hears these.</summary>
internal sealed record Passage(int Line, string Text, Part Part = Part.Told);

/// <summary>What a passage speaks of: what happened and why, or what was seen of it.</summary>
internal enum Part
{
    Told,
    Seen,
}

internal sealed record ActionItem(int Line, string Text, string? Owner, string? Due, bool Done);

/// <summary>Something that was measured against a tolerance.</summary>
internal sealed record Check(int Line, string Id, bool Held, string Evidence);

/// <summary>One incident as read from a document: what stands there, not yet what follows from it.</summary>
internal sealed class Draft(string file, string form, int line)
{
    public string File { get; } = file;
    public string Form { get; } = form;
    public int Line { get; } = line;
    public string? Title { get; set; }

    /// <summary>The zone the document states for all its times.</summary>
    public (Zone Zone, int Line)? Stated { get; set; }

    /// <summary>The lines it was read from, where the form has lines.</summary>
    public IReadOnlyList<ReportLine> Lines { get; set; } = [];

    public List<Entry> Entries { get; set; } = [];
    public List<KeyTime> Keys { get; set; } = [];
    public List<Figure> Figures { get; } = [];
    public List<Passage> Story { get; } = [];
    public List<Check> Checks { get; } = [];
    public List<ActionItem> Actions { get; } = [];
    public List<Note> Notes { get; } = [];
    public List<Contradiction> Findings { get; } = [];

    /// <summary>Days that the document is named after: of its file name, its title, its front matter.</summary>
    public List<(string Where, int Line, Stamp Stamp)> Days { get; } = [];

    /// <summary>Days on which the text says that it started.</summary>
    public List<(DateOnly Day, int Line)> StartDays { get; } = [];

    /// <summary>Whether there is anything of an incident in it.</summary>
    public bool Holds => Entries.Count > 0 || Keys.Count > 0 || Figures.Count > 0 || Checks.Count > 0 || Told;

    /// <summary>It calls itself a report of an incident, though it gives no times.</summary>
    public bool Told { get; set; }

    public Place At(int line) => new(File, line);
}

/// <summary>Where a document disagrees with itself.</summary>
/// <param name="Kind">A short code: ttr, order, date, tz and the like.</param>
/// <param name="Lines">The lines that disagree.</param>
internal sealed record Contradiction(string Kind, string Text, IReadOnlyList<int> Lines);
