using TabletopAgent.Render;
using TabletopAgent.Tests.Diagnose;
using TabletopAgent.Tests.Measure;

namespace TabletopAgent.Tests.Render;

public sealed class ScorecardTextTests
{
    [Fact]
    public void Verdict_figures_and_what_to_do_next_in_eight_lines()
    {
        var writer = new StringWriter();
        ScorecardText.Write(Shipped.Run(TallyTests.Evening().Events), writer, Ink.None);
        Assert.Equal(
            """
            FAIL  exercise
              RTO        pass        35m of 60m
              RPO        fail        1 unaccounted of 1000
              Semantics  pass        0.4 of 0.45
              Safety     unmeasured
              Ops        fail        1 new classes (0 allowed)
              Docs       fail        2 gaps (0 allowed)
              next: Account for 1 write(s) of orders: replay them or document the loss, then append a writes
                    event.

            """, writer.ToString());
    }
}
