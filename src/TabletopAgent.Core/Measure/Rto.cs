namespace TabletopAgent.Measure;

/// <summary>Where the clock of a service's RTO starts when no sample shows the breach.</summary>
internal sealed record Onset(long At, string From, Place Place);

/// <summary>How long a service was away.</summary>
/// <param name="Target">Minutes; null for a tier without a bar.</param>
/// <param name="Minutes">From breach to stable, pauses taken off; null while no stable instant is measured.</param>
/// <param name="AtLeast">Of a service that is not stable: how long it is known to have been broken.</param>
/// <param name="Mitigated">The first sample after the breach that holds all gates.</param>
/// <param name="Stable">The first instant from which every sample holds its gates for the whole hold.</param>
/// <param name="Breach">Its first broken moment; null where none was.</param>
/// <param name="HeldSince">While not stable: since when all gates hold; null while one is broken.</param>
/// <param name="Relapse">Its first broken moment after stable.</param>
internal sealed record ServiceRto(
    string Service, string Tier, double? Target, double? Minutes, double? AtLeast, long? Start, long? Mitigated, long? Stable, long? HeldSince, Moment? Breach,
    Moment? Relapse, Verdict Verdict, string Reason)
{
    public const string Formula = "rto-hold";

    /// <param name="until">The last sample of the whole log, UTC ticks.</param>
    public static ServiceRto Of(Track track, long until, ExerciseClock clock, Targets targets)
    {
        var (service, moments, onset, _) = track;
        var tier = service.Tier ?? "S";
        double? target = tier switch { "S" => targets.RtoTierS, "A" => targets.RtoTierA, _ => null };
        var none = new ServiceRto(service.Name, tier, target, null, null, null, null, null, null, null, null, Verdict.Unmeasured, "");
        var bar = target is { } t ? $"tier {tier}'s {Numbers.Show(t)} min" : $"no bar, for tier {tier} has none";
        if (moments.Count == 0) return none with { Reason = $"{service.Name} has no sli sample; samples from the breach to ten green minutes would measure it against {bar}" };

        // What broke before the exercise began is not its breach.
        var first = 0;
        while (first < moments.Count && (moments[first].Broken == Gate.None || moments[first].At < clock.Start)) first++;
        Moment? breach = first < moments.Count ? moments[first] : null;
        if (breach is null && onset is null)
            return none with { Reason = $"{service.Name} never left its gates, and neither a milestone impact nor a released inject says when it should have" };
        var start = breach?.At ?? onset!.At;
        var from = breach is null ? $"{onset!.From} at {Spell.Time(start)}, for no sample left its gates" : $"its first breach at {Spell.Time(start)} ({Spell.Gates(breach.Value.Broken)})";
        var (stable, mitigated, held) = Hold(moments, start, clock, targets);
        var known = none with { Start = start, Breach = breach, Mitigated = mitigated, Stable = stable, HeldSince = held };
        var last = moments[^1];
        if (stable is not { } s)
        {
            // Red past the target is late whatever follows; so is a last word of red in a log that runs past it.
            var lastBroken = moments.LastOrDefault(m => m.Broken != Gate.None && m.At >= start);
            var gone = lastBroken == default ? 0 : clock.Minutes(start, last.Broken != Gate.None ? Math.Max(last.At, until) : lastBroken.At);
            if (target is { } most && lastBroken != default && Numbers.Round(gone) >= most)
                return known with
                {
                    AtLeast = Numbers.Round(gone), Verdict = Verdict.Fail,
                    Reason = $"{service.Name} was still broken ({Spell.Gates(lastBroken.Broken)}) {Numbers.Show(gone)} min after {from}, past {bar}",
                };
            return known with
            {
                Reason = held is not { } since
                    ? $"{service.Name} is still broken ({Spell.Gates(last.Broken)}) {Numbers.Show(clock.Minutes(start, last.At))} min after {from}, with {bar} to go by"
                    : $"{service.Name} holds its gates since {Spell.Time(since)}, {Numbers.Show(clock.Minutes(since, last.At))} of {Numbers.Show(targets.SteadyHold)} min; samples at most {Numbers.Show(targets.SteadyGap)} min apart until then would measure it",
            };
        }

        var minutes = Numbers.Round(clock.Minutes(start, s));
        Moment? relapse = null;
        foreach (var m in moments)
            if (m.At > s && m.Broken != Gate.None && relapse is null) relapse = m;
        known = known with { Minutes = minutes, Relapse = relapse };
        var said = $"{service.Name} was stable at {Spell.Time(s)}, {Numbers.Show(minutes)} min after {from}";
        if (target is not { } goal) return known with { Reason = $"{said}; tier {tier} has no bar" };
        if (minutes > goal) return known with { Verdict = Verdict.Fail, Reason = $"{said}: over {bar}" };
        if (service.Rag && !(track.LastRound >= start)) return known with { Reason = $"{said}, within {bar}, but no probe was put to it since; a round of probes would show that its answers hold too" };
        return known with { Verdict = Verdict.Pass, Reason = $"{said}: within {bar}" };
    }

    /// <returns>The stable instant; the first that holds all gates; and since when the last run of holding ones lasts.</returns>
    private static (long? Stable, long? Mitigated, long? Held) Hold(IReadOnlyList<Moment> moments, long start, ExerciseClock clock, Targets targets)
    {
        var (hold, gap) = ((long)(targets.SteadyHold * TimeSpan.TicksPerMinute), (long)(targets.SteadyGap * TimeSpan.TicksPerMinute));
        (long Running, long At)? since = null;
        long? mitigated = null;
        var (before, first) = (clock.Running(start), true);
        for (var i = 0; i < moments.Count;)
        {
            var m = moments[i];
            var broken = m.Broken;
            // Samples of one instant hold together or not at all.
            for (i++; i < moments.Count && moments[i].Running == m.Running; i++) broken |= moments[i].Broken;
            if (m.At < start) continue;
            if (broken != Gate.None) since = null;
            else
            {
                // Where nothing broke, it holds from the start itself, if the first sample is near enough.
                if (first && m.Running - before <= gap) since = (before, start);
                else if (since is null || m.Running - before > gap) since = (m.Running, m.At);
                mitigated ??= since.Value.At;
                if (m.Running - since.Value.Running >= hold) return (since.Value.At, mitigated, since.Value.At);
            }

            (before, first) = (m.Running, false);
        }

        return (null, mitigated, since?.At);
    }
}
