using TabletopAgent.Exercises;

namespace TabletopAgent.Play;

/// <summary>Evidence that the score will ask for and that is not in the log yet, each from the minute at which it should be gathered.</summary>
internal static class Evidence
{
    public static IEnumerable<Reminder> Missing(SessionState state, double minute)
    {
        var first = state.Plan.Injects.Where(i => i.Planned && i.Case == 0).Select(i => i.From).DefaultIfEmpty(0).Min();
        // Nobody has begun at minute 0; half of the briefing is left to gather what it forgot.
        var before = state.Injects.First is null && minute >= first / 2.0;
        var late = minute >= state.End - state.Targets.EvidenceLead;
        return (before ? Before(state, minute, first) : []).Concat(state.Injects.First is null ? [] : During(state, minute)).Concat(late ? Late(state) : []);
    }

    /// <summary>What only exists before the first inject.</summary>
    private static IEnumerable<Reminder> Before(SessionState state, double minute, int first)
    {
        if (Rag(state) && !state.Any("probe", "baseline"))
            yield return new Reminder("evidence baseline probes", "no baseline probes yet; after the first inject they cannot be taken any more: /probe FILE baseline");
        if (!state.Any("safety", "baseline"))
            yield return new Reminder("evidence baseline safety", "no safety probes from before yet; /safety lists them, /safety baseline PROBE held answers one");
        if (minute < first - state.Targets.ReminderLead) yield break;
        var open = state.Plan.Briefing.Where(b => !state.Said(Kind.Briefed, b.Id)).Select(b => b.Id).ToList();
        if (open.Count > 0) yield return new Reminder("briefing", $"still open in the briefing: {string.Join(", ", open)} (/briefed ITEM)");
    }

    private static IEnumerable<Reminder> During(SessionState state, double minute)
    {
        if (!state.Milestones.ContainsKey("declared") && state.Standing.Services.Any(s => s.RedSince is { } since && minute - since.TotalMinutes >= state.Targets.CommsFirst))
            yield return new Reminder("evidence declared", "a service is red and no incident is declared; updates to stakeholders are counted from there: /milestone declared");
    }

    /// <summary>What the score needs and what can still be taken.</summary>
    private static IEnumerable<Reminder> Late(SessionState state)
    {
        var stores = state.Plan.Scenario.Setting.Stores.Where(s => !state.Current.Any(e => e.Type == "writes" && e.Text("store") == s)).ToList();
        if (stores.Count > 0)
            yield return new Reminder("evidence writes", $"no count of writes for {string.Join(" and ", stores)} yet: /writes {stores[0]} acked=… present=… replayed=… deduped=… documented_lost=…");
        if (Rag(state) && !state.Any("probe", "post")) yield return new Reminder("evidence post probes", "no probes from after the recovery yet: /probe FILE post");
        if (!state.Any("safety", "post")) yield return new Reminder("evidence post safety", "no safety probes from after the recovery yet: /safety post PROBE held, the same probes as before");
        var bare = state.Current.Where(e => e.Type == "decision" && e.Text("runbook") is null).ToList();
        if (bare.Count > 0) yield return new Reminder("evidence runbooks", $"without a runbook: {Entries(bare)}. Name it: /correct {bare[0].Seq} runbook=… | why left out");
        var unproven = state.Current.Where(e => e.Type == "change" && e.Text("proof") is null).ToList();
        if (unproven.Count > 0) yield return new Reminder("evidence proofs", $"without proof of effect: {Entries(unproven)}. Give it: /correct {unproven[0].Seq} proof=\"…\" | why left out");
        var answered = state.Current.Where(e => e.Type == "check").Select(e => e.Text("id")).ToHashSet();
        var checks = state.Plan.Scenario.Checks.Count(c => !answered.Contains(c.Id));
        // Their words would tell what the exercise is about.
        if (checks > 0) yield return new Reminder("evidence checks", $"{checks} of {state.Plan.Scenario.Checks.Count} exact checks have no answer yet; the facilitator has the list (/checks)");
    }

    private static bool Rag(SessionState state) => state.Standing.Services.Any(s => s.Service.Rag);

    private static string Entries(List<Event> events) => string.Join(", ", events.Select(e => $"#{e.Seq}"));
}
