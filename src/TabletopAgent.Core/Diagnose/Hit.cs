using System.Runtime.CompilerServices;
using TabletopAgent.Facts;
using TabletopAgent.Knowledge;

namespace TabletopAgent.Diagnose;

/// <summary>A rule that holds, and the facts it rests on.</summary>
internal sealed record Hit(Rule Rule, IReadOnlyList<Fact> Facts)
{
    /// <summary>A hit is only as good as the weakest fact it rests on.</summary>
    public Source Source
    {
        get
        {
            var weakest = Facts[0].Source;
            foreach (var fact in Facts)
                if (fact.Source < weakest) weakest = fact.Source;
            return weakest;
        }
    }

    /// <summary>When the last fact that it needs was there; null where no fact has a time.</summary>
    public DateTimeOffset? FirstSeen
    {
        get
        {
            DateTimeOffset? last = null;
            foreach (var fact in Facts)
                if (fact.At is { } at && !(last >= at)) last = at;
            return last;
        }
    }

    // Comparers of whole records: sorting by a number or a time is compiled at every start.
    private static readonly Comparer<Fact> BestKnown = Comparer<Fact>.Create((a, b) =>
        a.Source != b.Source ? b.Source - a.Source : (a.At ?? DateTimeOffset.MaxValue).CompareTo(b.At ?? DateTimeOffset.MaxValue));

    private static readonly Comparer<Hit> Strongest = Comparer<Hit>.Create((a, b) =>
        a.Source != b.Source ? b.Source - a.Source : a.Rule.Weight != b.Rule.Weight ? b.Rule.Weight - a.Rule.Weight : string.CompareOrdinal(a.Rule.Id, b.Rule.Id));

    /// <summary>The names that the rules ask for.</summary>
    private static readonly ConditionalWeakTable<IReadOnlyList<Rule>, HashSet<string>> s_asked = new();

    /// <summary>All rules that hold, strongest source first, then weight.</summary>
    public static List<Hit> Of(IReadOnlyList<Rule> rules, CaseFacts facts)
    {
        // The best known fact of a name is asked first, and of these the earliest.
        var pooled = facts.All.Where(f => FactNames.Units.ContainsKey(f.Name))
            .Order(BestKnown).ToLookup(f => f.Name, StringComparer.Ordinal);
        // What no rule names need not be laid out; an event without the rest is like no event.
        var asked = s_asked.GetValue(rules, static all => [.. all.SelectMany(r => r.When.AnyOf).SelectMany(a => a).Select(c => c.Fact)]);
        var everywhere = facts.Everywhere.ToLookup(f => f.Name, StringComparer.Ordinal);
        var events = facts.OfEvents.Select(e => e.Where(f => asked.Contains(f.Name)).ToList())
            .Select(e => e.Count == 0 ? everywhere : e.Concat(facts.Everywhere).ToLookup(f => f.Name, StringComparer.Ordinal)).Append(everywhere).Distinct().ToList();
        var hits = new List<Hit>();
        foreach (var rule in rules)
        {
            // Figures of a case belong together; stage, code, ok and the like mean one and the same event.
            var measures = rule.When.AnyOf.All(all => all.All(c => FactNames.Units.ContainsKey(c.Fact)));
            foreach (var scope in measures ? [pooled] : events)
            {
                var restsOn = new List<Fact>();
                if (rule.When.Holds(scope, restsOn) != true) continue;
                hits.Add(new Hit(rule, restsOn));
                break;
            }
        }

        return [.. hits.Order(Strongest)];
    }
}
