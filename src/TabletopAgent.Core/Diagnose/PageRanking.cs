using System.Runtime.CompilerServices;
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
        var most = Most(searched);
        var (place, standsFor) = s_laid.GetValue(knowledge, static k => new Laid(Places(k.Teachers), StandsFor(k)));
        var heard = Heard(diagnosis, knowledge, place);
        var ranked = new List<Ranked>(knowledge.Pages.Count);
        for (var p = 0; p < knowledge.Pages.Count; p++)
        {
            var page = knowledge.Pages[p];
            var score = most > 0 ? Searched * searched[p] / most : 0;
            if (page.Ours) score += heard[place[page.Id]];
            // Without pages of ours among those searched, words about the pages themselves decide; the layer only breaks near ties.
            else if (standsFor.TryGetValue($"{page.Id}.md", out var ours)) score += heard[place[ours.Page.Id]] - PerPlace * ours.Place;
            else if (standsFor.Count > 0 && page.Layer is not null) score += OfLayer * Belief(diagnosis, page.Layer);
            ranked.Add(new Ranked(page, Math.Round(score, 6)));
        }

        ranked.Sort((a, b) =>
            b.Score.CompareTo(a.Score) is var score and not 0 ? score : a.Page.Ours != b.Page.Ours ? a.Page.Ours ? -1 : 1 : string.CompareOrdinal(a.Page.Id, b.Page.Id));
        return ranked;
    }

    /// <summary>Likeness, layer and rules for each page of our own form, by its place among them.</summary>
    private static double[] Heard(Diagnosis diagnosis, KnowledgeBase knowledge, Dictionary<string, int> place)
    {
        var scores = new double[knowledge.Teachers.Count];
        for (var t = 0; t < scores.Length; t++) scores[t] = OfLayer * Belief(diagnosis, knowledge.Teachers[t].Layer!);
        if (diagnosis.Listening is { } listening && Most(listening.Heard.Pages) is > 0 and var most)
            for (var i = 0; i < knowledge.Ear.Pages.Length; i++)
                if (place.TryGetValue(knowledge.Ear.Pages[i], out var at)) scores[at] += SoundsLike * listening.Heard.Pages[i] / most;
        // A rule names its best page first; on recorded facts it outranks what the words sound like.
        var named = new double[scores.Length];
        foreach (var hit in diagnosis.Hits)
            for (var n = 0; n < hit.Rule.Pages.Count; n++)
                if (place.TryGetValue(hit.Rule.Pages[n], out var at)) named[at] = Math.Max(named[at], hit.Source == Source.Words ? Named : NamedByRecord - PerPlace * n);
        for (var t = 0; t < scores.Length; t++) scores[t] += named[t];
        return scores;
    }

    private static Dictionary<string, int> Places(IReadOnlyList<Page> pages)
    {
        var places = new Dictionary<string, int>(pages.Count, StringComparer.Ordinal);
        for (var p = 0; p < pages.Count; p++) places[pages[p].Id] = p;
        return places;
    }

    private static double Most(double[] scores)
    {
        var most = 0.0;
        foreach (var score in scores) most = Math.Max(most, score);
        return most;
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
    private static Dictionary<string, Standing> StandsFor(KnowledgeBase knowledge)
    {
        var standsFor = new Dictionary<string, Standing>(StringComparer.Ordinal);
        foreach (var page in knowledge.Pages.Where(p => p.Ours))
            for (var i = 0; i < page.Upstream.Count; i++) standsFor.TryAdd(page.Upstream[i], new Standing(page, i));
        return standsFor;
    }

    private sealed record Standing(Page Page, int Place);

    /// <summary>What follows from the knowledge alone.</summary>
    private sealed record Laid(Dictionary<string, int> Place, Dictionary<string, Standing> StandsFor);

    private static readonly ConditionalWeakTable<KnowledgeBase, Laid> s_laid = new();
}
