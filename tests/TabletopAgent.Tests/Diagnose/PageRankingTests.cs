using TabletopAgent.Diagnose;
using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Diagnose;

public sealed class PageRankingTests
{
    [Fact]
    public void All_pages_are_ranked_once_and_equal_scores_by_name()
    {
        var ranked = Rank(Shipped.Symptom("stale price pages after the purge"));
        Assert.Equal(Shipped.Knowledge.Pages.Select(p => p.Id).Order(StringComparer.Ordinal), ranked.Order(StringComparer.Ordinal));
        Assert.Equal("edge-cache-invalidation", ranked[0]);
    }

    [Fact]
    public void Pages_that_a_recorded_fact_names_outrank_what_the_words_sound_like()
    {
        var words = Shipped.Symptom("poisoned documents were uploaded and now the assistant quotes them");
        Assert.Equal("index-poisoning", Rank(words).First(IsIndex));
        var probes = Enumerable.Range(1, 12).Select(i => Shipped.Event($$"""{"type":"probe","phase":"post","probe_id":"p-{{i:00}}","ΔS_q_r":0.7,"coverage":0.5}""", i));
        Assert.Equal("embedding-vs-semantic", Rank([words, .. probes]).First(IsIndex));
    }

    private static bool IsIndex(string id) => Shipped.Knowledge.Find(id)!.Layer == "vector-index";

    private static List<string> Rank(params Event[] log) => [.. PageRanking.Of(Exercise.Fold(log), Shipped.Diagnose(log), Shipped.Knowledge).Select(r => r.Page.Id)];
}
