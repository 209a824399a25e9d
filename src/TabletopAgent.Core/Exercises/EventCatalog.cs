using System.Collections.Frozen;

namespace TabletopAgent.Exercises;

internal enum FieldKind
{
    Text,
    Number,
    Flag,
    Time,
    List,
    Object,

    /// <summary>One of a closed list of words.</summary>
    Word,

    /// <summary>Text or number, list or single object: the seed and old logs write these in two ways.</summary>
    Any,
}

internal sealed record Field(string Name, FieldKind Kind, bool Required = false, params string[] Words);

/// <summary>The closed list of event types and their fields; <c>schemas/event-log.schema.json</c> says the same and a test compares them.</summary>
internal static class EventCatalog
{
    public static readonly string[] Roles =
        ["incident-commander", "cloud-operator", "data-owner", "llm-owner", "comms-lead", "observer", "facilitator"];

    private static readonly Field[] Common =
    [
        new("type", FieldKind.Text, true), new("at", FieldKind.Time), new("by", FieldKind.Text), new("role", FieldKind.Word, false, Roles),
        new("service", FieldKind.Text), new("region", FieldKind.Text), new("approx", FieldKind.Flag), new("from", FieldKind.Object),
        new("seq", FieldKind.Number), new("prev", FieldKind.Text),
    ];

    public static readonly FrozenDictionary<string, Field[]> Types = new Dictionary<string, Field[]>
    {
        ["exercise"] =
        [
            N("v"), T("id"), T("title"), T("team"), W("tier", "S", "A", "B"), L("services"), L("stores"), T("topology"), Any("index"), O("roles"),
            Any("baseline"), O("targets"), Any("embedder"), T("knowledge"), T("scenario"),
        ],
        ["clock"] = [W("state", "start", "pause", "resume", "end").Must(), N("speed")],
        ["role"] = [T("person").Must()],
        ["inject"] = [T("card"), T("text"), W("state", "released", "held", "skipped"), T("reason")],
        ["symptom"] = [T("text").Must(), W("cause", "credentials", "network", "cache", "data", "capacity", "change", "monitoring", "software", "security")],
        ["sli"] =
        [
            F("ok"), N("p95_warm_ms"), N("samples"), T("cache_prefix"), N("cache_hit_pct"), N("stale_hit_pct"), N("queue_depth"), N("queue_age_s"),
            N("error_pct"), N("throttled_pct"), N("cold_share_pct"),
        ],
        ["error"] = [T("route"), W("stage", "dns", "connect", "tls", "headers", "body", "tool"), Any("code"), N("count")],
        ["milestone"] = [W("what", "impact", "detected", "declared", "mitigated", "cutover", "stable", "resolved").Must()],
        ["decision"] = [T("owner"), T("text").Must(), Any("options"), T("rationale"), T("runbook")],
        ["change"] =
        [
            W("area", "routing", "cache", "queue", "index", "secret", "deploy", "capacity", "egress").Must(), T("what").Must(), Any("before"),
            Any("after"), T("proof"),
        ],
        ["comms"] = [T("audience"), T("state"), T("text").Must()],
        ["probe"] =
        [
            W("phase", "baseline", "inject", "post"), T("probe_id"), T("question"), T("expected_section"), Any("ΔS_q_r"), Any("coverage"), Any("λ_state"),
            L("citations"), T("index_family"), T("retriever_metric"), T("analyzer"), O("expected"), O("decoy"), F("answerable"), T("topic"),
            T("embed_model"), T("color"), L("runs"), Any("retrieved_text"), T("expected_text"),
        ],
        ["writes"] =
        [
            T("store").Must(), N("acked"), N("present"), N("replayed"), N("deduped"), N("documented_lost"), N("duplicates"), Time("newest_recovered_at"),
        ],
        ["safety"] =
        [
            W("phase", "baseline", "inject", "post"), T("route"), W("kind", "jailbreak", "bluff", "injection"), T("probe"), F("answerable"), F("held").Must(),
        ],
        ["check"] = [T("id").Must(), F("held"), Any("evidence")],
        ["action-item"] = [T("text").Must(), T("owner"), T("due")],
        ["correction"] = [N("of").Must(), T("why")],
        ["vectors"] = [T("text_hash"), Any("embedder"), L("vector")],
        ["link"] = [T("url").Must(), N("status")],
        ["note"] = [T("text").Must(), T("kind"), T("about")],
    }.ToFrozenDictionary(t => t.Key, t => t.Value.Concat(Common.Where(c => t.Value.All(f => f.Name != c.Name))).ToArray());

    /// <summary>Other names of a field seen in logs, pages and seeds. Case, underscores and camelCase need no entry: see <see cref="Loose"/>.</summary>
    private static readonly (string Alias, string Name)[] Aliases =
    [
        ("ΔS", "ΔS_q_r"), ("ΔS_qr", "ΔS_q_r"), ("ΔS_q_ctx", "ΔS_q_r"), ("dS_QE", "ΔS_q_r"), ("ds", "ΔS_q_r"),
        ("λ", "λ_state"), ("λ_observe", "λ_state"), ("metric", "retriever_metric"), ("colour", "color"), ("id", "probe_id"), ("qid", "probe_id"),
        ("query", "question"), ("index", "index_family"), ("section", "expected_section"), ("cov", "coverage"),
        ("timestamp", "at"), ("ts", "at"),
        ("retrieved", "retrieved_text"), ("retrieved_context", "retrieved_text"), ("retrieved_contexts", "retrieved_text"), ("contexts", "retrieved_text"),
    ];

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Spellings = Types.ToFrozenDictionary(
        t => t.Key,
        t =>
        {
            var names = t.Value.ToDictionary(f => Loose(f.Name), f => f.Name, StringComparer.Ordinal);
            foreach (var (alias, name) in Aliases)
                if (Array.Exists(t.Value, f => f.Name == name)) names.TryAdd(Loose(alias), name);
            return names.ToFrozenDictionary(StringComparer.Ordinal);
        });

    /// <summary>The canonical name of a field of this type: aliases and camelCase folded, unknown names kept in snake_case.</summary>
    public static string Canonical(string type, string name)
    {
        if (!Types.TryGetValue(type, out var fields)) return Snake(name);
        if (Array.Exists(fields, f => f.Name == name)) return name;
        return Spellings[type].TryGetValue(Loose(name), out var known) ? known : Snake(name);
    }

    /// <summary>A name as all its spellings share it: <c>ΔS_q_r</c>, <c>deltaSQr</c> and <c>Delta S q-r</c> are one.</summary>
    private static string Loose(string name)
    {
        var loose = new System.Text.StringBuilder(name.Length + 8);
        foreach (var c in name)
        {
            // U+2206 is the increment sign, which some editors write for a delta.
            if (c is 'Δ' or 'δ' or '\u2206') loose.Append("delta");
            else if (c is 'Λ' or 'λ') loose.Append("lambda");
            else if (char.IsLetterOrDigit(c)) loose.Append(char.ToLowerInvariant(c));
        }

        return loose.ToString();
    }

    public static bool IsCommon(string name) => Array.Exists(Common, f => f.Name == name);

    public static Field? Find(string type, string name) =>
        Types.TryGetValue(type, out var fields) ? Array.Find(fields, f => f.Name == name) : null;

    /// <summary>Turns <c>cacheHitPct</c> into <c>cache_hit_pct</c>; names that already have an underscore or no inner capital stay.</summary>
    private static string Snake(string name)
    {
        if (name.Contains('_', StringComparison.Ordinal) || name.Length > 0 && !name.AsSpan(1).ContainsAnyInRange('A', 'Z')) return name;
        var snake = new System.Text.StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && snake.Length > 0) snake.Append('_');
            snake.Append(char.ToLowerInvariant(c));
        }

        return snake.ToString();
    }

    private static Field T(string name) => new(name, FieldKind.Text);
    private static Field N(string name) => new(name, FieldKind.Number);
    private static Field F(string name) => new(name, FieldKind.Flag);
    private static Field L(string name) => new(name, FieldKind.List);
    private static Field O(string name) => new(name, FieldKind.Object);
    private static Field Time(string name) => new(name, FieldKind.Time);
    private static Field Any(string name) => new(name, FieldKind.Any);
    private static Field W(string name, params string[] words) => new(name, FieldKind.Word, false, words);
    private static Field Must(this Field field) => field with { Required = true };
}
