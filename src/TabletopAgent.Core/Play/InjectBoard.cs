using System.Globalization;
using System.Text.RegularExpressions;
using TabletopAgent.Exercises;

namespace TabletopAgent.Play;

internal enum InjectState
{
    Waiting,
    Held,
    Skipped,
    Released,
}

/// <summary>What became of each card of the plan, folded from inject events.</summary>
internal sealed partial class InjectBoard(Plan plan)
{
    private readonly Dictionary<int, InjectState> _states = [];
    private readonly HashSet<int> _cases = [];

    /// <summary>When the latest inject was released, in time played; null before the first.</summary>
    public TimeSpan? Latest { get; private set; }

    /// <summary>When the first one was.</summary>
    public TimeSpan? First { get; private set; }

    public IReadOnlyCollection<int> Cases => _cases;

    public void Take(Event e, TimeSpan played)
    {
        if (e.Type == "note" && e.Text("kind") == Kind.Extended && int.TryParse(e.Text("about"), CultureInfo.InvariantCulture, out var extended)) _cases.Add(extended);
        if (e.Type != "inject") return;
        var state = e.Text("state") switch { "held" => InjectState.Held, "skipped" => InjectState.Skipped, _ => InjectState.Released };
        if (state == InjectState.Released) (First, Latest) = (First ?? played, played);
        var card = e.Text("card");
        var inject = state == InjectState.Released
            ? plan.Injects.FirstOrDefault(i => i.Card.Id == card && this[i] != InjectState.Released)
            : plan.Injects.FirstOrDefault(i => i.Number.ToString(CultureInfo.InvariantCulture) == card);
        if (inject is not null) _states[inject.Number] = state;
    }

    public InjectState this[PlannedInject inject] => _states.GetValueOrDefault(inject.Number);

    /// <summary>Cards that may still come: of the evening, and of the extended cases that are played.</summary>
    public IEnumerable<PlannedInject> Left => plan.Injects.Where(i => (i.Case == 0 || _cases.Contains(i.Case)) && this[i] is InjectState.Waiting or InjectState.Held);

    /// <summary>The planned card that is due next by its minute.</summary>
    public PlannedInject? Next => Left.Where(i => i.Planned && this[i] == InjectState.Waiting).MinBy(i => (i.From, i.Number));

    /// <summary>The text of a card with its times of day moved to the evening that is played: the first of them is the moment of release.</summary>
    public static string Text(string card, DateTimeOffset at)
    {
        int? shift = null;
        return TimeOfDay().Replace(card, m =>
        {
            var minutes = int.Parse(m.Groups["h"].Value, CultureInfo.InvariantCulture) * 60 + int.Parse(m.Groups["m"].Value, CultureInfo.InvariantCulture);
            shift ??= at.UtcDateTime.Hour * 60 + at.UtcDateTime.Minute - minutes;
            var moved = ((minutes + shift.Value) % Day + Day) % Day;
            return string.Create(CultureInfo.InvariantCulture, $"{moved / 60:00}:{moved % 60:00}");
        });
    }

    private const int Day = 24 * 60;

    [GeneratedRegex(@"\b(?<h>[01]\d|2[0-3]):(?<m>[0-5]\d)(?= UTC\b)", RegexOptions.CultureInvariant)] private static partial Regex TimeOfDay();
}

/// <summary>What the program's own notes in a log are about.</summary>
internal static class Kind
{
    public const string TimeBox = "time-box", Reminder = "reminder", Briefed = "briefed", Here = "comms-check", Extended = "extended", Started = "started";
}
