using TabletopAgent.Import;

namespace TabletopAgent.Tests.Import;

public sealed class StatedJsonTests
{
    [Fact]
    public void What_is_not_said_is_null_and_stands_there()
    {
        var json = StatedJson.Of(Document.Read(Document.Keys("First detected @10:00", "Repaired @10:30", "**Time to repair**: 30m"), "Europe/London").Stated);
        Assert.Equal(
            """{"impact":null,"detected":"2024-03-04T10:00:00Z","declared":null,"mitigated":"2024-03-04T10:30:00Z","resolved":null,"time_to_detect_min":null,"time_to_repair_min":30,"time_to_resolve_min":null,"duration_min":null,"local":{"impact":null,"detected":"2024-03-04 10:00","declared":null,"mitigated":"2024-03-04 10:30","resolved":null},"approx":[],"zone":{"used":"Europe/London","from":"flag"}}""",
            json.GetRawText());
    }
}
