using TabletopAgent.Knowledge;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Diagnose;

public sealed class PrescriberTests
{
    private const string Page = "cold-start-concurrency";

    [Theory]
    [InlineData(38, 99.5, true, false)]
    [InlineData(38, 91, true, true)]
    public void A_step_whose_condition_is_known_to_be_false_is_left_out(double cold, double first, bool reserve, bool retry)
    {
        var guide = GuideReader.Read(KnowledgeBase.Open(Shipped.Knowledge.Find(Page)!)!);
        var onCold = guide.Steps.First(s => s.When?.Contains("cold_share_pct > 5", StringComparison.Ordinal) == true).Text;
        var onFirst = guide.Steps.First(s => s.When?.Contains("first_hit_pct < 98", StringComparison.Ordinal) == true).Text;
        var steps = Run($$"""{"type":"sli","at":"2026-05-04T14:05:00Z","cold_share_pct":{{cold}},"ttfb_cold_ms":9000,"first_hit_pct":{{first}}}""").Diagnosis.Steps.Where(s => s.Page == Page).Select(s => s.Text).ToList();
        Assert.Equal((reserve, retry), (steps.Contains(onCold), steps.Contains(onFirst)));
    }

    [Fact]
    public void Steps_keep_the_order_of_their_page()
    {
        var report = Run("""{"type":"sli","at":"2026-05-04T14:05:00Z","cold_share_pct":38,"ttfb_cold_ms":9000}""");
        var order = GuideReader.Read(KnowledgeBase.Open(Shipped.Knowledge.Find(Page)!)!).Steps.Select(s => s.Text).ToList();
        var places = report.Diagnosis.Steps.Where(s => s.Page == Page).Select(s => order.IndexOf(s.Text)).ToList();
        Assert.NotEmpty(places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Healthy_and_undecidable_cases_prescribe_nothing()
    {
        Assert.Empty(Run("""{"type":"sli","at":"2026-05-04T14:05:00Z","error_pct":0.1}""").Diagnosis.Steps);
        Assert.Empty(Shipped.Run(Shipped.Symptom("it feels weird")).Diagnosis.Pages);
    }

    /// <summary>Nothing of ours is searched; the steps come from pages that know nothing of our form, and say where they stand.</summary>
    [Fact]
    public void Foreign_runbooks_alone_give_steps_from_sections_that_exist()
    {
        var folder = Directory.CreateTempSubdirectory("tabletop-runbooks-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "queues.md"), "# Stuck queue\n\n## What you see\n- webhooks arrive twice, queue depth climbs\n\n## What to do\n1. Pause the retry worker.\n2. Replay with dedupe keys.\n");
            File.WriteAllText(Path.Combine(folder.FullName, "cdn.md"), "# Stale CDN pages\n\n## Signs\n- old prices after a purge\n\n## Fix\n- Purge by tag.\n- Check Age at three edges.\n");
            File.WriteAllText(Path.Combine(folder.FullName, "keys.md"), "# Key rotation\n\n## Signs\n- 401 after a rotation\n\n## Runbook\n- Accept both keys.\n");
            var knowledge = KnowledgeBase.Load(Repository.Path("knowledge"), [folder.FullName], null);
            Assert.Equal(["cdn", "keys", "queues"], knowledge.Pages.Select(p => p.Id));

            var report = Tabletop.Run([Shipped.Symptom("webhooks arrive twice and queue depth climbs by 5x while 22 percent of writes fail")], [], knowledge, Targets.Default);
            Assert.Equal("Pause the retry worker.", report.Diagnosis.Steps[0].Text);
            Repository.None(Citations.Dead(report, knowledge));
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static Report Run(string log) => Shipped.Run(Shipped.Log(log));
}
