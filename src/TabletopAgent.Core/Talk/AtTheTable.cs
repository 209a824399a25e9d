using TabletopAgent.Play;

namespace TabletopAgent.Talk;

/// <summary>Answers while an exercise is played: what fails and what to do about it is the team's to find, and the facilitator's to know.</summary>
internal static class AtTheTable
{
    private static readonly string[] Theirs = ["failing", "why-not", "fix", "steps", "actions", "need", "what-if"];

    /// <returns>The answer; null where the line is a command of the exercise.</returns>
    public static string? Of(string speaker, string line, SessionState state, Func<Known> known)
    {
        if (Command.Parse(line) is not { } command || !Answers.Names.Contains(command.Name)) return null;
        // A page that nobody named would be the one the diagnosis found.
        var tells = Theirs.Contains(command.Name) || command is { Name: "page", Text: "" or ['#', ..] };
        return tells && !Questions.Everything(state, speaker)
            ? "While the exercise runs that is yours to find; the facilitator knows, and at the end everybody does. \"status\", \"show probes\", \"timeline\", \"open page NAME\" and \"find pages about …\" help."
            : Answers.Of(command, known());
    }
}
