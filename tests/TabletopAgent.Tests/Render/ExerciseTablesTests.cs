using TabletopAgent.Render;
using TabletopAgent.Tests.Diagnose;
using TabletopAgent.Tests.Measure;

namespace TabletopAgent.Tests.Render;

public sealed class ExerciseTablesTests
{
    private static string Of(Report report)
    {
        var writer = new StringWriter();
        foreach (var (title, head, rows) in ExerciseTables.Of(report).Where(t => t.Rows.Count > 0))
        {
            writer.Write($"{title}\n");
            TextTable.Write(writer, head, rows, Ink.None);
        }

        return writer.ToString();
    }

    [Fact]
    public void What_was_measured_of_an_evening() => Assert.Equal(
        """
        Times on 2026-05-04, UTC
                     measured  stated
          impact     14:10     –
          detected   14:20     –
          declared   –         14:15
          mitigated  14:55     –
          cutover    14:45     –
          stable     14:55     –
        Services
          service  tier  RTO     verdict
          chat     A     35 min  pass
          search   A     0 min   pass
        Writes
          store   acked  present  replayed  deduped  documented lost  unaccounted  duplicates  data age  verdict
          orders  1000   960      30        6        3                1            –           –         fail
        Exact checks
          check  held  evidence
          keys   no    –

        """, Of(Shipped.Run(TallyTests.Evening().Events)));

    [Fact]
    public void Times_of_several_days_are_said_in_full()
    {
        var report = SampleReport.Fault with { Times = SampleReport.Fault.Times with { Stable = "2026-05-05T00:10:30Z" } };
        Assert.Contains("stable    2026-05-05 00:10:30", Of(report), StringComparison.Ordinal);
        Assert.Contains("impact    2026-05-04 14:10     ", Of(report), StringComparison.Ordinal);
    }

    [Fact]
    public void A_brief_has_none() => Assert.Equal("", Of(Shipped.Run(Shipped.Symptom("queue depth climbs"))));
}
