using System.Text.Json;
using TabletopAgent.Cli;
using TabletopAgent.Exercises;
using TabletopAgent.Render;

namespace TabletopAgent.Tests.Cli;

public sealed class CheckVerbTests
{
    private static readonly IReadOnlyList<Event> Events = [Event.Of("symptom", new Place("brief.md", 2), ("text", "reads\u001b fine"))];
    private static readonly IReadOnlyList<Note> Notes = [TabletopAgent.Notes.NoProbes(new Place("probes"))];

    [Fact]
    public void Text_shows_each_event_with_its_place_then_the_notes()
    {
        var output = new StringWriter();
        CheckVerb.Text(new Terminal(null, output, TextWriter.Null, Ink.None, false), Events, Notes);
        Assert.Equal(
            "brief.md:2  symptom  text=reads␛ fine\n\nNotes on the input\n"
            + "  probes: note TT207: no probes: ΔS, coverage and λ are unmeasured. Give --probes FILE.\n\n1 events, 1 notes\n", output.ToString());
    }

    [Fact]
    public void Json_has_both()
    {
        var output = new StringWriter();
        CheckVerb.Json(new Terminal(null, output, TextWriter.Null, Ink.None, false), Events, Notes);
        var json = JsonElement.Parse(output.ToString());
        Assert.Equal("reads\u001b fine", json.GetProperty("events")[0].GetProperty("text").GetString());
        Assert.Equal(2, json.GetProperty("events")[0].GetProperty("line").GetInt32());
        Assert.Equal("TT207", json.GetProperty("notes")[0].GetProperty("code").GetString());
    }

    [Fact]
    public void Without_input_it_says_what_to_give()
    {
        var error = new StringWriter();
        Assert.Equal(ExitCode.CouldNotRun, CommandLine.Run(["check"], new Terminal(null, TextWriter.Null, error, Ink.None, false)));
        Assert.StartsWith("nothing to check: ", error.ToString());
    }
}
