using TabletopAgent.Exercises;
using TabletopAgent.Facts;
using TabletopAgent.Knowledge;

namespace TabletopAgent.Play;

/// <summary>A card and when it is due. Until it is released it is spoken of by its number, for its id would tell what is to come.</summary>
/// <param name="Number">1, 2, … in the order of the scenario.</param>
/// <param name="From">The minute from which it may be released.</param>
/// <param name="When">The condition it waits for; null: it is due at <paramref name="From"/>.</param>
/// <param name="By">The minute at which it no longer waits.</param>
/// <param name="Case">The number of the extended case it belongs to; 0: it is planned for every evening.</param>
internal sealed record PlannedInject(int Number, Card Card, int From, Predicate? When, int? By, int Case)
{
    /// <summary>Whether the clock or a condition releases it; else the driver chooses its moment.</summary>
    public bool Planned => !Card.OfDriver;
}

/// <summary>A scenario ready to be played: the list of injects that exercises call the master scenario events list, and the time boxes.</summary>
internal sealed record Plan(Scenario Scenario, Template Template, IReadOnlyList<PlannedInject> Injects, IReadOnlyList<SafetyProbe> Battery)
{
    public static Plan Of(Scenario scenario, Shelf shelf, List<Note> notes)
    {
        var injects = new List<PlannedInject>();
        foreach (var due in scenario.Injects) Add(due, 0);
        foreach (var id in scenario.Cards)
            if (shelf.Cards.TryGetValue(id, out var card) && card.OfDriver) injects.Add(new PlannedInject(injects.Count + 1, card, card.OffsetMinutes, null, null, 0));
        for (var i = 0; i < scenario.Extended.Count; i++)
            foreach (var due in scenario.Extended[i].Injects) Add(due, i + 1);
        return new Plan(scenario, shelf.Template, injects, shelf.Battery);

        void Add(DueCard due, int extended)
        {
            var line = new Place(scenario.File, due.Line);
            if (!shelf.Cards.TryGetValue(due.Card, out var card))
            {
                notes.Add(Notes.UnknownName(line, "card", due.Card, Text.Words.Nearest(due.Card, shelf.Cards.Keys.Order(StringComparer.Ordinal))));
                return;
            }

            string? error = null;
            var when = due.When is null ? null : Predicate.Parse(due.When, out error);
            if (error is not null) notes.Add(Notes.BadPredicate(line, due.When!, error));
            injects.Add(new PlannedInject(injects.Count + 1, card, due.Minute, when, due.By, extended));
        }
    }

    /// <summary>For a log or a brief that nobody planned: nothing is to come, and all that people say can be recorded.</summary>
    public static Plan Without(IReadOnlyList<Event> log, Template template)
    {
        var head = log.FirstOrDefault(e => e.Type == "exercise");
        var title = head?.Text("title") ?? head?.Text("id") ?? "an exercise";
        var setting = new Setting(head?.Fields ?? new Dictionary<string, System.Text.Json.JsonElement>());
        return new Plan(new Scenario("", title, title, "", null, [], [], [], 60, setting, "", [], [], [], [], [], [], ""), template, [], []);
    }

    public IReadOnlyList<TimeBox> Boxes => Scenario.Boxes.Count > 0 ? Scenario.Boxes : Template.Boxes;

    /// <summary>The items of the briefing: those of the template, each with what the scenario says to it, and the scenario's own.</summary>
    public IEnumerable<Named> Briefing
    {
        get
        {
            var own = Scenario.Briefing.ToDictionary(b => b.Id, StringComparer.Ordinal);
            return Template.Briefing.Select(b => own.Remove(b.Id, out var said) ? said : b).ToList().Concat(own.Values);
        }
    }

    /// <summary>The six roles of a team; the facilitator stands beside them.</summary>
    public static IReadOnlyList<string> TeamRoles { get; } = [.. EventCatalog.Roles.Where(r => r != Facilitator)];

    public const string Facilitator = "facilitator";

    /// <summary>The planned end in minutes, with or without an extended case.</summary>
    public int End(bool extended) => extended ? Math.Max(Scenario.DurationMinutes, Boxes.Count > 0 ? Boxes[^1].To : 0) : Scenario.DurationMinutes;
}
