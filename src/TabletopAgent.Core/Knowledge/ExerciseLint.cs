namespace TabletopAgent.Knowledge;

/// <summary>Checks cards against scenarios, and both against the pages.</summary>
internal sealed class ExerciseLint(PredicateLint predicates, Func<string, Page?> find, List<Note> notes)
{
    /// <returns>The ids of all exact checks.</returns>
    public HashSet<string> Check(IReadOnlyList<KnowledgeFile> cardFiles, IReadOnlyList<KnowledgeFile> scenarioFiles, KnowledgeFile? templateFile)
    {
        if (templateFile is not null) Check(Template.Read(templateFile, notes));
        var cards = new Dictionary<string, Card>(StringComparer.Ordinal);
        foreach (var card in cardFiles.Select(f => Card.Read(f, notes)).OfType<Card>()) cards.TryAdd(card.Id, card);
        var scenarios = new Dictionary<string, Scenario>(StringComparer.Ordinal);
        foreach (var scenario in scenarioFiles.Select(f => Scenario.Read(f, notes)).OfType<Scenario>()) scenarios.TryAdd(scenario.Id, scenario);

        foreach (var card in cards.Values) Check(card, scenarios);
        foreach (var scenario in scenarios.Values) Check(scenario, cards);
        foreach (var file in scenarioFiles) Predicates(file);
        return [.. scenarios.Values.SelectMany(s => s.Checks.Select(c => c.Id).Concat(s.Extended.Select(c => c.Id)))];
    }

    private void Check(Card card, Dictionary<string, Scenario> scenarios)
    {
        var at = new Place(card.File, 1);
        switch (card.Kind)
        {
            case "no-fault" when card.Verdict == "fault" || card.Layer is not null || card.SecondLayer is not null:
                notes.Add(Notes.Incomplete(at, "a no-fault card has the verdict healthy or need_data, and no layer."));
                break;
            case "fault" when card.Verdict != "fault":
                notes.Add(Notes.Incomplete(at, "a fault card has the verdict fault."));
                break;
        }

        if (card.Verdict == "fault" && card.Layer is null) notes.Add(Notes.Incomplete(at, "a card whose verdict is fault names its layer."));
        if (card.Verdict != "fault" && card.Layer is not null && card.Kind != "no-fault") notes.Add(Notes.Incomplete(at, $"a card whose verdict is {card.Verdict} names no layer."));
        if (card.SecondLayer is not null && card.SecondLayer == card.Layer) notes.Add(Notes.Incomplete(at, "second_layer is another layer than layer."));
        if (!scenarios.TryGetValue(card.Scenario, out var scenario))
        {
            notes.Add(Notes.UnknownName(at, "scenario", card.Scenario, TabletopAgent.Text.Words.Nearest(card.Scenario, scenarios.Keys.Order(StringComparer.Ordinal))));
            return;
        }

        if (!scenario.Cards.Contains(card.Id)) notes.Add(Notes.Incomplete(at, $"scenario \"{scenario.Id}\" does not list this card under cards."));
        if (card.Kind == "look-alike" && card.Layer == scenario.Layer) notes.Add(Notes.Incomplete(at, $"a look-alike is of another layer than its scenario, {scenario.Layer}."));
    }

    private void Check(Scenario scenario, Dictionary<string, Card> cards)
    {
        var at = new Place(scenario.File, 1);
        foreach (var page in scenario.Pages)
            if (find(page) is null) notes.Add(Notes.UnknownPage(at, page));
        if (scenario.Pages.Count == 0) notes.Add(Notes.Incomplete(at, "the scenario names no pages."));
        if (scenario.Cards.Count == 0) notes.Add(Notes.Incomplete(at, "the scenario names no cards."));
        foreach (var id in scenario.Cards)
        {
            if (!cards.TryGetValue(id, out var card)) Unknown(at, id);
            else if (card.Scenario != scenario.Id) notes.Add(Notes.Incomplete(at, $"card \"{id}\" says that it belongs to scenario \"{card.Scenario}\"."));
            if (card is { OfDriver: false } && scenario.Injects.All(i => i.Card != id)) notes.Add(Notes.Incomplete(at, $"card \"{id}\" has no minute under Injects."));
        }

        foreach (var due in scenario.Injects)
        {
            if (Due(scenario, due) is { } card && card.OffsetMinutes != due.Minute)
                notes.Add(Notes.Incomplete(new Place(scenario.File, due.Line), $"minute {due.Minute} is not the card's offset_minutes, {card.OffsetMinutes}."));
            if (due.Minute > scenario.DurationMinutes) notes.Add(Notes.Incomplete(new Place(scenario.File, due.Line), $"minute {due.Minute} lies after the end, {scenario.DurationMinutes}."));
        }

        foreach (var extended in scenario.Extended)
        {
            if (extended.Injects.Count == 0) notes.Add(Notes.Incomplete(new Place(scenario.File, extended.Line), $"extended case \"{extended.Id}\" brings no cards; write them below it, such as - 62: payment-key-overlap."));
            foreach (var due in extended.Injects) Due(scenario, due);
        }

        foreach (var check in scenario.Checks.Select(c => (c.Id, c.Line)).Concat(scenario.Extended.Select(c => (c.Id, c.Line))).GroupBy(c => c.Id).Where(g => g.Count() > 1).Select(g => g.Last()))
            notes.Add(Notes.Incomplete(new Place(scenario.File, check.Line), $"check id \"{check.Id}\" is there twice."));
        Setting(scenario);
        Boxes(scenario.Boxes, scenario.File);

        Card? Due(Scenario of, DueCard due)
        {
            var line = new Place(of.File, due.Line);
            if (due.When is { } condition) predicates.Text(condition, line);
            if (due.By <= due.Minute) notes.Add(Notes.Incomplete(line, $"by {due.By} does not come after minute {due.Minute}."));
            if (!cards.TryGetValue(due.Card, out var card)) Unknown(line, due.Card);
            else if (card.OfDriver) notes.Add(Notes.Incomplete(line, $"card \"{due.Card}\" is a {card.Kind}: the driver chooses its moment; leave it out here."));
            return card;
        }

        void Unknown(Place place, string id) => notes.Add(Notes.UnknownName(place, "card", id, TabletopAgent.Text.Words.Nearest(id, cards.Keys.Order(StringComparer.Ordinal))));
    }

    private void Setting(Scenario scenario)
    {
        var at = new Place(scenario.File, 1);
        foreach (var service in scenario.Setting.Services)
        {
            if (service.Name.Length == 0 || service.Tier.Length == 0) notes.Add(Notes.Incomplete(at, "every service has a name and a tier."));
            else if (!scenario.Setting.Baselines.Contains(service.Name)) notes.Add(Notes.Incomplete(at, $"service \"{service.Name}\" has no baseline."));
        }

        foreach (var name in scenario.Setting.Baselines.Except(scenario.Setting.Services.Select(s => s.Name)))
            notes.Add(Notes.UnknownName(at, "service", name, TabletopAgent.Text.Words.Nearest(name, scenario.Setting.Services.Select(s => s.Name))));
        // Participants read these, so they may not tell what fails.
        var words = string.Join(' ', scenario.Briefing.Select(b => b.Text).Prepend(scenario.ShownAs));
        foreach (var layer in Layers.All.Where(l => l.Contains('-', StringComparison.Ordinal) && words.Contains(l, StringComparison.OrdinalIgnoreCase)))
            notes.Add(Notes.Incomplete(at, $"shown_as and Briefing are for participants; \"{layer}\" would give the answer away."));
    }

    private void Boxes(IReadOnlyList<TimeBox> boxes, string file)
    {
        for (var i = 0; i < boxes.Count; i++)
            if (boxes[i].To <= boxes[i].From || boxes[i].From != (i == 0 ? 0 : boxes[i - 1].To))
                notes.Add(Notes.Incomplete(new Place(file, boxes[i].Line), "time boxes begin at 0 and follow each other without a gap."));
    }

    private void Check(Template template)
    {
        Boxes(template.Boxes, template.File);
        foreach (var missing in Exercises.EventCatalog.Roles.Except(template.Roles.Select(r => r.Id)))
            notes.Add(Notes.Incomplete(new Place(template.File), $"role \"{missing}\" is missing under Roles."));
    }

    private void Predicates(KnowledgeFile file)
    {
        var number = 0;
        var binding = false;
        foreach (var line in file.Text.Split('\n'))
        {
            number++;
            if (line.StartsWith("## ", StringComparison.Ordinal)) binding = line.Trim() is "## Exact checks" or "## Proofs" or "## Optional extended cases";
            else if (binding) predicates.Line(line, new Place(file.File, number));
        }
    }
}
