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

/// <summary>What measuring asks of the knowledge: the few things that no log carries.</summary>
/// <param name="Page">Where a page id, a repository path or its address stands.</param>
/// <param name="Checks">The exact checks of a scenario; empty where it is not known.</param>
/// <param name="Answerable">Whether a probe of the shipped safety battery has an answer; null for any other.</param>
internal sealed record References(
    Func<string, LinkStanding> Page, Func<string, IReadOnlyList<(string Id, string Text)>> Checks, Func<string, bool?> Answerable)
{
    public static readonly References None = new(_ => LinkStanding.Unchecked, _ => [], _ => null);
}
