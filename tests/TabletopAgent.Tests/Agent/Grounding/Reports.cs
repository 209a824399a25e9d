using System.Text.Json;
using TabletopAgent.Agent.Grounding;
using TabletopAgent.Cli;
using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;
using TabletopAgent.Render;
using TabletopAgent.Tests.Diagnose;

namespace TabletopAgent.Tests.Agent.Grounding;

/// <summary>The reports that replies in the data files speak of.</summary>
internal static class Reports
{
    private static readonly KnowledgeBase s_knowledge = Shipped.Knowledge;
    private static readonly Dictionary<string, GroundingSources> s_known = new(StringComparer.Ordinal);

    public static GroundingSources Of(string name)
    {
        lock (s_known)
        {
            if (!s_known.TryGetValue(name, out var sources)) s_known[name] = sources = name == "measured" ? Measured() : Read(name);
            return sources;
        }
    }

    /// <summary>As <c>tabletop diagnose … --format json</c> gave it for the demo evening or a case, kept here: replies speak of these words and figures.</summary>
    private static GroundingSources Read(string name)
    {
        var report = JsonSerializer.Deserialize(File.ReadAllText(Repository.Path("tests", "TabletopAgent.Tests", "Agent", "Grounding", "reports", $"{name}.json")), ReportContext.Plain.Report)!;
        return With(report, Wiring.ReadInputs(Given.Of([Repository.Path("knowledge", "demo", "evening.jsonl")])).Events);
    }

    private static GroundingSources With(Report report, IReadOnlyList<Event> events)
    {
        var open = s_knowledge.Find("index-skew-reindexing")!;
        var page = string.Join('\n', KnowledgeBase.Open(open)!.Units.Where(u => open.Sections[u.Section].Id == "index-skew-reindexing#minimal-fix").Select(u => u.Text));
        ToolResult[] tools =
        [
            new("Knowledge-open_page", $"index-skew-reindexing | vector-index | Index skew, restore and reindexing\n[index-skew-reindexing#minimal-fix] Minimal fix\n{page}"),
            new("Exercise-log_decision", "written: #113 14:31:05Z decision Anna (incident-commander): fail over to green"),
            new("Exercise-log_change", "refused: Anna did not say this."),
        ];
        return GroundingSources.Of(report, Targets.Default, [.. events, .. People()], s_knowledge, tools, [new SaidText("Anna", "What is failing and why? Log the decision: fail over to green.")], "Anna");
    }

    private static IEnumerable<Event> People()
    {
        var place = new Place("people");
        static DateTimeOffset At(int h, int m, int s) => new(2026, 5, 4, h, m, s, TimeSpan.Zero);
        foreach (var (role, person) in new[] { ("incident-commander", "Anna"), ("cloud-operator", "Bo"), ("data-owner", "Chiara Rossi"), ("llm-owner", "Dmitri"), ("comms-lead", "Esi") })
            yield return Event.Of("role", place, ("role", role), ("person", person)) with { At = At(14, 1, 0) };
        yield return Event.Of("symptom", place, ("by", "Bo"), ("text", "Webhook retries doubled, and I am not sure that RTO is 12 minutes.")) with { At = At(14, 16, 20), Seq = 110 };
        yield return Event.Of("symptom", place, ("by", "Chiara Rossi"), ("text", "The orders store took 1000 writes before the outage.")) with { At = At(14, 20, 0), Seq = 111 };
        yield return Event.Of("milestone", place, ("by", "Anna"), ("what", "declared")) with { At = At(14, 18, 0), Seq = 112 };
        yield return Event.Of("decision", place, ("by", "Anna"), ("owner", "Anna"), ("text", "fail over to green")) with { At = At(14, 31, 5), Seq = 113 };
        yield return Event.Of("comms", place, ("by", "Esi"), ("audience", "customers"), ("text", "Writes are delayed, we are working on it.")) with { At = At(14, 35, 0), Seq = 114 };
    }

    /// <summary>An exercise in which everything was measured: RTO, services, stores, checks, comms.</summary>
    private static GroundingSources Measured()
    {
        var evening = Of("evening").Report;
        Dimension D(string verdict, double? value, string? unit, double? target, string reason, string formula) => new(verdict, value, unit, target, reason, formula, []);
        var dimensions = new Dictionary<string, Dimension>
        {
            ["rto"] = D("pass", 42, "min", 60, "checkout was stable 42 min after its first breach, within 60 min for tier A.", "rto-hold"),
            ["rpo"] = D("fail", 1, "writes", 0, "orders has 1 write that nothing accounts for.", "rpo-ledger"),
            ["semantics"] = D("pass", 0.41, "0–1", 0.45, "Median ΔS 0.41 of 50 probes is within 0.45.", "ΔS and coverage and λ"),
            ["safety"] = D("unmeasured", null, null, null, "The safety battery before and after would measure it.", "safety-battery"),
            ["ops"] = D("fail", 5.2, "points", 5, "Cache hit rate of edge-blue fell by 5.2 points, from 92.4 % to 87.2 %.", "ops-steady"),
            ["docs"] = D("pass", 5, "decisions", 5, "All decisions have owner, time and a runbook that resolves.", "docs-links"),
        };
        var status = evening.Status with
        {
            Rto = "42m of 60m (pass)", Rpo = "1 unaccounted of 1000, age 3m of 5m (fail)", DeltaSMedian = 0.41, CoverageMedian = 0.7449, Lambda = "0.86 convergent (pass)",
            Dimensions = dimensions.ToDictionary(d => d.Key, d => d.Value.Verdict), Overall = "fail",
        };
        var report = evening with
        {
            Id = "measured", Overall = "fail", Status = status, Dimensions = dimensions,
            Probes = new Dictionary<string, PhaseReport>
            {
                ["baseline"] = new(50, 0.37, 0.42, 0.44, 0.8, 0.94, 0.98, null, "reported", true, null),
                ["inject"] = new(50, 0.675, 0.71, 0.83, 0.51, 0.1, 0.58, null, "reported", true, null),
                ["post"] = new(50, 0.41, 0.4449, 0.47, 0.7449, 0.82, 0.86, null, "reported", true, null),
            },
            Facts =
            [
                new("queue_ratio", 5.125, null, null, "×", "reported", "log.jsonl:53", "5x"), new("queue_age_s", 140, null, null, "s", "reported", "log.jsonl:53", "140"),
                new("write_error_pct", 22, null, null, "%", "words", "log.jsonl:52", "22 percent"), new("cache_hit_pct", 87.2, null, 92.4, "%", "measured", "log.jsonl:80", "87.2"),
                new("p95_ms", 410, null, 320, "ms", "measured", "log.jsonl:81", "410"), new("index_hash", null, "mismatch", null, "word", "measured", "log.jsonl:1", "hash"),
                new("delta_s", 0.41, null, 0.37, "0–1", "reported", "log.jsonl:90", "0.41"), new("coverage", 0.7449, null, 0.8, "0–1", "reported", "log.jsonl:90", "0.7449"),
                new("unaccounted", 1, null, null, "writes", "measured", "log.jsonl:95", "1"), new("duplicates", 0, null, null, "count", "measured", "log.jsonl:95", "0"),
            ],
            Times = new("2026-05-04T14:14:00Z", "2026-05-04T14:16:00Z", "2026-05-04T14:18:00Z", "2026-05-04T14:40:00Z", "2026-05-04T14:44:00Z", "2026-05-04T14:56:00Z", null),
            Services = [new("chat", "A", 42, "pass"), new("search", "A", 12, "pass")],
            Stores = [new("orders", 1000, 960, 30, 6, 3, 1, 0, 3, "fail"), new("carts", 500, 480, 20, 0, 0, 0, 2, 1, "fail"), new("profiles", 80, 80, 0, 0, 0, 0, 0, 2, "pass")],
            Comms = new(4, [new("2026-05-04T14:20:00Z", "2026-05-04T14:50:00Z", 1)]),
            Checks = [new("index-hash", "INDEX_HASH is the same on every reader.", true, "manifest"), new("idempotent-keys", "Keys are idempotent.", false, "outbox"), new("auth-flaps", null, null, null)],
            Findings = [new("comms-gap", "warn", "No update for 25 minutes.", ["114"])],
        };
        var events = Wiring.ReadInputs(Given.Of([Repository.Path("knowledge", "demo", "evening.jsonl")])).Events;
        return With(report, events);
    }
}
