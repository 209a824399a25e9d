using System.Globalization;

namespace TabletopAgent.Play;

/// <summary>What the facilitator does: the clock, the injects, and a look ahead that nobody else gets.</summary>
internal static class Steering
{
    public static readonly Dictionary<string, Func<Turn, SessionReply>> Commands = new()
    {
        ["start"] = Start,
        ["pause"] = t => t.State.Clock.Running ? Clock(t, "pause", "The clock stands. /resume lets it go on.") : t.NotNow(Standing(t)),
        ["resume"] = t => t.State.Clock.Paused ? Clock(t, "resume", "") : t.NotNow(Standing(t)),
        ["end"] = t => t.State.Clock.Start is null ? t.NotNow("the clock was never started; /start begins the exercise.") : Clock(t, "end", "For the retro: /action-item TEXT | owner … | due …"),
        ["next"] = t => SessionReply.Say(Ahead(t.State)),
        ["checks"] = t => SessionReply.Say(Checks(t.State)),
        ["release"] = Release,
        ["hold"] = t => Put(t, "held"),
        ["skip"] = t => Put(t, "skipped"),
        ["extend"] = Extend,
    };

    /// <summary>Minute 0. What is not as it should be is said, and does not keep the evening from starting.</summary>
    private static SessionReply Start(Turn turn)
    {
        if (turn.State.Clock.Start is not null) return turn.NotNow(Standing(turn));
        var start = turn.Entered("clock", ("state", "start"));
        return Staffing.Gaps(turn.State) is { } gaps
            ? new SessionReply([start, Session.Noted(Kind.Started, "gaps", gaps, turn.Now)], "")
            : SessionReply.Record(start);
    }

    private static SessionReply Clock(Turn turn, string state, string text) => SessionReply.Record(turn.Entered("clock", ("state", state)), text);

    private static string Standing(Turn turn) => turn.State.Clock switch
    {
        { Start: null } => "the clock is not running yet; /start begins the exercise.",
        { Paused: true } => "the clock is paused; /resume lets it go on.",
        _ => "the clock is running.",
    };

    private static SessionReply Release(Turn turn)
    {
        if (!turn.State.Clock.Running) return turn.NotNow(Standing(turn));
        return Chosen(turn, out var wrong) is { } inject ? SessionReply.Record(Session.Release(inject, "released by the facilitator", turn.Now, turn.Speaker)) : wrong!;
    }

    /// <summary>The log calls the card by its number: participants may read it.</summary>
    private static SessionReply Put(Turn turn, string state) => Chosen(turn, out var wrong) is { } inject
        ? SessionReply.Record(
            turn.Entered("inject", ("card", inject.Number.ToString(CultureInfo.InvariantCulture)), ("state", state)),
            state == "held" ? $"Inject {inject.Number} waits for /release {inject.Number}." : $"Inject {inject.Number} is left out.")
        : wrong!;

    /// <summary>The inject that a number names; without one, the next of the plan.</summary>
    private static PlannedInject? Chosen(Turn turn, out SessionReply? wrong)
    {
        wrong = null;
        var (text, board) = (turn.Entry.Text.TrimStart('#'), turn.State.Injects);
        if (text.Length == 0)
        {
            // Releasing without a number takes one that was held back too.
            var next = turn.Form.Name == "release" ? board.Left.Where(i => i.Planned).MinBy(i => (i.From, i.Number)) : board.Next;
            if (next is null) wrong = turn.NotNow("no planned inject is left; /next shows what the driver may still choose.");
            return next;
        }

        var inject = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? turn.State.Plan.Injects.FirstOrDefault(i => i.Number == number) : null;
        if (inject is null) wrong = SessionReply.Refuse(Notes.NoInject(turn.At, text, "does not exist"));
        else if (inject.Case > 0 && !board.Cases.Contains(inject.Case)) wrong = SessionReply.Refuse(Notes.NoInject(turn.At, text, $"belongs to extended case {inject.Case}; /extend {inject.Case} takes it in"));
        else if (board[inject] is InjectState.Released or InjectState.Skipped) wrong = SessionReply.Refuse(Notes.NoInject(turn.At, text, $"was {board[inject].ToString().ToLowerInvariant()} already"));
        return wrong is null ? inject : null;
    }

    private static SessionReply Extend(Turn turn)
    {
        var cases = turn.State.Plan.Scenario.Extended;
        if (cases.Count == 0) return turn.NotNow("this scenario has no extended cases.");
        if (turn.Entry.Text.Length == 0) return SessionReply.Say(string.Join('\n', cases.Select((c, i) => $"{i + 1}  {c.Id}{(turn.State.Injects.Cases.Contains(i + 1) ? " (played)" : "")}: {c.Text}")));
        if (!int.TryParse(turn.Entry.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > cases.Count)
            return turn.Needs($"\"{turn.Entry.Text}\" is none of the cases 1 to {cases.Count}.");
        if (turn.State.Injects.Cases.Contains(number)) return SessionReply.Say($"Case {number} is being played already.");
        return SessionReply.Record(
            turn.Entered("note", ("text", $"The exercise goes on to minute {turn.State.Plan.End(true)} with an extended case."), ("kind", Kind.Extended), ("about", number.ToString(CultureInfo.InvariantCulture))));
    }

    private static string Ahead(SessionState state)
    {
        var lines = new List<string>();
        foreach (var inject in state.Plan.Injects.Where(i => state.Injects[i] != InjectState.Released))
        {
            var when = inject.Planned ? $"minute {inject.From}" : $"driver, from {inject.From}";
            if (inject.When is { } condition) when = $"from {inject.From} when {condition.Source}{(inject.By is { } by ? $", by {by}" : "")}";
            var what = state.Injects[inject] switch { InjectState.Held => "held", InjectState.Skipped => "skipped", _ => inject.Case > 0 && !state.Injects.Cases.Contains(inject.Case) ? $"case {inject.Case}, not played" : "" };
            lines.Add($"{inject.Number,2}  {when,-18}  {what,-18}  {inject.Card.Title} ({inject.Card.Kind}{(inject.Card.Layer is { } layer ? $", {layer}" : "")})");
        }

        return lines.Count == 0 ? "Nothing is left." : string.Join('\n', lines);
    }

    private static string Checks(SessionState state)
    {
        var answers = state.Current.Where(e => e.Type == "check").GroupBy(e => e.Text("id") ?? "").ToDictionary(g => g.Key, g => g.Last().Flag("held"), StringComparer.Ordinal);
        return string.Join('\n', state.Plan.Scenario.Checks.Select(c => $"{(answers.TryGetValue(c.Id, out var held) ? held == true ? "held" : "not " : "open")}  {c.Id}: {c.Text}"));
    }
}
