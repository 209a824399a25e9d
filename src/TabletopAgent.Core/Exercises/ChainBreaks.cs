namespace TabletopAgent.Exercises;

/// <summary>One line as the chain sees it. The first 64 bits of a hash tell lines apart well enough to explain a break; whether there is one is decided on all 256.</summary>
/// <param name="Line">Where it stands; 0 for what stands before the first line.</param>
internal readonly record struct Link(int Line, long Seq, ulong Hash, ulong Prev)
{
    /// <summary>Instead of a number: the line has none, or holds nothing.</summary>
    public const long None = -1, Blank = -2;
}

/// <summary>What is known of the last line, which no other line vouches for.</summary>
internal enum LastLine
{
    /// <summary>Nobody noted the root.</summary>
    Unknown,

    /// <summary>The root, or the lines behind it, are as it says.</summary>
    Sound,

    /// <summary>The root is another.</summary>
    Touched,
}

/// <summary>Explains breaks: compares the lines as they stand with the lines in the order of their numbers.</summary>
/// <param name="links">The lines in the order of the file, from the last one that fitted on.</param>
internal sealed class ChainBreaks(List<Link> links, Findings findings, string file)
{
    public void Find(LastLine last)
    {
        var numbered = Numbered();
        var lines = Once(numbered);
        var inOrder = InOrder(lines);
        var hashes = lines.Select(l => l.Hash).ToHashSet();
        var prevs = lines.Select(l => l.Prev).ToHashSet();
        foreach (var link in lines.Where(l => !inOrder.Contains(l.Line)))
            findings.Add(Known(link) ? Notes.OutOfOrder(At(link), link.Seq) : Notes.Inserted(At(link), "no line links to it, and it links to none"));
        Follow([.. lines.Where(l => inOrder.Contains(l.Line) || Known(l)).OrderBy(l => l.Seq)], last);

        bool Known(Link link) => hashes.Contains(link.Prev) || prevs.Contains(link.Hash);
    }

    /// <summary>The lines with a number, as the link to the line before gives it: a number that disagrees with a link that fits was altered.</summary>
    private List<Link> Numbered()
    {
        var numbered = new List<Link> { links[0] };
        foreach (var link in links.Skip(1).Where(l => l.Seq >= 0))
        {
            var before = numbered[^1];
            if (link.Seq < links[0].Seq)
            {
                // All numbers before that one were seen, each in its place.
                findings.Add(Notes.Inserted(At(link), $"seq {link.Seq} stands further up"));
                continue;
            }

            var fits = link.Prev == before.Hash && link.Seq != before.Seq + 1;
            if (fits) findings.Add(Notes.AlteredHere(At(link), $"its seq is {link.Seq} where {before.Seq + 1} was"));
            numbered.Add(fits ? link with { Seq = before.Seq + 1 } : link);
        }

        return numbered;
    }

    /// <summary>Each number once. Of two lines with one number, the line to which the next one links was written by the program.</summary>
    private List<Link> Once(List<Link> numbered)
    {
        var linked = numbered.Select(l => (l.Seq - 1, l.Prev)).ToHashSet();
        var once = new Dictionary<long, Link>();
        foreach (var link in numbered)
        {
            if (once.TryAdd(link.Seq, link)) continue;
            var first = once[link.Seq];
            if (first.Hash == link.Hash)
            {
                findings.Add(Notes.Doubled(At(link), first.Line));
                continue;
            }

            var (kept, other) = linked.Contains((link.Seq, link.Hash)) && !linked.Contains((first.Seq, first.Hash)) ? (link, first) : (first, link);
            once[link.Seq] = kept;
            findings.Add(Notes.Inserted(At(other), $"seq {other.Seq} is line {kept.Line}"));
        }

        return [.. numbered.Where(l => once[l.Seq].Line == l.Line)];
    }

    /// <summary>The longest run of lines whose numbers rise: moving the fewest lines puts the others right.</summary>
    private static HashSet<int> InOrder(List<Link> lines)
    {
        var ends = new List<int>();
        var before = new int[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (lines[ends[middle]].Seq < lines[i].Seq) low = middle + 1;
                else high = middle;
            }

            before[i] = low > 0 ? ends[low - 1] : -1;
            if (low == ends.Count) ends.Add(i);
            else ends[low] = i;
        }

        var run = new HashSet<int>();
        for (var i = ends.Count > 0 ? ends[^1] : -1; i >= 0; i = before[i]) run.Add(lines[i].Line);
        return run;
    }

    /// <summary>Goes along the numbers: what is missing, and which line is not what the next one says it was.</summary>
    private void Follow(IReadOnlyList<Link> lines, LastLine last)
    {
        var odd = links.Where(l => l.Seq < 0).ToList();
        for (var i = 1; i < lines.Count; i++)
        {
            var (before, link) = (lines[i - 1], lines[i]);
            var missing = link.Seq - before.Seq - 1;
            if (missing > 0)
            {
                var instead = odd.Where(o => o.Line > before.Line && o.Line < link.Line).ToList();
                foreach (var o in instead) findings.Add(Notes.AlteredHere(At(o), "it has no seq and prev any more"));
                odd.RemoveAll(instead.Contains);
                if (missing > instead.Count) findings.Add(Notes.Removed(At(link), before.Seq + 1, link.Seq - 1));
            }
            else if (link.Prev != before.Hash) Broken(before, link, i + 1 < lines.Count ? lines[i + 1] : null, last);
        }

        foreach (var o in odd) findings.Add(Notes.Inserted(At(o), o.Seq == Link.Blank ? "it is blank" : "it has no seq and prev"));
    }

    /// <summary>Who is to blame, is the line after the break itself sound? Then it holds what the line before it was.</summary>
    private void Broken(Link before, Link link, Link? next, LastLine last)
    {
        if (next is { } n && n.Seq == link.Seq + 1 && n.Prev != link.Hash)
        {
            findings.Add(Notes.Altered(At(link), n.Line));
            if (before.Line > 0) findings.Add(Notes.Unvouched(At(before), link.Line));
        }
        else if (before.Line == 0) findings.Add(Notes.AlteredHere(At(link), "the first line holds 64 zeros as prev"));
        else if (next is not null || last == LastLine.Sound) findings.Add(Notes.Altered(At(before), link.Line));
        else if (last == LastLine.Touched) findings.Add(Notes.AlteredHere(At(link), "neither the line before it nor the root fits it"));
        else findings.Add(Notes.AlteredOrLink(At(before), link.Line));
    }

    private Place At(Link link) => new(file, link.Line);
}
