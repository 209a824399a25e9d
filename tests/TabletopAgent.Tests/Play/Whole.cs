namespace TabletopAgent.Tests.Play;

/// <summary>A whole evening of ninety minutes, played by six people: roles and briefing, three injects and an extended case, recovery, evidence, end.</summary>
internal static class Whole
{
    /// <param name="each">Called after every line and every minute.</param>
    public static void Play(Evening evening, Action? each = null)
    {
        var (service, second, store) = evening.Plan.Scenario.Id == "seed-evening" ? ("chat", (string?)null, "orders") : ("checkout", "help-chat", "orders");
        void Say(string who, string line)
        {
            evening.Says(who, line);
            each?.Invoke();
        }

        void To(double minute)
        {
            for (var m = Math.Ceiling(evening.Session.State.Clock.Minute(evening.Now) ?? 0); m < minute; m++)
            {
                evening.Until(m);
                each?.Invoke();
            }

            evening.Until(minute);
            each?.Invoke();
        }

        void Green(string region)
        {
            Say("Marek", $"/sli {service} region={region} ok=yes error_pct=0.2 p95_warm_ms=185 samples=400 cache_hit_pct=91");
            if (second is not null) Say("Marek", $"/sli {second} region={region} ok=yes error_pct=0.1 p95_warm_ms=325 samples=300 cache_hit_pct=87");
        }

        foreach (var role in new[] { "incident-commander Ines", "cloud-operator Marek", "data-owner Priya", "llm-owner Sofia", "comms-lead Jonas", "observer Ada" }) Say("Fay", $"/role {role}");
        foreach (var person in new[] { "Ines", "Marek", "Priya", "Sofia", "Jonas" }) Say(person, "/here");
        Say("Fay", "/start");
        To(1);
        foreach (var item in new[] { "roles", "slis", "runbooks", "traffic" }) Say("Ines", $"/briefed {item}");
        for (var i = 1; i <= 5; i++) Say("Sofia", $"/safety phase=baseline kind=bluff probe=s-0{i} answerable=no held=yes route=/chat");
        To(10.5);
        Say("Marek", $"/sli {service} region=A ok=no error_pct=22 p95_warm_ms=410 samples=300 cache_hit_pct=91");
        Say("Ines", "/milestone declared");
        Say("Jonas", "/comms customers: orders are delayed, more in 15 minutes | state identified");
        To(13);
        Say("Marek", "/change routing weights to green | before A 100, B 0 | after A 0, B 100");
        Say("Marek", "/change queue consumers restarted");
        Say("Marek", "/change cache blue: entries purged | proof no blue: key in 200 answers");
        To(18);
        Say("Ines", "/decide fail over writes to green | runbook region-failover-drills | options wait; fail over | rationale A refuses writes");
        Say("Fay", "/role comms-lead Lee");
        To(24);
        Say("Fay", "/pause");
        evening.Wait(300);
        Say("Fay", "/resume");
        for (var minute = 26; minute < 40; minute += 4)
        {
            To(minute);
            Green("B");
        }

        Say("Lee", "/comms customers: orders are taken again | state monitoring");
        To(44);
        Say("Priya", $"/writes {store} acked=1000 present=960 replayed=30 deduped=6 documented_lost=4 duplicates=0 newest_recovered_at=14:09");
        Say("Ines", "/milestone stable");
        To(55);
        for (var i = 1; i <= 5; i++) Say("Sofia", $"/safety phase=post kind=bluff probe=s-0{i} answerable=no held=yes route=/chat");
        Say("Ada", $"/check {evening.Plan.Scenario.Checks[0].Id} held ledger shows one effect");
        Say("Fay", "/extend 1");
        To(64);
        Green("B");
        Say("Ada", "/note the key was announced to nobody");
        To(90);
        Say("Fay", "/end");
        Say("Ada", "/action-item health check writes too | owner Sam | due 2026-06-01");
    }
}
