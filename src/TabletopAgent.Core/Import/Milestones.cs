using TabletopAgent.Import.Checks;
using TabletopAgent.Import.Reports;
using TabletopAgent.Import.Times;

namespace TabletopAgent.Import;

/// <summary>
/// Which of the times is the start, the detection, the declaration, the repair and the end. A labelled field outranks an entry that says
/// so, that one a description, and that one a sentence in the text. What nobody says stays unsaid.
/// </summary>
internal sealed class Milestones
{
    private readonly Draft _draft;
    private readonly Zone _zone;
    private readonly List<Entry> _named;
    private readonly List<Entry> _entries;
    private readonly Dictionary<Mark, Told> _found = [];

    /// <summary>Behind a clock that fell back and never caught up, nobody can say when it ended.</summary>
    private readonly Entry? _broken;
    private bool _anchored;

    private Milestones(Draft draft, Zone zone)
    {
        _draft = draft;
        _zone = zone;
        // What a status page published says when it was told, not when it was.
        _named = [.. draft.Entries.Where(e => e is { Local: not null, Stamp.Open: false }).OrderBy(e => e.Local)];
        _entries = _named.FindAll(e => !e.Published);
        _broken = OrderCheck.FallsBack(draft);
        if (_broken is not null) draft.Notes.Add(Notes.ClockFellBack(draft.At(_broken.Line)));
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
            if (_draft.Keys.Find(k => k.Firm && k.Mark == mark) is { } key) _found[mark] = Of(key);
        foreach (var mark in Marks.All)
        {
            var named = _named.FindAll(e => e.Named == mark && (mark < Mark.Mitigated || Placed(e)));
            if (named.Count == 0) continue;
            // The outage ends first, the incident last.
            if (mark == Mark.Resolved && named[0].Local < named[^1].Local && !_draft.Keys.Exists(k => k.Firm && k.Mark == Mark.Resolved)) Take(Mark.Mitigated, named[0]);
            Take(mark, mark == Mark.Resolved ? named[^1] : named[0]);
        }

        if (FigureAnchor.Solve(_draft, _entries, At) is var (start, detected, repaired))
        {
            Take(Mark.Impact, start);
            Take(Mark.Detected, detected);
            Take(Mark.Mitigated, repaired);
            _anchored = true;
        }

        Take(Mark.Declared, _entries.Find(e => EntryWords.Declares(Heard(e))));
        var end = Earliest(Mark.Mitigated, Mark.Resolved);
        var declared = At(Mark.Declared);
        Take(Mark.Detected, _entries.Find(e => (EntryWords.Detects(e.Local == declared ? Whole(e) : Heard(e)) || EntryWords.Looks(Whole(e))) && !(e.Local > end)));
        Take(Mark.Impact, FigureAnchor.Start(_draft, _entries, At(Mark.Detected)));
        Take(Mark.Impact, _entries.Find(e => EntryWords.Begins(Heard(e)) && !(e.Local > At(Mark.Detected))));
        Ends();
        Sentences();
    }

    /// <summary>Repair is the first entry after which it works, the end the last one that says so.</summary>
    private void Ends()
    {
        var from = Earliest(Mark.Impact, Mark.Detected, Mark.Declared);
        if (Reopened() is { } again) from = again;
        var after = _entries.Where(e => (from is null || e.Local >= from) && Placed(e)).ToList();
        var resolved = after.FindLast(e => EntryWords.SaysResolved(Whole(e)));
        var repaired = after.Find(e => EntryWords.SaysMitigated(Heard(e))) ?? after.Find(e => EntryWords.Mitigates(Whole(e)));
        var closed = _found.ContainsKey(Mark.Resolved);
        Take(Mark.Mitigated, repaired is not null && !(repaired.Local > At(Mark.Resolved)) ? repaired : closed ? null : resolved);
        // Where a figure says which entry the repair was, only a word for the end is the end.
        resolved ??= after.FindLast(e => !(e.Local < At(Mark.Mitigated)) && (EntryWords.Resolves(Whole(e)) || !_anchored && EntryWords.Mitigates(Whole(e))));
        // It healed before anybody looked: the looking goes on, and nobody says when it ended.
        if (resolved?.Local == At(Mark.Mitigated) && At(Mark.Detected) > resolved?.Local) return;
        Take(Mark.Resolved, resolved);
    }

    /// <summary>The time at which it was opened again after it had been closed.</summary>
    private DateTime? Reopened()
    {
        var closed = _entries.Find(e => EntryWords.SaysResolved(Heard(e)) && !EntryWords.Reopens(e.Head));
        var again = closed is null ? null : _entries.FindLast(e => e.Local > closed.Local && EntryWords.Reopens(Heard(e)));
        if (again is null) return null;
        _draft.Findings.Add(new Contradiction("reopened", $"closed at {closed!.Local:HH:mm} and open again at {again.Local:HH:mm}; the last closing counts.", [closed.Line, again.Line]));
        return again.Local;
    }

    /// <summary>What no field and no entry says may stand in the text.</summary>
    private void Sentences()
    {
        var fields = _draft.Keys.Exists(k => k.Firm);
        foreach (var mark in Marks.All)
        {
            if (_found.ContainsKey(mark)) continue;
            var said = _draft.Keys.FindAll(k => !k.Firm && k.Mark == mark && !(k.Window && fields) && Fits(k));
            // Of several services the last one back makes it whole.
            if (said.Count > 0) _found[mark] = Of(mark >= Mark.Mitigated ? said.MaxBy(k => k.Local)! : said[0]);
        }

        // "Down from 15:30 to 18:10" gives one end, and nothing else does.
        if (!_found.ContainsKey(Mark.Resolved) && !fields && _entries.Count == 0 && _found.TryGetValue(Mark.Mitigated, out var end) && _draft.Keys.Exists(k => k.Window && k.Line == end.Line))
            _found[Mark.Resolved] = end with { Mark = Mark.Resolved };
    }

    private bool Fits(KeyTime key) => key.Mark switch
    {
        Mark.Impact => !(key.Local > Earliest(Mark.Detected, Mark.Declared, Mark.Mitigated, Mark.Resolved)),
        Mark.Mitigated or Mark.Resolved => !(key.Local < (At(Mark.Impact) ?? At(Mark.Detected))),
        _ => true,
    };

    private bool Placed(Entry e) => _broken is null || e.Line < _broken.Line;

    private DateTime? At(Mark mark) => _found.TryGetValue(mark, out var told) ? told.Local : null;

    private DateTime? Earliest(params Mark[] marks) => marks.Select(At).Min();

    private void Take(Mark mark, Entry? entry)
    {
        // Only its day is written: then its time is not stated, and no other entry's is taken for it.
        if (entry is { Local: { } local, DayOnly: false } && !_found.ContainsKey(mark))
            _found[mark] = new Told(mark, local, _zone.ToUtc(local), entry.Stamp.Approx, entry.Line, entry.Head, Firm: false);
    }

    private Told Of(KeyTime key) => new(key.Mark, key.Local!.Value, _zone.ToUtc(key.Local.Value), key.Stamp.Approx, key.Line, key.Said, key.Firm);

    /// <summary>What an entry says first; a long story below it may speak of other times.</summary>
    private static string Heard(Entry e) => Cut(e.Head.Length > 0 ? e.Head : e.Text, 300);

    private static string Whole(Entry e) => Cut(e.Text, 1200);

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
