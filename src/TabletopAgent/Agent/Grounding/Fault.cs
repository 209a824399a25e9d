namespace TabletopAgent.Agent.Grounding;

/// <summary>What of a sentence is not borne out.</summary>
internal enum Why
{
    /// <summary>A word, sign, script or language that is not understood.</summary>
    Words,
    Figure,
    Verdict,
    Layer,
    Page,
    Address,
    Person,
    Time,
    Quote,
    Deed,

    /// <summary>Says how things stand, and nothing measured says so.</summary>
    Claim,

    /// <summary>Would have to be done, and no page says so.</summary>
    Advice,
}

/// <param name="About">What it is about: a metric, a word, a page; null where that is not known.</param>
internal sealed record Fault(Why Why, string? About = null);
