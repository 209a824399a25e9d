namespace TabletopAgent.Measure;

/// <summary>Whether a reference to a runbook leads somewhere.</summary>
internal enum LinkStanding
{
    Resolves,

    /// <summary>It means a page that is known not to exist, or its address answered with an error.</summary>
    Dead,

    /// <summary>It leads out of what is known, and no link event says how it answered.</summary>
    Unchecked,
}

/// <summary>What measuring asks of the knowledge: the two things that no log carries.</summary>
/// <param name="Page">Where a page id, a repository path or its address stands.</param>
/// <param name="Checks">The exact checks of a scenario; empty where it is not known.</param>
internal sealed record References(Func<string, LinkStanding> Page, Func<string, IReadOnlyList<(string Id, string Text)>> Checks)
{
    public static readonly References None = new(_ => LinkStanding.Unchecked, _ => []);
}
