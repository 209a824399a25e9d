using System.Text.Json;
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
    private readonly Dictionary<string, (ulong Name, double[] Numbers, bool Words)> _names = new(StringComparer.Ordinal);

    public Cuts(KnowledgeBase knowledge, Targets targets)
    {
        var steps = knowledge.Remedies.Values.SelectMany(r => r.Steps).Select(s => s.When is { } when ? Predicate.Parse(when.Trim('`', ' '), out _) : null).OfType<Predicate>();
        var conditions = knowledge.Rules.Select(r => r.When).Concat(steps).SelectMany(p => p.AnyOf).SelectMany(all => all).ToLookup(c => c.Fact, StringComparer.Ordinal);
        foreach (var name in conditions.Select(c => c.Key).Union(FactNames.Units.Keys))
        {
            var numbers = conditions[name].Select(c => c.Number).OfType<double>().Concat(Bounded(name, targets)).Distinct().Order().ToArray();
            _names[name] = (Mixed(name), numbers, conditions[name].Any(c => c.Word is not null));
        }
    }

    /// <summary>One number for all events that tell the same.</summary>
    /// <param name="ratios">What follows from the event and its baseline.</param>
    public ulong Of(Event e, IEnumerable<(string Name, double Value)> ratios)
    {
        var told = 0UL;
        foreach (var (name, value) in e.Fields)
        {
            if (!_names.TryGetValue(name, out var cut)) continue;
            if (value.ValueKind == JsonValueKind.Number)
            {
                if (value.TryGetDouble(out var number) && double.IsFinite(number)) told += Place(cut, number);
            }
            else if (cut.Words && value.ValueKind is JsonValueKind.String or JsonValueKind.True or JsonValueKind.False)
                told += Mixed(cut.Name + Mixed(value.ValueKind == JsonValueKind.String ? Json.Text(value) : value.ValueKind == JsonValueKind.True ? "true" : "false"));
        }

        foreach (var (name, value) in ratios)
            if (_names.TryGetValue(name, out var cut)) told += Place(cut, value);
        return told;
    }

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
