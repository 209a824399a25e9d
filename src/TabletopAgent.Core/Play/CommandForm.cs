namespace TabletopAgent.Play;

/// <summary>Who may give a command.</summary>
internal enum Access
{
    /// <summary>Everybody: it only asks.</summary>
    Everyone,

    /// <summary>Whoever holds a role: it records.</summary>
    Roles,

    /// <summary>The facilitator: it steers the clock and the injects, or looks ahead.</summary>
    Facilitator,
}

/// <summary>A command as /help shows it.</summary>
/// <param name="Form">What to write after the name.</param>
/// <param name="Parts">Names of what may stand between bars.</param>
internal sealed record CommandForm(string Name, Access Access, string Form, string Does, string Example, params string[] Parts)
{
    /// <summary>In the order of an evening.</summary>
    public static IReadOnlyList<CommandForm> All { get; } =
    [
        new("help", Access.Everyone, "[COMMAND]", "these commands, or one with its form", "/help decide"),
        new("status", Access.Everyone, "", "the scorecard as it stands", "/status"),
        new("why", Access.Everyone, "[DIMENSION]", "what a verdict rests on", "/why rto"),
        new("rpo", Access.Everyone, "", "the ledger of writes, store by store", "/rpo"),
        new("probes", Access.Everyone, "", "ΔS, coverage and λ by phase", "/probes"),
        new("timeline", Access.Everyone, "[COUNT]", "the latest entries of the log", "/timeline 20"),
        new("who", Access.Everyone, "", "who holds which role", "/who"),
        new("clock", Access.Everyone, "", "the minute, the time box and the recovery clocks", "/clock"),
        new("as", Access.Everyone, "NAME", "at a shared terminal, speak as somebody; NAME: /… does so for one line", "/as Dana"),
        new("leave", Access.Everyone, "", "stop the program; --resume goes on later", "/leave"),
        new("role", Access.Roles, "ROLE PERSON", "staff a role or hand it over", "/role comms-lead Lee"),
        new("here", Access.Roles, "", "answer the comms check", "/here"),
        new("briefed", Access.Roles, "[ITEM]", "tick an item of the briefing; alone, show the list", "/briefed runbooks"),
        new("symptom", Access.Roles, "TEXT", "what somebody sees", "/symptom checkout is slow in region A", "service", "region"),
        new("note", Access.Roles, "TEXT", "anything worth keeping", "/note paged the database team"),
        new("decide", Access.Roles, "TEXT", "a decision with owner, runbook, options and rationale",
            "/decide fail over to green | owner Dana | runbook region-failover-drills | options wait; fail over | rationale writes fail in A", "owner", "runbook", "options", "rationale", "service"),
        new("change", Access.Roles, "AREA WHAT", "what was changed, with the proof of its effect",
            "/change routing weights to green | before A 100, B 0 | after A 0, B 100 | proof region header on 200 of 200 calls", "before", "after", "proof", "service", "region"),
        new("comms", Access.Roles, "AUDIENCE: TEXT", "an update to stakeholders", "/comms customers: orders are delayed, next update in 15 min | state identified", "state"),
        new("milestone", Access.Roles, "WHAT", "impact, detected, declared, mitigated, cutover, stable or resolved, as claimed", "/milestone declared", "service"),
        new("sli", Access.Roles, "[SERVICE] KEY=VALUE …", "a sample of a service", "/sli chat ok=false region=A error_pct=22 p95_warm_ms=410 samples=300 cache_hit_pct=90.5"),
        new("error", Access.Roles, "[SERVICE] KEY=VALUE …", "an error class that was seen", "/error chat route=\"POST /orders\" stage=headers code=500 count=12"),
        new("writes", Access.Roles, "STORE KEY=VALUE …", "a row of the RPO worksheet", "/writes orders acked=1000 present=960 replayed=30 deduped=6 documented_lost=4 duplicates=0"),
        new("safety", Access.Roles, "PHASE PROBE held|not | KEY=VALUE …", "one probe of the safety battery; alone, list them", "/safety baseline tomorrows-outage held"),
        new("probe", Access.Roles, "FILE [PHASE]", "read gold probes from a file, as baseline, inject or post", "/probe board.csv post"),
        new("check", Access.Roles, "ID held|not EVIDENCE", "the answer to an exact check", "/check sticky-hashing held one region header per session over 200 sessions"),
        new("action-item", Access.Roles, "TEXT", "what the retro leaves to do", "/action-item health check writes too | owner Sam | due 2026-06-01", "owner", "due"),
        new("correct", Access.Roles, "ENTRY FIELD=VALUE …", "correct an entry; the old one stays in the log", "/correct 14 owner=Dana | why it was her call", "why"),
        new("start", Access.Facilitator, "", "start the clock: minute 0, the briefing", "/start"),
        new("next", Access.Facilitator, "", "what is still to come, and when", "/next"),
        new("checks", Access.Facilitator, "", "the exact checks, and which are answered", "/checks"),
        new("release", Access.Facilitator, "[NUMBER]", "release the next inject, or that one, now", "/release 2"),
        new("hold", Access.Facilitator, "[NUMBER]", "keep an inject back until it is released", "/hold 2"),
        new("skip", Access.Facilitator, "[NUMBER]", "leave an inject out", "/skip 3"),
        new("extend", Access.Facilitator, "[NUMBER]", "go on with an optional extended case; alone, list them", "/extend 1"),
        new("pause", Access.Facilitator, "", "stop the clock; paused time does not count", "/pause"),
        new("resume", Access.Facilitator, "", "let it go on", "/resume"),
        new("end", Access.Facilitator, "", "end the exercise and judge it", "/end"),
    ];

    public static CommandForm? Find(string name) => All.FirstOrDefault(c => c.Name == name);

    public override string ToString() => $"/{Name}{(Form.Length > 0 ? $" {Form}" : "")}{string.Concat(Parts.Select(p => $" | {p} …"))}";
}
