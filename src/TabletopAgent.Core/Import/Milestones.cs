namespace TabletopAgent.Import;

/// <summary>
/// Which of the times is the start, the detection, the declaration, the repair and the end. A labelled field outranks an entry that says
/// so, that one a description, and that one a sentence in the text. What nobody says stays unsaid.
/// </summary>
internal sealed class Milestones
{
    private readonly Draft _draft;
    private readonly Zone _zone;
    private readonly List<Entry> _timed;
    private readonly Dictionary<Mark, Told> _found = [];

    private Milestones(Draft draft, Zone zone)
    {
        _draft = draft;
        _zone = zone;
        _timed = [.. draft.Entries.Where(e => e is { Local: not null, DayOnly: false, Stamp.Open: false }).OrderBy(e => e.Local)];
    }

    public static Dictionary<Mark, Told> Of(Draft draft, Zone zone)
    {
        var milestones = new Milestones(draft, zone);
        milestones.Find();
        return milestones._found;
    }

    private void Find()
    {
        foreach (var mark in Marks.All)
            if (_draft.Keys.Find(k => k.Firm && k.Mark == mark && k.Local is not null) is { } key) _found[mark] = Of(key);
        foreach (var mark in Marks.All)
            if (!_found.ContainsKey(mark) && _timed.Find(e => e.Named == mark) is { } named) Take(mark, named);

        Take(Mark.Declared, _timed.Find(e => EntryWords.Declares(Heard(e))));
        var end = Earliest(Mark.Mitigated, Mark.Resolved);
        Take(Mark.Detected, _timed.Find(e => EntryWords.Detects(Heard(e)) && !(e.Local > end)) ?? _timed.Find(e => EntryWords.Looks(Heard(e)) && !(e.Local > end)));
        Take(Mark.Impact, _timed.Find(e => EntryWords.Begins(Heard(e)) && !(e.Local > At(Mark.Detected))));
        Ends();
        foreach (var key in _draft.Keys)
            if (!key.Firm && key.Local is not null && !_found.ContainsKey(key.Mark) && Fits(key)) _found[key.Mark] = Of(key);
    }

    /// <summary>Repair is the first entry after which it works, the end the last one that says so.</summary>
    private void Ends()
    {
        var from = At(Mark.Detected) ?? At(Mark.Impact) ?? At(Mark.Declared);
        var after = _timed.Where(e => from is null || e.Local >= from).ToList();
        var resolved = after.FindLast(e => EntryWords.SaysResolved(Heard(e)));
        var repaired = after.Find(e => EntryWords.SaysMitigated(Heard(e))) ?? after.Find(e => EntryWords.Mitigates(Whole(e)));
        var closed = _found.ContainsKey(Mark.Resolved);
        Take(Mark.Mitigated, repaired is not null && !(repaired.Local > At(Mark.Resolved)) ? repaired : closed ? null : resolved);
        Take(Mark.Resolved, resolved ?? after.FindLast(e => EntryWords.Resolves(Whole(e)) || EntryWords.Mitigates(Whole(e))));
    }

    private bool Fits(KeyTime key) => key.Mark switch
    {
        Mark.Impact => !(key.Local > Earliest(Mark.Detected, Mark.Declared, Mark.Mitigated, Mark.Resolved)),
        Mark.Mitigated or Mark.Resolved => !(key.Local < (At(Mark.Impact) ?? At(Mark.Detected))),
        _ => true,
    };

    private DateTime? At(Mark mark) => _found.TryGetValue(mark, out var told) ? told.Local : null;

    private DateTime? Earliest(params Mark[] marks) => marks.Select(At).Min();

    private void Take(Mark mark, Entry? entry)
    {
        if (entry is { Local: { } local } && !_found.ContainsKey(mark))
            _found[mark] = new Told(mark, local, _zone.ToUtc(local), entry.Stamp.Approx, entry.Line, entry.Head, Firm: false);
    }

    private Told Of(KeyTime key) => new(key.Mark, key.Local!.Value, _zone.ToUtc(key.Local.Value), key.Stamp.Approx, key.Line, key.Said, key.Firm);

    /// <summary>What an entry says first; a long story below it may speak of other times.</summary>
    private static string Heard(Entry e) => Cut(e.Head.Length > 0 ? e.Head : e.Text, 300);

    private static string Whole(Entry e) => Cut(e.Text, 1200);

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
