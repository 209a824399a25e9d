namespace TabletopAgent.Tests.Import;

public sealed class AssemblyTests
{
    [Fact]
    public void The_exercise_line_comes_first_and_carries_what_was_read()
    {
        var head = Document.Read(Document.Keys("First detected @10:00", "Repaired @10:30", "**Time to repair**: 50m")).Events[0];
        Assert.Equal(("exercise", "incident", "Incident on 2024-03-04"), (head.Type, head.Text("id"), head.Text("title")));
        Assert.Equal("incident report", head.Fields["source"].GetProperty("format").GetString());
        Assert.Equal("2024-03-04 10:00", head.Fields["stated"].GetProperty("local").GetProperty("detected").GetString());
        Assert.Equal("ttr", head.Fields["findings"][0].GetProperty("kind").GetString());
    }

    [Fact]
    public void Events_stand_in_the_order_of_time()
    {
        var times = Document.Read(Document.Timeline("10:00 Alert", "10:10 Decided to fail over", "10:20 Update posted to customers", "10:30 Service restored")).Events.Select(e => e.At).Where(a => a is not null).ToList();
        Assert.Equal(times.Order(), times);
    }

    [Theory]
    [InlineData("10:10 Decided to fail over", "decision")]
    [InlineData("10:10 Update posted to customers", "comms")]
    [InlineData("10:10 Node rebooted", "note")]
    public void An_entry_is_what_it_says(string entry, string type) => Assert.Contains(Document.Read(Document.Timeline(entry, "10:20 Coffee", "10:30 Tea")).Events, e => e.Type == type && e.Place.Line == 5);

    [Theory]
    [InlineData("../..//x y\n.md", "x-y")]
    [InlineData("...md", "incident")]
    public void An_id_is_fit_for_a_file_name(string file, string id) =>
        Assert.Equal(id, Document.Read(Document.Keys("First detected @10:00", "Repaired @10:30"), name: file).Events[0].Text("id"));

    [Fact]
    public void An_approximate_time_is_marked() =>
        Assert.True(Document.Read(Document.Timeline("~10:00 Alert", "10:30 Service restored")).Events.First(e => e.Type == "milestone").Flag("approx"));
}
