using TabletopAgent.Exercises;
using TabletopAgent.Facts;
using TabletopAgent.Knowledge;

namespace TabletopAgent.Diagnose;

/// <summary>
/// Names the failing layer. Recorded facts outrank words; among them the earliest decides, then weight, then the order of the layers.
/// With words alone the layer that they sound most like is named, with low confidence; and where they sound like no fault, or like
/// nothing that can be told, that is the verdict.
/// </summary>
internal static class Diagnoser
{
    /// <summary>A rule on spoken facts moves belief by this much per point of its weight.</summary>
    private const double PerWeight = 0.05;

    private const double PerFigure = 0.2;

    /// <summary>A figure inside its bounds speaks for healthy, one outside against it.</summary>
    private const double PerKept = 0.3;

    private const int MostFigures = 3;

    /// <summary>A rule of this weight that rests on two figures or more decides, whatever the words sound like.</summary>
    private const int Decisive = 9;

    /// <summary>Weight from which a rule on spoken facts is enough to name a second fault.</summary>
    private const int Telling = 6;

    /// <summary>How sure a reading as two faults must be: of our own lines held back, one single fault in ten is read as two.</summary>
    private const double SecondFault = -0.05;

    /// <summary>
    /// Margins from which healthy and undecidable are believed: set where, of 160 faults written by a hand that never saw our lines, one
    /// in a hundred is taken for either.
    /// </summary>
    private const double Healthy = -0.25, NeedData = -0.8;

    public static Diagnosis Of(Exercise exercise, CaseFacts facts, KnowledgeBase knowledge)
    {
        var hits = Hit.Of(knowledge.Rules, facts);
        var listening = Listening.To(exercise.Said, knowledge.Ear);
        var candidates = Believe(hits, listening);
        var recorded = hits.Where(h => h.Source != Source.Words).ToList();
        if (recorded.Count > 0) return Fault(Recorded(recorded, hits, listening, candidates), candidates, facts, hits, listening);
        if (listening is null) return Silent(exercise, facts, hits, candidates);

        if (hits.Exists(Decides)) return Fault(Spoken(hits, listening, candidates), candidates, facts, hits, listening);

        // What rules add to the best layer speaks against a quiet verdict as well.
        var against = candidates[0].Value - listening.Most;
        // A report with figures is not vague.
        var figures = PerFigure * Math.Min(MostFigures, facts.Everywhere.Count(f => f.Source == Source.Words));
        // Figures outside their bounds speak against healthy even where no rule says of which layer; those inside speak for it unless some are outside.
        var kept = facts.Beyond.Count > 0 ? -facts.Beyond.Count : hits.Count > 0 ? 0 : facts.Within.Count;
        var (healthy, needData) = (listening.Healthy - against + PerKept * Math.Clamp(kept, -MostFigures, MostFigures), listening.NeedData - against - figures);
        if (needData > NeedData && needData - NeedData > healthy - Healthy)
            return new Diagnosis("need_data", "The report is too vague to tell one layer from another.", [], null, candidates, facts, hits, listening);
        if (healthy > Healthy)
            return new Diagnosis("healthy", "What is reported is expected, inside its bounds, or did no harm.", [], null, candidates, facts, hits, listening);
        return Fault(Spoken(hits, listening, candidates), candidates, facts, hits, listening);
    }

    private static List<Belief> Believe(List<Hit> hits, Listening? listening)
    {
        var beliefs = new List<Belief>();
        foreach (var layer in Layers.All)
        {
            var (weight, decided) = (0, 0);
            foreach (var hit in hits)
            {
                if (hit.Rule.Layer != layer) continue;
                weight += hit.Rule.Weight;
                if (Decides(hit)) decided = 1;
            }

            beliefs.Add(new Belief(layer, (listening?.Margin(layer) ?? -1) + PerWeight * weight, decided));
        }

        beliefs.Sort((a, b) =>
            a.Decided != b.Decided ? b.Decided - a.Decided
            : Math.Round(b.Value, 6).CompareTo(Math.Round(a.Value, 6)) is var value and not 0 ? value
            : Layers.Order(a.Layer) - Layers.Order(b.Layer));
        return beliefs;
    }

    private static bool Decides(Hit hit) => hit.Rule.Weight >= Decisive && hit.Facts.Select(f => f.Name).Distinct().Count() > 1;

    /// <summary>Layers with recorded evidence: the telling ones before hints, earliest first seen, then heaviest.</summary>
    private static List<Suspect> Recorded(List<Hit> recorded, List<Hit> hits, Listening? listening, List<Belief> candidates)
    {
        var layers = recorded.GroupBy(h => h.Rule.Layer)
            .Select(g => (Layer: g.Key, Telling: g.Any(h => h.Rule.Weight >= Telling), Hits: g.Any(h => h.Rule.Weight >= Telling) ? g.Where(h => h.Rule.Weight >= Telling).ToList() : [.. g]))
            .OrderByDescending(g => g.Telling).ThenBy(g => g.Hits.Min(h => h.FirstSeen) ?? DateTimeOffset.MaxValue)
            .ThenByDescending(g => g.Hits.Max(h => h.Rule.Weight)).ThenByDescending(g => g.Hits.Sum(h => h.Rule.Weight)).ThenBy(g => Layers.Order(g.Layer))
            .Select(g => g.Layer).ToList();
        // What the first layer explains is no second fault.
        var explained = recorded.Where(h => h.Rule.Layer == layers[0]).SelectMany(h => h.Facts).ToHashSet();
        layers.RemoveAll(l => l != layers[0] && recorded.Where(h => h.Rule.Layer == l).All(h => h.Facts.All(explained.Contains)));
        if (layers.Count == 1 && Alone(layers[0], hits) is { } alone) layers.Add(alone.Rule.Layer);
        // Words that plainly name another layer are evidence of their own for a second fault.
        if (layers.Count == 1 && listening is not null && candidates.FirstOrDefault(c => c.Layer != layers[0]) is { Value: > 0 } spoken) layers.Add(spoken.Layer);
        return [.. layers.Select(l => Suspect(l, hits, listening, null))];
    }

    private static List<Suspect> Spoken(List<Hit> hits, Listening listening, List<Belief> candidates)
    {
        var first = candidates[0].Layer;
        var suspects = new List<Suspect>();
        if (listening.Two is { } two && two.Surety >= SecondFault && (two.FirstLayer == first || two.SecondLayer == first))
        {
            var firstWords = two.FirstLayer == first ? two.First : two.Second;
            var other = two.FirstLayer == first ? (Layer: two.SecondLayer, Words: two.Second) : (Layer: two.FirstLayer, Words: two.First);
            suspects.Add(Suspect(first, hits, listening, firstWords));
            suspects.Add(Suspect(other.Layer, hits, listening, other.Words));
        }
        else suspects.Add(Suspect(first, hits, listening, null));

        // A fact of its own speaks for a second fault too.
        if (suspects.Count == 1 && Alone(first, hits) is { } alone) suspects.Add(Suspect(alone.Rule.Layer, hits, listening, null));
        // And so do the words, where facts named the first layer against them.
        if (suspects.Count == 1 && listening.Loudest is var loudest && loudest != first) suspects.Add(Suspect(loudest, hits, listening, null));
        return suspects;
    }

    /// <summary>The heaviest rule for another layer that rests on facts which say nothing about the first.</summary>
    private static Hit? Alone(string first, List<Hit> hits)
    {
        var taken = hits.Where(h => h.Rule.Layer == first).SelectMany(h => h.Facts).ToHashSet();
        Hit? heaviest = null;
        foreach (var hit in hits)
            if (hit.Rule.Layer != first && hit.Rule.Weight >= Telling && !hit.Facts.Any(taken.Contains) && !(heaviest?.Rule.Weight >= hit.Rule.Weight)) heaviest = hit;
        return heaviest;
    }

    private static Suspect Suspect(string layer, List<Hit> hits, Listening? listening, string? words) =>
        new(layer, [.. hits.Where(h => h.Rule.Layer == layer)], words, listening?.Margin(layer) ?? -1);

    private static Diagnosis Fault(List<Suspect> suspects, List<Belief> candidates, CaseFacts facts, List<Hit> hits, Listening? listening)
    {
        var chosen = suspects.Take(2).ToList();
        var next = candidates.First(c => chosen.All(s => s.Layer != c.Layer)).Layer;
        var reason = chosen[0].Recorded.FirstOrDefault() is { } hit ? hit.Rule.Why : $"The words sound most like {chosen[0].Layer}.";
        return new Diagnosis("fault", reason, chosen, Suspect(next, hits, listening, null), candidates, facts, hits, listening);
    }

    /// <summary>No words and no rule: everything measured is within its bars, or nothing was measured, or it says no layer.</summary>
    private static Diagnosis Silent(Exercise exercise, CaseFacts facts, List<Hit> hits, List<Belief> candidates) =>
        facts.Beyond.Count > 0
            ? new Diagnosis("need_data", $"{string.Join(", ", facts.Beyond)} is beyond its bar, and nothing recorded says which layer fails.", [], null, candidates, facts, hits, null)
        : facts.Within.Count > 0
            ? new Diagnosis("healthy", "No symptom is given, and no recorded figure crosses a bar.", [], null, candidates, facts, hits, null)
            : new Diagnosis("need_data", exercise.Events.Count == 0 ? "Nothing was given." : "No symptom is given and nothing was measured.", [], null, candidates, facts, hits, null);
}
