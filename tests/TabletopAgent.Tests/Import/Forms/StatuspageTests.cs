using TabletopAgent.Import;
using TabletopAgent.Import.Forms;

namespace TabletopAgent.Tests.Import.Forms;

public sealed class StatuspageTests
{
    private const string Incident = """{"name":"Slow","created_at":"2024-01-01T10:00:00-06:00","resolved_at":null,"incident_updates":[{"status":"monitoring","body":"watching","created_at":"2024-01-01T10:30:00-06:00"}]}""";

    [Theory]
    [InlineData(Incident, 1)]
    [InlineData("[" + Incident + "," + Incident + "]", 2)]
    [InlineData("{\"incident\":" + Incident + "}", 1)]
    [InlineData("{\"page\":{},\"incidents\":[" + Incident + "]}", 1)]
    [InlineData("{\"incidents\":[]}", 0)]
    public void Incidents_are_found_wherever_they_stand(string json, int count) => Assert.Equal(count, Statuspage.Incidents(JsonTree.Read("x.json", json, [])!).Count());

    [Fact]
    public void Times_stay_on_the_clock_of_the_page()
    {
        var read = Importer.Read("x.json", Incident, new ImportOptions(), []).Single();
        Assert.Equal(("UTC-06:00", "2024-01-01 10:30"), (read.Stated.Zone.Name, read.Stated.Times[Mark.Mitigated].Local.ToString("yyyy-MM-dd HH:mm")));
        Assert.False(read.Stated.Times.ContainsKey(Mark.Resolved));
    }
}
