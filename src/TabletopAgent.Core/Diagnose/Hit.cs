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
        var everywhere = facts.Everywhere.ToLookup(f => f.Name, StringComparer.Ordinal);
        var scopes = facts.OfEvents.Select(e => e.Concat(facts.Everywhere).ToLookup(f => f.Name, StringComparer.Ordinal)).Prepend(everywhere).ToList();
        var hits = new List<Hit>();
        foreach (var rule in rules)
        {
            foreach (var scope in scopes)
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
