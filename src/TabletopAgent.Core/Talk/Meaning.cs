using TabletopAgent.Knowledge;

namespace TabletopAgent.Talk;

internal enum Grasp
{
    /// <summary>Understood: carry it out.</summary>
    Sure,

    /// <summary>It could be meant for the log, or be a thought or a question: ask before anything is written.</summary>
    Unsure,

    /// <summary>Not understood.</summary>
    Lost,
}

/// <summary>What a line was understood as.</summary>
/// <param name="Commands">As they would be typed, in order.</param>
/// <param name="Likeness">1 for a whole sentence that is known.</param>
/// <param name="Near">What was nearest, where nothing was near enough.</param>
internal sealed record Meaning(Grasp Grasp, string Intent, IReadOnlyList<string> Commands, IReadOnlyList<Intent> Near, double Likeness = 1)
{
    public static Meaning Sure(string intent, params IReadOnlyList<string> commands) => new(Grasp.Sure, intent, commands, []);
}
