using TabletopAgent.Exercises;
using TabletopAgent.Facts;
using TabletopAgent.Knowledge;

namespace TabletopAgent.Diagnose;

/// <summary>A page and how well it fits the case.</summary>
internal sealed record Ranked(Page Page, double Score);

/// <summary>Orders pages for a case: what the words sound like, which layer is believed, what the pages say, and what rules name.</summary>
internal static class PageRanking
{
    private const double SoundsLike = 1.0, Searched = 0.5, OfLayer = 0.6, Named = 0.3, NamedByRecord = 1.0, PerPlace = 0.04;

    /// <returns>Pages that are searched, best first, with their scores.</returns>
    public static List<Ranked> Of(Exercise exercise, Diagnosis diagnosis, KnowledgeBase knowledge)
    {
        var text = string.Join('\n', exercise.Said.Select(s => s.Text));
        var searched = knowledge.Search.Score(text.Length > 0 ? text : string.Join('\n', diagnosis.Hits.Select(h => h.Rule.Why)));
        var most = searched.DefaultIfEmpty(0).Max();
        var heard = Heard(diagnosis, knowledge);
        var standsFor = StandsFor(knowledge);
        var ranked = new List<Ranked>(knowledge.Pages.Count);
        for (var p = 0; p < knowledge.Pages.Count; p++)
        {
            var page = knowledge.Pages[p];
            var score = most > 0 ? Searched * searched[p] / most : 0;
            if (page.Ours) score += heard[page.Id];
            // Without pages of ours among those searched, words about the pages themselves decide; the layer only breaks near ties.
            else if (standsFor.TryGetValue($"{page.Id}.md", out var ours)) score += heard[ours.Id] - PerPlace * ours.Place;
            else if (standsFor.Count > 0 && page.Layer is not null) score += OfLayer * Belief(diagnosis, page.Layer);
            ranked.Add(new Ranked(page, Math.Round(score, 6)));
        }

        return [.. ranked.OrderByDescending(r => r.Score).ThenByDescending(r => r.Page.Ours).ThenBy(r => r.Page.Id, StringComparer.Ordinal)];
    }

    /// <summary>Likeness, layer and rules for each page of our own form.</summary>
    private static Dictionary<string, double> Heard(Diagnosis diagnosis, KnowledgeBase knowledge)
    {
        var scores = knowledge.Teachers.ToDictionary(t => t.Id, t => OfLayer * Belief(diagnosis, t.Layer!), StringComparer.Ordinal);
        if (diagnosis.Listening is { } listening && listening.Heard.Pages.Max() is > 0 and var most)
            for (var i = 0; i < knowledge.Ear.Pages.Length; i++)
                if (scores.ContainsKey(knowledge.Ear.Pages[i])) scores[knowledge.Ear.Pages[i]] += SoundsLike * listening.Heard.Pages[i] / most;
        // A rule names its best page first; on recorded facts it outranks what the words sound like.
        var named = diagnosis.Hits.SelectMany(h => h.Rule.Pages.Select((p, place) => (Page: p, Score: h.Source == Source.Words ? Named : NamedByRecord - PerPlace * place)));
        foreach (var page in named.GroupBy(n => n.Page, n => n.Score))
            if (scores.ContainsKey(page.Key)) scores[page.Key] += page.Max();
        return scores;
    }

    /// <summary>1 for the named layer, a little less for the second, and for the others by how far behind they are.</summary>
    private static double Belief(Diagnosis diagnosis, string layer)
    {
        for (var s = 0; s < diagnosis.Suspects.Count; s++)
            if (diagnosis.Suspects[s].Layer == layer) return s == 0 ? 1 : 0.9;
        var best = diagnosis.Candidates[0].Value;
        return Math.Max(0, 0.8 - (best - diagnosis.Candidates.First(c => c.Layer == layer).Value));
    }

    /// <summary>Upstream paths by the page of ours that stands for them, while such pages are searched too.</summary>
    private static Dictionary<string, (string Id, int Place)> StandsFor(KnowledgeBase knowledge)
    {
        var standsFor = new Dictionary<string, (string, int)>(StringComparer.Ordinal);
        foreach (var page in knowledge.Pages.Where(p => p.Ours))
            for (var i = 0; i < page.Upstream.Count; i++) standsFor.TryAdd(page.Upstream[i], (page.Id, i));
        return standsFor;
    }
}
