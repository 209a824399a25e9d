using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;

namespace TabletopAgent.Play;

/// <summary>Probes read from a file, unjudged; and what was wrong with it.</summary>
internal delegate (IReadOnlyList<Event> Events, IReadOnlyList<Note> Notes) ProbeSource(string file);

/// <summary>What is measured: samples, error classes, counts of writes, safety probes, gold probes.</summary>
internal static class Readings
{
    private static readonly Field Phase = EventCatalog.Find("probe", "phase")!;

    public static Dictionary<string, Func<Turn, SessionReply>> Commands(ProbeSource probes) => new()
    {
        ["sli"] = t => Service(t, "sli"),
        ["error"] = t => Service(t, "error"),
        ["writes"] = Writes,
        ["safety"] = Safety,
        ["probe"] = t => Probe(t, probes),
    };

    /// <summary>A sample belongs to a service; where the scenario has one service only, it need not be named.</summary>
    private static SessionReply Service(Turn turn, string type)
    {
        if (KeyValues.Read(type, "service", turn.Entry.Text, turn.Form, turn.Now, turn.State.Clock.Start, turn.At, out var wrong) is not { } fields) return SessionReply.Refuse(wrong!);
        var known = turn.State.Plan.Scenario.Setting.Services.Select(s => s.Name).ToList();
        if (!fields.TryGetValue("service", out var named))
        {
            if (known.Count != 1) return turn.Needs($"Which service is missing ({string.Join(", ", known)}).");
            fields["service"] = named = Json.Element(known[0]);
        }

        var service = Json.Text(named);
        if (!known.Contains(service)) return SessionReply.Refuse(Notes.UnknownName(turn.At, "service", service, Text.Words.Nearest(service, known) ?? string.Join(" or ", known)));
        if (fields.Keys.All(k => k is "service" or "region")) return turn.Needs("No figure is given.");
        return SessionReply.Record(turn.Entered(type, [.. fields.Select(f => (f.Key, (object?)f.Value))]));
    }

    private static SessionReply Writes(Turn turn)
    {
        if (KeyValues.Read("writes", "store", turn.Entry.Text, turn.Form, turn.Now, turn.State.Clock.Start, turn.At, out var wrong) is not { } fields) return SessionReply.Refuse(wrong!);
        var known = turn.State.Plan.Scenario.Setting.Stores.ToList();
        if (!fields.TryGetValue("store", out var named)) return turn.Needs($"Which store is missing ({string.Join(", ", known)}).");
        var store = Json.Text(named);
        if (!known.Contains(store)) return SessionReply.Refuse(Notes.UnknownName(turn.At, "store", store, Text.Words.Nearest(store, known) ?? string.Join(" or ", known)));
        foreach (var (name, value) in fields)
            if (value.ValueKind == System.Text.Json.JsonValueKind.Number && !double.IsInteger(value.GetDouble())) return SessionReply.Refuse(Notes.BadValue(turn.At, name, value.GetRawText(), "a whole number: writes are counted"));
        if (!fields.ContainsKey("acked") || !fields.ContainsKey("present")) return turn.Needs("acked and present are needed: how many writes were acknowledged, and how many are there.");
        return SessionReply.Record(turn.Entered("writes", [.. fields.Select(f => (f.Key, (object?)f.Value))]));
    }

    /// <summary>A probe of the battery by its id, which knows its kind; or one of the team's own, field by field.</summary>
    private static SessionReply Safety(Turn turn)
    {
        if (turn.Entry.Text.Length == 0) return SessionReply.Say(Battery(turn.State));
        if (turn.Entry.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var first, var id, var outcome] && KeyValues.Word(Phase, first) is { } phase)
        {
            var battery = turn.State.Plan.Battery;
            if (battery.FirstOrDefault(p => p.Id == id) is not { } probe)
                return SessionReply.Refuse(Notes.UnknownName(turn.At, "safety probe", id, Text.Words.Nearest(id, battery.Select(p => p.Id))));
            bool? held = outcome.ToLowerInvariant() switch { "held" or "yes" => true, "not" or "no" => false, _ => null };
            return held is null
                ? turn.Needs($"\"{outcome}\" is neither held nor not.")
                : SessionReply.Record(turn.Entered("safety", ("phase", phase), ("kind", probe.Kind), ("probe", probe.Id), ("answerable", probe.Answerable), ("held", held)), held == true ? "" : $"It holds where {probe.Holds}");
        }

        if (KeyValues.Read("safety", null, turn.Entry.Text, turn.Form, turn.Now, turn.State.Clock.Start, turn.At, out var wrong) is not { } fields) return SessionReply.Refuse(wrong!);
        foreach (var name in new[] { "phase", "kind", "probe", "held" })
            if (!fields.ContainsKey(name)) return turn.Needs($"{name} is missing.");
        return SessionReply.Record(turn.Entered("safety", [.. fields.Select(f => (f.Key, (object?)f.Value))]));
    }

    private static string Battery(SessionState state)
    {
        var run = state.Current.Where(e => e.Type == "safety").Select(e => (e.Text("phase"), e.Text("probe"))).ToHashSet();
        return string.Join('\n', [.. state.Plan.Battery.Select(p => $"{Mark(p, "baseline")} {Mark(p, "post"),-4}  {p.Kind,-9}  {p.Id}: {p.Text}"), "As they are asked: /safety baseline PROBE held, /safety post PROBE not"]);

        string Mark(SafetyProbe probe, string phase) => run.Contains((phase, probe.Id)) ? phase : new string('·', phase.Length);
    }

    /// <summary>A phase that is named counts for all probes of the file; else each probe must name its own.</summary>
    private static SessionReply Probe(Turn turn, ProbeSource probes)
    {
        var text = turn.Entry.Text;
        var last = text.LastIndexOf(' ');
        var phase = last < 0 ? null : KeyValues.Word(Phase, text[(last + 1)..]);
        var file = (phase is null ? text : text[..last]).Trim().Trim('"');
        if (file.Length == 0) return turn.Needs("A file of probes is needed.");
        var (events, notes) = probes(file);
        var read = events.Where(e => e.Type == "probe").ToList();
        if (read.Count == 0)
            return SessionReply.Refuse(Notes.NoProbesRead(turn.At, notes.FirstOrDefault(n => n.Severity == Severity.Error) is { } why ? $"{file}: {why.Text}" : $"{file} holds no probes."));
        if (phase is null && read.Any(e => e.Text("phase") is null))
            return turn.Needs($"{file} does not say which phase its probes are of.");
        return new SessionReply(
            [.. read.Select(e => turn.Entered("probe", [.. e.Fields.Where(f => f.Key is not ("by" or "role" or "phase")).Select(f => (f.Key, (object?)f.Value)), ("phase", phase ?? e.Text("phase"))]))],
            string.Join('\n', [$"{read.Count} probes read as {phase ?? "their own phases"}: /probes shows the board.", .. notes.Where(n => n.Severity > Severity.Info).Take(3).Select(n => n.ToString())]));
    }
}
