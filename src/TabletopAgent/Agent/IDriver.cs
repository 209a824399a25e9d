using TabletopAgent.Agent.Grounding;

namespace TabletopAgent.Agent;

/// <summary>What answers a turn: a model, or the code alone.</summary>
internal interface IDriver
{
    /// <returns>The answer, piece by piece, each fit to be shown.</returns>
    IAsyncEnumerable<Passage> AnswerAsync(Turn turn, CancellationToken stop);
}

internal enum PassageKind
{
    /// <summary>A part of the answer.</summary>
    Answer,

    /// <summary>An event was written.</summary>
    Written,

    /// <summary>A word about the model, not of it.</summary>
    Aside,
}

/// <summary>A piece of an answer.</summary>
internal sealed record Passage(PassageKind Kind, string Text);

/// <summary>Who speaks, and the roles the log gives them. Without a role one only reads.</summary>
internal sealed record Speaker(string Name, IReadOnlyList<string> Roles)
{
    public override string ToString() => Roles.Count == 0 ? $"{Name} (no role)" : $"{Name} ({string.Join(", ", Roles)})";
}

/// <summary>One thing a person says, and what was said before.</summary>
internal sealed record Turn(Speaker Speaker, string Words, IReadOnlyList<Exchange> Before)
{
    /// <summary>What tools return while it is answered.</summary>
    public List<ToolResult> Results { get; } = [];
}

/// <summary>A turn that is over.</summary>
/// <param name="Answer">What the person saw.</param>
/// <param name="Results">What the tools returned to the model.</param>
/// <param name="Seq">The event before which it began: all later ones came with or after it.</param>
internal sealed record Exchange(Speaker Speaker, string Words, string Answer, IReadOnlyList<ToolResult> Results, int Seq);
