using System.Globalization;
using TabletopAgent.Exercises;
using TabletopAgent.Facts;
using TabletopAgent.Measure;
using TabletopAgent.Text;

namespace TabletopAgent.Play;

/// <summary>
/// A live exercise without a clock, a file or a terminal of its own: from the events so far and an instant it says what is due, and from a
/// line that somebody wrote, what to append. Nothing it decides rests on anything but the log, so one that was rebuilt goes on alike.
/// </summary>
internal sealed class Session
{
    private readonly Dictionary<string, Func<Turn, SessionReply>> _commands;
    private readonly Dictionary<int, bool> _holding = [];

    /// <param name="judge">The report of the events so far.</param>
    /// <param name="probes">Reads a file of probes; where people of other machines write, one that refuses.</param>
    /// <param name="pages">Ids of the pages that a runbook may name.</param>
    public Session(Plan plan, Targets targets, Func<IReadOnlyList<Event>, Report> judge, ProbeSource probes, Func<IEnumerable<string>> pages)
    {
        State = new SessionState(plan, targets);
        _commands = new[] { AtTerminal, Staffing.Commands, Recording.Commands(pages), Readings.Commands(probes), Steering.Commands, Questions.Commands(judge) }
            .SelectMany(c => c).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
    }

    public SessionState State { get; }

    /// <summary>Takes in an event that is in the log.</summary>
    public void Accept(Event e)
    {
        State.Take(e);
        _holding.Clear();
    }

    /// <summary>What the clock brings: time boxes, injects, reminders. To be asked every second of the exercise, and after every entry.</summary>
    public IReadOnlyList<Event> Due(DateTimeOffset now)
    {
        now = Whole(now);
        if (!State.Clock.Running || State.Clock.Minute(now) is not { } minute) return [];
        var due = new List<Event>();
        due.AddRange(Boxes(minute, now));
        due.AddRange(Planned(minute).Select(d => Release(d.Inject, d.Reason, now)));
        if (due.All(e => e.Type != "inject") && Driver.Choose(View(minute), Waiting, State.Targets) is { } choice) due.Add(Release(choice.Inject, choice.Reason, now));
        due.AddRange(Reminders.Due(State, now).Select(r => Noted(Kind.Reminder, r.About, r.Text, now)));
        return due;
    }

    /// <summary>What a line means, said by somebody at an instant.</summary>
    public SessionReply Handle(string speaker, string line, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(line)) return SessionReply.Say("");
        if (Command.Parse(line) is not { } command) return SessionReply.Refuse(Notes.PlainWords(new Place(speaker)));
        if (CommandForm.Find(command.Name) is not { } form)
            return SessionReply.Refuse(Notes.UnknownCommand(new Place(speaker), command.Name, Nearest(command.Name)));
        var at = new Place($"/{form.Name}");
        if (Staffing.MayNot(State, speaker, form) is { } why) return SessionReply.Refuse(Notes.MayNot(at, why));
        if (State.Clock.End is not null && !AfterTheEnd.Contains(form.Name) && form.Access != Access.Everyone)
            return SessionReply.Refuse(Notes.NotNow(at, $"the exercise has ended; what can still be added: {string.Join(", ", AfterTheEnd.Select(n => $"/{n}"))}."));
        return Entry.Read(command, form, at, out var wrong) is { } entry
            ? _commands[form.Name](new Turn(State, speaker, form, entry, Whole(now)))
            : SessionReply.Refuse(wrong!);
    }

    /// <summary>What a shared terminal does by itself; elsewhere everybody speaks in their own name.</summary>
    private static readonly Dictionary<string, Func<Turn, SessionReply>> AtTerminal = new()
    {
        ["as"] = t => t.NotNow("here everybody speaks in their own name; /as is for a shared terminal."),
        ["leave"] = t => t.NotNow("the exercise goes on without you; /leave is for the terminal that runs it."),
    };

    /// <summary>What can still be added once the clock has stopped.</summary>
    private static readonly string[] AfterTheEnd = ["action-item", "note", "correct", "check", "checks"];

    private IEnumerable<PlannedInject> Waiting => State.Injects.Left.Where(i => State.Injects[i] == InjectState.Waiting);

    private IEnumerable<Event> Boxes(double minute, DateTimeOffset now)
    {
        var extended = State.Injects.Cases.Count > 0;
        foreach (var box in State.Plan.Boxes.Where(b => b.From <= minute && (extended || !b.Extended)))
        {
            var about = box.From.ToString(CultureInfo.InvariantCulture);
            if (!State.Said(Kind.TimeBox, about)) yield return Noted(Kind.TimeBox, about, $"Minute {box.From}–{box.To}: {box.Text}", now);
        }

        var end = $"end {State.End}";
        if (minute >= State.End && !State.Said(Kind.TimeBox, end)) yield return Noted(Kind.TimeBox, end, $"Minute {State.End}: the planned time is over. /end judges the exercise{(extended || State.Plan.Scenario.Extended.Count == 0 ? "" : "; /extend goes on with another case")}.", now);
    }

    /// <summary>Cards whose minute has come, or whose condition holds.</summary>
    private List<(PlannedInject Inject, string Reason)> Planned(double minute)
    {
        var due = new List<(PlannedInject, string)>();
        foreach (var inject in Waiting.Where(i => i.Planned && i.From <= minute))
        {
            if (inject.When is not { } condition) due.Add((inject, $"minute {inject.From} of the plan"));
            else if (Holds(inject, condition)) due.Add((inject, $"from minute {inject.From}, as {condition.Source}"));
            else if (inject.By <= minute) due.Add((inject, $"minute {inject.By} of the plan"));
        }

        return due;
    }

    /// <summary>Worked out once after each entry: between two of them nothing is measured.</summary>
    private bool Holds(PlannedInject inject, Predicate condition)
    {
        if (!_holding.TryGetValue(inject.Number, out var holds)) _holding[inject.Number] = holds = Conditions.Hold(condition, State);
        return holds;
    }

    private DriverView View(double minute)
    {
        var (standing, latest) = (State.Standing, State.Injects.Latest);
        var services = standing.Services.ToList();
        var acted = standing.LastAction is { } action && action > latest ? action : latest;
        // Nobody is stuck before something is seen to be red.
        var red = services.Where(s => s.RedSince is not null).ToList();
        if (red.Count > 0 && red.Min(s => s.RedSince) is { } seen && seen > acted) acted = seen;
        // Green counts from a look that was taken after the inject; where answers are retrieved, they were looked at too.
        var green = services.Count > 0 && services.All(s => s.GreenSince is not null && s.Sampled >= latest && (!s.Service.Rag || standing.Band == ProbeBand.Pass)) ? minute - services.Max(s => Later(s.GreenSince!.Value, latest!.Value)).TotalMinutes : (double?)null;
        return new DriverView(
            minute - latest?.TotalMinutes, minute - (acted ?? TimeSpan.Zero).TotalMinutes, standing.FutileChanges, [.. red.Select(s => s.Service.Name)],
            green, standing.Band, Waiting.Where(i => i.Planned && i.When is null).Select(i => (double?)(i.From - minute)).Min(), minute);
    }

    private static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;

    /// <summary>From here on the card goes by its id.</summary>
    public static Event Release(PlannedInject inject, string reason, DateTimeOffset now, string? by = null) => Make(
        "inject", now, ("card", inject.Card.Id), ("text", InjectBoard.Text(inject.Card.Text, now)), ("state", "released"), ("reason", reason), ("by", by));

    /// <summary>A note of the program itself.</summary>
    public static Event Noted(string kind, string about, string text, DateTimeOffset now) => Make("note", now, ("text", text), ("kind", kind), ("about", about));

    public static Event Make(string type, DateTimeOffset now, params (string Name, object? Value)[] fields) => Event.Of(type, new Place("live"), fields) with { At = Whole(now) };

    /// <summary>A log keeps milliseconds; so that a session rebuilt from it is the same, no more is ever used.</summary>
    private static DateTimeOffset Whole(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);

    private static string? Nearest(string name) => Words.Nearest(name, CommandForm.All.Select(c => c.Name)) ?? CommandForm.All.Select(c => c.Name).FirstOrDefault(n => n.StartsWith(name, StringComparison.Ordinal));
}
