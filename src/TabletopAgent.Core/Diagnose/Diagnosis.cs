namespace TabletopAgent.Diagnose;

/// <summary>A layer believed to fail, with what speaks for it.</summary>
/// <param name="Hits">Rules that hold for it, on measured, reported or spoken facts.</param>
/// <param name="Words">The part of the text that sounds like it; null where only facts speak.</param>
/// <param name="Margin">How much the words sound like it.</param>
internal sealed record Suspect(string Layer, IReadOnlyList<Hit> Hits, string? Words, double Margin)
{
    public IEnumerable<Hit> Recorded => Hits.Where(h => h.Source != Facts.Source.Words);

    /// <summary>The earliest time at which its recorded evidence was whole.</summary>
    public DateTimeOffset? FirstSeen
    {
        get
        {
            DateTimeOffset? first = null;
            foreach (var hit in Recorded)
                if (hit.FirstSeen is { } seen && !(first <= seen)) first = seen;
            return first;
        }
    }

    /// <summary>high: two or more independent signals, measured; medium: one recorded; low: words only.</summary>
    public string Confidence => Recorded.Any(h => h.Source == Facts.Source.Measured) && Recorded.SelectMany(h => h.Facts.Select(f => f.Name)).Distinct().Count() > 1 ? "high"
        : Recorded.Any() ? "medium" : "low";
}

/// <param name="Verdict">fault, healthy or need_data.</param>
/// <param name="Suspects">One or two, most certain first; empty unless fault.</param>
/// <param name="RunnerUp">The best layer not chosen.</param>
/// <param name="Candidates">All layers, best first, for search.</param>
internal sealed record Diagnosis(
    string Verdict, string Reason, IReadOnlyList<Suspect> Suspects, Suspect? RunnerUp, IReadOnlyList<Belief> Candidates, CaseFacts Facts,
    IReadOnlyList<Hit> Hits, Listening? Listening)
{
    public string? Layer => Suspects.Count > 0 ? Suspects[0].Layer : null;
}

/// <summary>How much a layer is believed, from words and from rules on what the words say.</summary>
/// <param name="Decided">1 where a rule decides for it whatever the words sound like, else 0.</param>
internal sealed record Belief(string Layer, double Value, int Decided);
