using TabletopAgent.Exercises;

namespace TabletopAgent.Intake;

/// <summary>What somebody says an input is. It narrows what is tried, and never makes a reader throw.</summary>
internal enum Hint
{
    Unknown,
    Brief,
    Probes,
    Log,

    /// <summary>One symptom, as typed behind <c>--symptom</c>; no labels are looked for in it.</summary>
    Symptom,
    Topology,
    Index,
}

/// <summary>One thing handed in.</summary>
/// <param name="Name">A path, or the flag it came from, such as <c>--symptom 2</c>.</param>
/// <param name="Text">Its text with LF line ends; see <see cref="TextInput"/>.</param>
internal sealed record Input(string Name, string Text, Hint Hint = Hint.Unknown);

/// <summary>Everything handed in, as the events of an exercise: the exercise line first, then symptoms and probes in their order.</summary>
internal sealed record IntakeResult(IReadOnlyList<Event> Events, IReadOnlyList<Note> Notes);
