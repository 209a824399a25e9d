namespace TabletopAgent.Hearing;

/// <summary>A line as people type it and what it means: a layer, or the verdicts healthy and need_data.</summary>
/// <param name="Page">The page it stands on; null for lines that belong to a verdict.</param>
internal sealed record Example(string Text, string Label, string? Page);

/// <summary>Lines as feature vectors (binary, weighted by rarity, length 1), and pairs of lines joined as two faults at once.</summary>
internal sealed class Examples
{
    private static readonly string[] Joints = [". ", ", and ", ". also ", "; ", ". separately, ", " plus ", "\n", " while "];

    public required string[] Labels { get; init; }
    public required Rarity Rarity { get; init; }
    public required List<int[]> Vectors { get; init; }

    /// <summary>Per vector, the labels that are true of it, as a bit each.</summary>
    public required List<uint> Truth { get; init; }

    /// <param name="lines">In a fixed order; the same lines give the same examples.</param>
    /// <param name="labels">All labels, at most 16.</param>
    /// <param name="read">How a text becomes features.</param>
    /// <param name="pairs">Whether to add lines joined as two faults at once.</param>
    public static Examples Of(IReadOnlyList<Example> lines, string[] labels, Func<string, int[]> read, bool pairs)
    {
        var vectors = lines.Select(l => read(l.Text)).ToList();
        var single = vectors.Count;
        var truth = lines.Select(l => 1u << Array.IndexOf(labels, l.Label)).ToList();
        foreach (var (text, both) in pairs ? Pairs(lines, labels) : [])
        {
            vectors.Add(read(text));
            truth.Add(both);
        }

        return new Examples { Labels = labels, Rarity = Rarity.Of(vectors[..single], vectors), Vectors = vectors, Truth = truth };
    }

    /// <summary>As many pairs of faults as there are lines, drawn by a fixed sequence.</summary>
    private static IEnumerable<(string Text, uint Labels)> Pairs(IReadOnlyList<Example> lines, string[] labels)
    {
        var faults = lines.Where(l => l.Page is not null && l.Text.Length < 200).ToList();
        if (faults.Count < 2) yield break;
        var state = 88172645463325252UL;
        for (var n = 0; n < faults.Count; n++)
        {
            var (a, b) = (faults[Next(faults.Count)], faults[Next(faults.Count)]);
            if (a.Label == b.Label) continue;
            yield return ($"{a.Text.TrimEnd('.')}{Joints[Next(Joints.Length)]}{b.Text}", 1u << Array.IndexOf(labels, a.Label) | 1u << Array.IndexOf(labels, b.Label));
        }

        int Next(int below)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            return (int)(state % (ulong)below);
        }
    }
}
