using TabletopAgent.Facts;
using TabletopAgent.Knowledge;

namespace TabletopAgent.Diagnose;

/// <summary>A rule that holds, and the facts it rests on.</summary>
internal sealed record Hit(Rule Rule, IReadOnlyList<Fact> Facts)
{
    /// <summary>A hit is only as good as the weakest fact it rests on.</summary>
    public Source Source => Facts.Min(f => f.Source);

    public DateTimeOffset? FirstSeen => Facts.Max(f => f.At);

    /// <summary>All rules that hold, strongest source first, then weight.</summary>
    public static List<Hit> Of(IReadOnlyList<Rule> rules, CaseFacts facts)
    {
        // The best known fact of a name is asked first, and of these the earliest.
        var pooled = facts.All.Where(f => FactNames.Units.ContainsKey(f.Name))
            .OrderByDescending(f => f.Source).ThenBy(f => f.At ?? DateTimeOffset.MaxValue).ToLookup(f => f.Name, StringComparer.Ordinal);
        var events = facts.OfEvents.Select(e => e.Concat(facts.Everywhere).ToLookup(f => f.Name, StringComparer.Ordinal))
            .Append(facts.Everywhere.ToLookup(f => f.Name, StringComparer.Ordinal)).ToList();
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

        return [.. hits.OrderByDescending(h => h.Source).ThenByDescending(h => h.Rule.Weight).ThenBy(h => h.Rule.Id, StringComparer.Ordinal)];
    }
}
