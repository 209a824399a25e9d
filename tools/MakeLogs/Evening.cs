using System.Globalization;
using System.Text.Json;
using TabletopAgent.Exercises;

namespace TabletopAgent.MakeLogs;

/// <summary>
/// One exercise from the first line to the retro: roles, probes before, an inject, what broke, what people decided, changed and said, probes
/// after, writes counted, the safety battery; the rest is samples. Some evenings go well, some end late, some leave things unmeasured.
/// </summary>
internal sealed class Evening
{
    /// <summary>What everybody did, without samples.</summary>
    public const int Fewest = 70;

    private const int Probes = 10;

    private static readonly string[] People = ["Ana", "Bo", "Cy", "Dee", "Eli", "Fay", "Gus", "Hana"];

    private static readonly string[] Roles = ["incident-commander", "cloud-operator", "data-owner", "llm-owner", "comms-lead", "observer"];

    private static readonly string[] KnownErrors = ["POST /orders|headers|503"];

    private static readonly string[] Kinds = ["jailbreak", "bluff", "injection"];

    private readonly Random _random;
    private readonly int _number;
    private readonly bool _texts;
    private readonly bool _ragOff;
    private readonly double _impactMinute, _stableMinute;
    private readonly DateTimeOffset _start;

    public Evening(int seed, int number, bool texts)
    {
        _random = new Random(unchecked(seed * 1_000_003 + number));
        (_number, _texts) = (number, texts);
        _start = new DateTimeOffset(2025, 1, 6, 14, 0, 0, TimeSpan.Zero).AddDays(number * 7919L % 690);
        _impactMinute = 10;
        // Most are back within the hour, some take far longer.
        _stableMinute = _impactMinute + 16 + 60 * Math.Pow(_random.NextDouble(), 2);
        _ragOff = _random.Next(4) == 0;
    }

    /// <summary>In the order of time.</summary>
    public IEnumerable<Event> Events(int count)
    {
        var told = Told();
        var samples = count - told.Count;
        var next = 0;
        // An evening of a hundred thousand samples is a long one, at one every 20 seconds.
        var (first, step) = (1.0, Math.Max(1.0 / 3, (_stableMinute + 40) / samples));
        for (var s = 0; s < samples; s++)
        {
            var minute = first + s * step;
            for (; next < told.Count && told[next].Minute <= minute; next++) yield return told[next].Event;
            yield return Sample(minute);
        }

        for (; next < told.Count; next++) yield return told[next].Event;
    }

    private List<(double Minute, Event Event)> Told()
    {
        var told = new List<(double Minute, Event Event)> { (0, Head()), (0, At(0, "clock", ("state", "start"))) };
        for (var p = 0; p < Probes; p++) Tell(5, Probe(5, p, "baseline"));
        for (var s = 0; s < 3; s++) Tell(6, Safety(6, s, "baseline"));
        var (card, text) = Phrases.Cards[_random.Next(Phrases.Cards.Length)];
        Tell(_impactMinute, At(_impactMinute, "inject", ("card", card), ("text", text), ("state", "released"), ("reason", "due")));
        Tell(_impactMinute + 2, At(_impactMinute + 2, "symptom", ("text", Phrases.Symptom(_random.Next(Phrases.Kinds), _random)), ("by", Person(1)), ("role", Roles[1])));
        for (var e = 0; e < 8; e++) Tell(_impactMinute + 1 + 2 * e, Error(_impactMinute + 1 + 2 * e));
        Milestone(_impactMinute + 3, "detected");
        Milestone(_impactMinute + 6, "declared");
        Decision(_impactMinute + 9, "freeze deploys and keep reads where they are", "The cause is not known yet");
        Comms(_impactMinute + 10, 0);
        Decision(_impactMinute + 13, "move writes to region B", "Writes fail in A only");
        Tell(_impactMinute + 14, At(_impactMinute + 14, "change", ("by", Person(1)), ("role", Roles[1]), ("area", "routing"), ("what", "weights"), ("before", "A 100"), ("after", "A 0, B 100"), ("proof", "p95 back to 330 ms")));
        for (var minute = _impactMinute + 22; minute < _stableMinute; minute += 12)
            if (_random.Next(8) > 0) Comms(minute, 1);
        Milestone(_stableMinute, "stable");
        for (var p = 0; p < Probes; p++) Tell(_stableMinute + 1, Probe(_stableMinute + 1, p, "post"));
        for (var s = 0; s < 3; s++) Tell(_stableMinute + 3, Safety(_stableMinute + 3, s, "post"));
        if (_random.Next(10) > 0) Tell(_stableMinute + 6, Writes(_stableMinute + 6));
        Comms(_stableMinute, 2);
        Tell(_stableMinute + 30, At(_stableMinute + 30, "action-item", ("text", "rehearse the fail-over with writes"), ("owner", Person(0)), ("due", "2026-12-01")));
        Tell(_stableMinute + 35, At(_stableMinute + 35, "clock", ("state", "end")));
        return [.. told.OrderBy(t => t.Minute)];

        void Tell(double minute, Event e) => told.Add((minute, e));

        void Milestone(double minute, string what) => Tell(minute, At(minute, "milestone", ("what", what), ("by", Person(0)), ("role", Roles[0])));

        void Comms(double minute, int text) => Tell(minute, At(minute, "comms", ("by", Person(4)), ("role", Roles[4]), ("audience", "customers"), ("text", Phrases.Updates[text])));

        void Decision(double minute, string text, string rationale) => Tell(minute, At(minute, "decision", ("by", Person(0)), ("role", Roles[0]), ("owner", Person(0)),
            ("text", text), ("options", new[] { text, "wait" }), ("rationale", rationale), ("runbook", _random.Next(8) == 0 ? null : "region-failover-drills")));
    }

    private Event Head() => At(0, "exercise", ("v", 1), ("id", $"drill-{_number:000000}"), ("title", $"Evening {_number}"), ("team", $"team-{_number % 7}"), ("tier", _number % 3 == 0 ? "A" : "S"),
        ("services", new object[] { new { name = "checkout", tier = "S", rag = false }, new { name = "chat", tier = "A", rag = !_ragOff } }),
        ("stores", new[] { new { name = "orders", rpo_minutes = 5 } }), ("topology", "region:A(active,write),B(passive,read)"),
        ("roles", Roles.Select((role, i) => (role, person: Person(i))).ToDictionary(r => r.role, r => r.person)),
        ("baseline", new[] { new { service = "checkout", p95_warm_ms = 320, samples = 5000, cache_prefix = "v3", cache_hit_pct = 91.5, queue_depth = 40, error_classes = KnownErrors }, new { service = "chat", p95_warm_ms = 320, samples = 5000, cache_prefix = "v3", cache_hit_pct = 91.5, queue_depth = 40, error_classes = Array.Empty<string>() } }));

    private Event Sample(double minute)
    {
        var (service, bad) = (_random.Next(2) == 0 ? "checkout" : "chat", minute >= _impactMinute && minute < _stableMinute);
        return At(minute, "sli", ("service", service), ("region", bad ? "A" : "B"), ("ok", !bad), ("p95_warm_ms", bad ? _random.Next(600, 2400) : _random.Next(280, 350)), ("samples", _random.Next(200, 900)),
            ("cache_prefix", "v3"), ("cache_hit_pct", _random.Next(880, 940) / 10.0), ("queue_depth", bad ? _random.Next(200, 4000) : _random.Next(20, 60)),
            ("error_pct", bad ? _random.Next(50, 300) / 10.0 : _random.Next(0, 9) / 10.0));
    }

    private Event Error(double minute) => At(minute, "error", ("service", "checkout"), ("region", "A"), ("route", "POST /orders"), ("stage", "headers"), ("code", 500 + _random.Next(4)), ("count", _random.Next(5, 300)));

    private Event Probe(double minute, int number, string phase)
    {
        var after = phase == "post" && _random.Next(6) == 0;
        var question = Phrases.Questions[number % Phrases.Questions.Length];
        var identity = new (string, object?)[]
        {
            ("phase", phase), ("service", "chat"), ("probe_id", $"p-{number:000}"), ("question", question), ("expected_section", Phrases.Sections[number % Phrases.Sections.Length]),
        };
        if (_texts)
            return At(minute, "probe", [.. identity, ("runs", new[] { new { paraphrase = 0, seed = 1, k = 5, question = $"{question} (case {_random.Next(100000)})", retrieved = new[] { new { doc = "handbook", section = Phrases.Sections[number % Phrases.Sections.Length], text = $"{Phrases.Passages[_random.Next(Phrases.Passages.Length)]} See note {_random.Next(100000)}." } } } })]);
        return At(minute, "probe", [.. identity, ("ΔS_q_r", after ? _random.Next(46, 70) / 100.0 : _random.Next(25, 44) / 100.0), ("coverage", after ? _random.Next(45, 69) / 100.0 : _random.Next(71, 88) / 100.0),
            ("λ_state", after ? "←" : "→"), ("citations", new[] { $"doc:handbook#{Phrases.Sections[number % Phrases.Sections.Length]}" }), ("index_family", "docs-v3-green"), ("retriever_metric", "cosine"), ("analyzer", "icu")]);
    }

    private Event Safety(double minute, int number, string phase) =>
        At(minute, "safety", ("phase", phase), ("route", "/chat"), ("kind", Kinds[number]), ("probe", Phrases.Battery[number]), ("held", phase == "baseline" || _random.Next(30) > 0));

    private Event Writes(double minute)
    {
        var (lost, replayed) = (_random.Next(5) == 0 ? _random.Next(1, 4) : 0, _random.Next(20, 60));
        return At(minute, "writes", ("store", "orders"), ("acked", 1000), ("present", 1000 - replayed - 4 - lost), ("replayed", replayed), ("deduped", 0), ("documented_lost", 4), ("duplicates", 0),
            ("newest_recovered_at", Time(_impactMinute - _random.Next(7)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
    }

    private string Person(int role) => People[(role + _number) % People.Length];

    private DateTimeOffset Time(double minute) => _start.AddSeconds(Math.Floor(60 * minute));

    private Event At(double minute, string type, params (string Name, object? Value)[] fields) =>
        Event.Of(type, default, [.. fields.Select(f => (f.Name, f.Value is null ? null : (object)JsonSerializer.SerializeToElement(f.Value)))]) with { At = Time(minute) };
}
