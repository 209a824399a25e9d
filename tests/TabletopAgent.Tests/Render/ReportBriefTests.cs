using TabletopAgent.Render;

namespace TabletopAgent.Tests.Render;

public sealed class ReportBriefTests
{
    [Fact]
    public void Verdict_why_next_and_score_in_a_few_lines()
    {
        var brief = ReportBrief.Of(SampleReport.Fault);
        Assert.StartsWith($"FAULT  {Wording.Headline(SampleReport.Fault.Diagnosis)}\n", brief);
        Assert.Contains($"Next: {SampleReport.Fault.Status.NextFix}\n", brief);
        Assert.Contains("Scorecard ", brief);
        Assert.InRange(brief.Count(c => c == '\n'), 4, 10);
    }

    [Fact]
    public void Without_enough_to_judge_it_asks() => Assert.All(SampleReport.NeedData.Diagnosis.Ask.Take(3), a => Assert.Contains($"  ? {a}\n", ReportBrief.Of(SampleReport.NeedData)));
}
