namespace TabletopAgent.Play;

/// <summary>A reminder, and what it is about: each thing is said once.</summary>
internal sealed record Reminder(string About, string Text);

/// <summary>Reminders that know what is missing: said only where something is at risk, and while it can still be mended.</summary>
internal static class Reminders
{
    public static IEnumerable<Reminder> Due(SessionState state, DateTimeOffset now)
    {
        if (!state.Clock.Running || state.Clock.Played(now) is not { } played) return [];
        return Comms(state, played, now).Concat(Recovery(state, played, now)).Concat(Hold(state, played, now)).Concat(Evidence.Missing(state, played.TotalMinutes)).Where(r => !state.Said(Kind.Reminder, r.About));
    }

    /// <summary>Two updates in any 30 minutes, the first within ten, no silence over twenty; from declared to stable.</summary>
    private static IEnumerable<Reminder> Comms(SessionState state, TimeSpan played, DateTimeOffset now)
    {
        if (!state.Milestones.TryGetValue("declared", out var declared) || state.Milestones.ContainsKey("stable") || state.Milestones.ContainsKey("resolved")) yield break;
        var (t, updates) = (state.Targets, state.Updates);
        // What falls due first: the first update, the end of the longest silence, or the second update of a window.
        var due = updates.Count == 0 ? declared + Minutes(t.CommsFirst) : updates[^1].Played + Minutes(t.CommsGap);
        var needed = (int)t.CommsUpdates;
        var window = updates.Count >= needed ? updates[^needed].Played : declared;
        var quota = Max(declared, window) + Minutes(t.CommsWindow);
        // A window that the last update came too late for is missed; no reminder mends it.
        if (quota < due && (updates.Count == 0 || quota > updates[^1].Played)) due = quota;
        if (played < due - Minutes(t.ReminderLead)) yield break;
        var last = updates.Count == 0 ? "no update to stakeholders since the declaration" : $"the last update to stakeholders was at {SessionState.Clocked(updates[^1].At)}";
        yield return new Reminder(
            FormattableString.Invariant($"comms {updates.Count}"),
            FormattableString.Invariant($"{last}; the next is due by {state.ClockedAt(due, now)} ({t.CommsUpdates:0} in every {t.CommsWindow:0} minutes): /comms customers: …"));
    }

    /// <summary>The clock of each service at half and at three quarters of its time, for as long as it is not known to be green.</summary>
    private static IEnumerable<Reminder> Recovery(SessionState state, TimeSpan played, DateTimeOffset now)
    {
        foreach (var (service, since, target) in RecoveryClocks(state))
        {
            var used = (played - since).TotalMinutes;
            var (part, quarters) = used >= target * 0.75 ? ("three quarters", 3) : used >= target * 0.5 ? ("half", 2) : ("", 0);
            if (quarters == 0) continue;
            var name = service.Service.Name;
            var why = service.RedSince == since ? $"{name} is red since" : state.Standing.UnstableSince(service) is null ? $"no sample of {name} since the inject at" : $"{name} has not been stable since";
            yield return new Reminder(
                FormattableString.Invariant($"rto {name} {quarters}/4"),
                FormattableString.Invariant($"{part} of the recovery time is used: {why} {state.ClockedAt(since, now)} ({Math.Floor(used):0} of {target:0} min, tier {service.Service.Tier})."));
        }
    }

    /// <summary>A service is stable once its samples held for ten minutes with no gap over five: before such a gap opens, somebody should look again.</summary>
    private static IEnumerable<Reminder> Hold(SessionState state, TimeSpan played, DateTimeOffset now)
    {
        var t = state.Targets;
        foreach (var service in state.Standing.Services)
        {
            if (service is not { GreenSince: { } green, Sampled: { } sampled } || sampled < state.Injects.First || state.Injects.First is null) continue;
            var until = Max(green, state.Injects.First.Value) + Minutes(t.SteadyHold);
            var due = sampled + Minutes(t.SteadyGap);
            if (sampled >= until || played < due - Minutes(t.SampleLead) || played > due) continue;
            yield return new Reminder(
                FormattableString.Invariant($"hold {service.Service.Name} {sampled.TotalMinutes:0.##}"),
                $"{service.Service.Name} is green since {state.ClockedAt(green, now)}, last seen at {state.ClockedAt(sampled, now)}: a sample by {state.ClockedAt(due, now)}{(until > due ? $", and so on until {state.ClockedAt(until, now)}," : "")} shows that it is stable (/sli {service.Service.Name} …)");
        }
    }

    /// <summary>Services whose recovery time runs: from the first breach until it holds, or from the first inject where nobody has looked since.</summary>
    public static IEnumerable<(ServiceState Service, TimeSpan Since, double Target)> RecoveryClocks(SessionState state)
    {
        foreach (var service in state.Standing.Services)
        {
            double? target = service.Service.Tier switch { "S" => state.Targets.RtoTierS, "A" => state.Targets.RtoTierA, _ => null };
            var unseen = service.Sampled is null || service.Sampled < state.Injects.First;
            if (target is { } minutes && (state.Standing.UnstableSince(service) ?? (unseen ? state.Injects.First : null)) is { } since) yield return (service, since, minutes);
        }
    }

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
