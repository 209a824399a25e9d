using System.Runtime.CompilerServices;
using TabletopAgent.Exercises;
using TabletopAgent.Facts;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;

namespace TabletopAgent.Diagnose;

/// <summary>
/// Where a figure begins to mean something else: the numbers that rules, steps and bounds compare it with. Two events that lie between the
/// same cuts in all they record are evidence of the same.
/// </summary>
internal sealed class Cuts
{
    private static readonly ConditionalWeakTable<KnowledgeBase, Cuts> s_last = new();

    private readonly Targets _targets;
    private readonly Dictionary<string, (ulong Name, double[] Numbers, bool Words)> _names = new(StringComparer.Ordinal);

    private Cuts(KnowledgeBase knowledge, Targets targets)
    {
        _targets = targets;
        var steps = knowledge.Remedies.Values.SelectMany(r => r.Steps).Select(s => s.When is { } when ? Predicate.Parse(when.Trim('`', ' '), out _) : null).OfType<Predicate>();
        var conditions = knowledge.Rules.Select(r => r.When).Concat(steps).SelectMany(p => p.AnyOf).SelectMany(all => all).ToLookup(c => c.Fact, StringComparer.Ordinal);
        foreach (var name in conditions.Select(c => c.Key).Union(FactNames.Units.Keys))
        {
            var numbers = conditions[name].Select(c => c.Number).OfType<double>().Concat(Bounded(name, targets)).Distinct().Order().ToArray();
            _names[name] = (Mixed(name), numbers, conditions[name].Any(c => c.Word is not null));
        }
    }

    /// <summary>The same for every exercise that is judged by one knowledge and one set of targets.</summary>
    public static Cuts Of(KnowledgeBase knowledge, Targets targets)
    {
        if (s_last.TryGetValue(knowledge, out var known) && known._targets == targets) return known;
        var cuts = new Cuts(knowledge, targets);
        s_last.AddOrUpdate(knowledge, cuts);
        return cuts;
    }

    /// <summary>One number for all events that tell the same.</summary>
    /// <param name="ratios">What follows from the event and its baseline.</param>
    public ulong Of(Event e, SampleRatios ratios)
    {
        var told = 0UL;
        if (e.Fields is LineFields line)
            foreach (var slot in line.Slots) told += Told(e, slot.Name.Name);
        else
            foreach (var name in e.Fields.Keys) told += Told(e, name);
        return told + Place("p95_ratio", ratios.P95) + Place("queue_ratio", ratios.Queue) + Place("cache_drop_points", ratios.CacheDrop);
    }

    private ulong Told(Event e, string name)
    {
        if (!_names.TryGetValue(name, out var cut)) return 0;
        if (e.Number(name) is { } number) return Place(cut, number);
        if (!cut.Words) return 0;
        if (e.Flag(name) is { } flag) return Mixed(cut.Name + (flag ? 1UL : 2UL));
        return e.Text(name) is { } text ? Mixed(cut.Name + Mixed(text)) : 0;
    }

    private ulong Place(string name, double? value) => value is { } v && _names.TryGetValue(name, out var cut) ? Place(cut, v) : 0;

    /// <summary>Below, at, or above each cut.</summary>
    private static ulong Place((ulong Name, double[] Numbers, bool) cut, double value)
    {
        var at = Array.BinarySearch(cut.Numbers, Math.Round(value, 4));
        return Mixed(cut.Name + (ulong)(at >= 0 ? 2 * at + 1 : 2 * ~at));
    }

    private static IEnumerable<double> Bounded(string name, Targets targets) => name == "lost_writes" ? [targets.Unaccounted] : targets.ForFact(name);

    /// <summary>FNV-1a, then mixed.</summary>
    private static ulong Mixed(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text) hash = (hash ^ c) * 1099511628211UL;
        return Mixed(hash);
    }

    /// <summary>SplitMix64: sums of such numbers tell sets apart, whatever their order.</summary>
    private static ulong Mixed(ulong x)
    {
        x += 0x9E3779B97F4A7C15UL;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}
