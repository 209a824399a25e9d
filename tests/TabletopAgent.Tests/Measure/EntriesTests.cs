using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class EntriesTests
{
    private static string Of(Incident log, string type = "comms")
    {
        var entries = new Entries();
        foreach (var e in log.Events) entries.Add(e);
        return string.Join(' ', entries.Of(type).Select(e => e.Text("text")));
    }

    [Fact]
    public void By_time_then_number_then_line_and_what_has_no_time_last_as_it_came() => Assert.Equal("a b c d y x", Of(new Incident()
        .At(null, "comms", "'text':'y'").At("14:20", "comms", "'text':'c','seq':9").At("14:20", "comms", "'text':'b','seq':3").At("14:10", "comms", "'text':'a'")
        .At("14:20", "comms", "'text':'d'").At(null, "comms", "'text':'x'")));

    [Fact]
    public void A_type_that_nobody_wrote_is_empty() => Assert.Equal("", Of(new Incident().At("14:10", "note", "'text':'a'")));
}
