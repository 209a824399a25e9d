using TabletopAgent.Exercises;
using TabletopAgent.Facts;
using TabletopAgent.Hearing;
using TabletopAgent.Measure;

namespace TabletopAgent.Diagnose;

/// <summary>
/// Everything known about a case. Facts of one event belong together, for a rule on stage and code means one and the same event; what
/// was measured over many events, or said in words, stands beside each of them.
/// </summary>
internal sealed class CaseFacts
{
    private static readonly string[] Counts = ["acked", "present", "replayed", "deduped", "documented_lost"];

    /// <summary>What is read of a text, wherever and whenever it is said.</summary>
    private static readonly Memo<List<Fact>> s_read = new();

    private static readonly string[] Observed = ["sli", "error", "writes", "safety", "check"];

    public required IReadOnlyList<Fact> Everywhere { get; init; }
    public required IReadOnlyList<IReadOnlyList<Fact>> OfEvents { get; init; }

    /// <summary>Names of figures that keep their bounds, wherever they stand.</summary>
    public required IReadOnlyList<string> Within { get; init; }

    /// <summary>Names of figures that do not, at least once.</summary>
    public required IReadOnlyList<string> Beyond { get; init; }

    public IEnumerable<Fact> All => Everywhere.Concat(OfEvents.SelectMany(e => e));

    public static CaseFacts Of(Exercise exercise, ProbeBoard board, IReadOnlyList<IndexIdentity> indexes, Targets targets)
    {
        var everywhere = Timed(MeasuredFacts.Of(board, indexes, targets), exercise);
        foreach (var said in exercise.Said) everywhere.AddRange(s_read.Of(said.Text, static text => FactReader.Read(text, default)).Select(f => f with { Place = said.Place, At = said.At }));
        var ratios = new Ratios(exercise.Head);
        // The last row of a store wins.
        var lastOf = exercise.Events.Where(e => e.Type == "writes").GroupBy(e => e.Text("store")).Select(g => g.Last()).ToHashSet();
        var ofEvents = new List<IReadOnlyList<Fact>>();
        foreach (var e in exercise.Events)
        {
            // Of a symptom the words are heard; only a cause that its report names is a fact.
            if (e.Type == "symptom" && e.Text("cause") is { } cause) ofEvents.Add([new Fact("cause", null, cause, Source.Reported, e.Place, e.Text("text") ?? cause, null, e.At)]);
            if (!Observed.Contains(e.Type, StringComparer.Ordinal) || e.Type == "writes" && !lastOf.Contains(e)) continue;
            var facts = Fields(e).ToList();
            if (e.Type == "sli") facts.AddRange(ratios.Facts(e));
            if (e.Type == "writes" && Unaccounted(e) is { } gap) facts.Add(gap);
            if (facts.Count > 0) ofEvents.Add(facts);
        }

        var bounds = new Bounds(targets);
        var (within, beyond) = (new List<string>(), new List<string>());
        foreach (var fact in everywhere.Concat(ofEvents.SelectMany(e => e)))
            if (bounds.Keeps(fact) is { } keeps && (keeps ? within : beyond) is var names && !names.Contains(fact.Name)) names.Add(fact.Name);
        return new CaseFacts { Everywhere = everywhere, OfEvents = ofEvents, Beyond = beyond, Within = [.. within.Except(beyond)] };
    }

    /// <summary>What probes say is known since the first probe of their phase.</summary>
    private static List<Fact> Timed(List<Fact> measured, Exercise exercise)
    {
        if (measured.Count == 0) return measured;
        var probes = exercise.Events.Where(e => e.Type == "probe").ToList();
        var since = probes.Where(e => e.At is not null).GroupBy(e => e.Text("phase") ?? "").ToDictionary(g => g.Key, g => g.Min(e => e.At), StringComparer.Ordinal);
        var phases = probes.GroupBy(e => e.Place).ToDictionary(g => g.Key, g => g.First().Text("phase") ?? "");
        return [.. measured.Select(f => phases.TryGetValue(f.Place, out var phase) && since.TryGetValue(phase, out var at) ? f with { At = at } : f)];
    }

    private static IEnumerable<Fact> Fields(Event e)
    {
        foreach (var name in e.Fields.Keys)
        {
            var quote = $"{e.Type} {name}";
            if (e.Number(name) is { } number) yield return new Fact(name, number, null, Source.Reported, e.Place, quote, null, e.At);
            else if (e.Flag(name) is { } flag) yield return new Fact(name, null, flag ? "true" : "false", Source.Reported, e.Place, quote, null, e.At);
            else if (e.Text(name) is { } text) yield return new Fact(name, null, text, Source.Reported, e.Place, quote, null, e.At);
        }
    }

    /// <summary>Acknowledged writes that are neither there nor explained; what a row leaves out is none, and of a negative count nothing follows.</summary>
    private static Fact? Unaccounted(Event e)
    {
        if (Counts.Any(c => e.Number(c) < 0)) return null;
        if (e.Number("acked") is not { } acked || e.Number("present") is not { } present) return null;
        var gap = acked - present - (e.Number("replayed") ?? 0) - (e.Number("deduped") ?? 0) - (e.Number("documented_lost") ?? 0);
        return new Fact("unaccounted", gap, null, Source.Measured, e.Place, $"writes of {e.Text("store") ?? "a store"}: {acked} acknowledged, {gap} unexplained", null, e.At);
    }
}
