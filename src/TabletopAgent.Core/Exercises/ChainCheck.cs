using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TabletopAgent.Exercises;

/// <summary>
/// Watches the lines of a log go by and says which of them were touched since they were written. While all is well it keeps one line in
/// mind; from one that does not fit, as many as it takes until all is well again, so that it can tell what was altered, removed, put in,
/// doubled or moved.
/// </summary>
internal sealed class ChainCheck
{
    /// <summary>So many lines that fit, one behind the other, and what came before them is done with.</summary>
    private const int Settled = 1000;

    /// <summary>No more lines than these are kept in mind, whatever a log holds.</summary>
    private const int Most = 20_000;

    private readonly string _file;
    private readonly string? _root;
    private readonly List<Note> _notes = [];
    private readonly Findings _findings;
    private readonly byte[] _hash = new byte[SHA256.HashSizeInBytes];
    private readonly char[] _hex = Chain.Start.ToCharArray();
    private List<Link>? _links;
    private Link _last;
    private int _sound, _rootLine, _firstReturned, _returned;

    /// <param name="root">The hash of the last line as somebody noted it; null where nobody did.</param>
    public ChainCheck(string file, string? root = null) => (_file, _root, _findings) = (file, root, new Findings(file, _notes));

    /// <summary>How many lines are of the chain.</summary>
    public long Chained { get; private set; }

    /// <summary>The hash of the last line of the chain.</summary>
    public string Root => new(_hex);

    /// <summary>The number of the last line of the chain.</summary>
    public long Seq => _last.Seq;

    /// <summary>The time of its last line that has one.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>How many lines went by, whatever they hold.</summary>
    public int Lines { get; private set; }

    /// <summary>Whether the last line has no line break.</summary>
    public bool Unended { get; private set; }

    /// <summary>Whether the last line breaks off: it has no break, and nothing could be read of it.</summary>
    public bool Torn { get; private set; }

    /// <param name="line">As it stands, without its break.</param>
    /// <param name="e">What was read of it; null where nothing could be.</param>
    public void Take(ReadOnlySpan<byte> line, Event? e, Place place, bool ended, bool returned, bool blank)
    {
        (Lines, Unended, Torn) = (place.Line, !ended, !ended && e is null);
        if (returned && _returned++ == 0) _firstReturned = place.Line;
        if (e is not { Seq: { } seq and > 0, Prev: { } prev })
        {
            if (!Torn && (Chained > 0 || Lines <= Settled)) Doubt(new Link(place.Line, blank ? Link.Blank : Link.None, 0, 0), fits: false);
            return;
        }

        var fits = seq == _last.Seq + 1 && prev.AsSpan().SequenceEqual(_hex);
        if (fits && e.At < At) _findings.Add(Notes.SteppedBack(place, At.Value - e.At.Value));
        At = e.At ?? At;
        SHA256.HashData(line, _hash);
        Convert.TryToHexStringLower(_hash, _hex, out _);
        var link = new Link(place.Line, seq, BinaryPrimitives.ReadUInt64BigEndian(_hash), Short(prev));
        if (!fits || _links is not null) Doubt(link, fits);
        if (_root is not null && _root.AsSpan().Equals(_hex, StringComparison.OrdinalIgnoreCase)) _rootLine = place.Line;
        Chained++;
        _last = link;
    }

    private void Doubt(Link link, bool fits)
    {
        (_links ??= [_last]).Add(link);
        _sound = fits ? _sound + 1 : 0;
        if (_sound < Settled && _links.Count < Most) return;
        new ChainBreaks(_links, _findings, _file).Find(LastLine.Sound);
        _links = null;
    }

    /// <returns>Everything that does not fit, by line; empty where the log is as it was written.</returns>
    public IReadOnlyList<Note> End()
    {
        if (Chained == 0)
        {
            if (_links is not null) _findings.Add(Notes.NotChained(new Place(_file, 1)));
            return ByLine();
        }

        if (_links is not null)
            new ChainBreaks(_links, _findings, _file).Find(_root is null ? LastLine.Unknown : _rootLine == _last.Line ? LastLine.Sound : LastLine.Touched);
        if (_returned > 0) _findings.Add(Notes.ReturnAdded(new Place(_file, _firstReturned), _returned));
        if (Unended) _findings.Add(Notes.Unended(new Place(_file, Lines)));
        var last = new Place(_file, _last.Line);
        if (_root is null) _findings.Add(Notes.NoRoot(last));
        else if (_rootLine == 0) _findings.Add(Notes.OtherRoot(last));
        else if (_rootLine < _last.Line) _findings.Add(Notes.BeyondRoot(new Place(_file, _rootLine), _last.Line - _rootLine));
        return ByLine();
    }

    /// <summary>In the order of the file, and of one line no fault twice.</summary>
    private List<Note> ByLine()
    {
        _findings.End();
        return [.. _notes.DistinctBy(n => (n.Code, n.Place, n.Place.Line > 0 ? "" : n.Text)).OrderBy(n => n.Place.Line > 0 ? n.Place.Line : int.MaxValue)];
    }

    private static ulong Short(string hash)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        return hash.Length == Chain.Start.Length && Convert.FromHexString(hash.AsSpan(0, 2 * sizeof(ulong)), bytes, out _, out _) == System.Buffers.OperationStatus.Done
            ? BinaryPrimitives.ReadUInt64BigEndian(bytes)
            : ulong.MaxValue;
    }
}
