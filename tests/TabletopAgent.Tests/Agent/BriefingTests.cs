using TabletopAgent.Agent;
using TabletopAgent.Measure;
using TabletopAgent.Tests.Diagnose;

namespace TabletopAgent.Tests.Agent;

public sealed class BriefingTests
{
    private const string Log = """
        {"type":"exercise","v":1,"id":"evening","tier":"S","topology":"region:A(active,write)","index":"docs-v3-green metric=cosine","roles":{"incident-commander":"ana"}}
        {"type":"inject","card":"c-1","state":"released","text":"write routes in region A return 500"}
        {"type":"inject","card":"c-2","state":"held","text":"the surprise of the evening"}
        """;

    private static readonly Speaker Ana = new("ana", ["incident-commander"]);

    [Fact]
    public void The_seeds_prompt_is_filled_with_the_exercise_as_it_stands()
    {
        var messages = Messages(Sitting(Log), []);
        var driver = messages[1].Text;
        Assert.Contains("| inject: write routes in region A return 500\n", driver);
        Assert.Contains("| region:A(active,write)\n", driver);
        Assert.Contains("| docs-v3-green metric=cosine\n", driver);
        Assert.Contains("| (none; ΔS and coverage are unmeasured)\n", driver);
        Assert.Contains("ΔS ≤ 0.45 and coverage ≥ 0.7,", driver);
        Assert.Equal(["system", "user", "user", "user"], messages.Select(m => m.Role));
        Assert.Contains("ana (incident-commander) says:\n<<data said ", messages[^1].Text);
    }

    [Fact]
    public void What_is_still_to_come_is_in_no_message() => Assert.DoesNotContain(Messages(Sitting(Log), []), m => m.Text.Contains("surprise", StringComparison.Ordinal));

    [Fact]
    public void It_fits_the_window_however_long_they_talk()
    {
        var talk = string.Join('\n', Enumerable.Range(1, 400).Select(i => $$"""{"type":"note","seq":{{i}},"by":"ana","text":"word {{i}} {{new string('w', 100)}}"}"""));
        var sitting = Sitting($"{Log}\n{talk}");
        var before = Enumerable.Range(1, 400).Select(i => new Exchange(Ana, $"question {i} {new string('q', 100)}", $"answer {i} {new string('a', 300)}", [], 2 + i)).ToList();

        var messages = Messages(sitting, before, 2_000);

        Assert.InRange(messages.Sum(m => Tokens.Of(m.Text) + 4), 1_000, 2_000);
        // The latest as they were; the older ones from the log, in short, and not in the model's words.
        Assert.Contains(messages, m => m.Role == "assistant" && m.Text.StartsWith("answer 400 ", StringComparison.Ordinal));
        Assert.DoesNotContain(messages, m => m.Text.Contains("answer 300 ", StringComparison.Ordinal));
        Assert.Contains("earlier events are left out", messages[2].Text);
    }

    [Fact]
    public void Words_of_the_model_are_never_retold_from_the_log()
    {
        var sitting = Sitting($"{Log}\n{$$"""{"type":"note","seq":4,"by":"{{Conversation.Name}}","text":"what I said before"}"""}");
        Assert.DoesNotContain(Messages(sitting, []), m => m.Text.Contains("what I said before", StringComparison.Ordinal));
    }

    [Fact]
    public void A_prompt_that_cannot_be_used_stops_the_start()
    {
        var folder = Directory.CreateTempSubdirectory("tabletop-prompts-");
        File.Copy(Repository.Path("prompts", "agent.md"), Path.Combine(folder.FullName, "agent.md"));
        File.WriteAllText(Path.Combine(folder.FullName, "driver.md"), "---\nvariables: [symptoms]\n---\n{{symptoms}} {{topology}}\n");
        var notes = new List<Note>();
        Assert.Null(Briefing.Load(folder.FullName, new TabletopAgent.Agent.Gate(), notes));
        Assert.Equal("driver.md:4: error TT740: uses {{topology}}, which its front matter does not name. Add it under variables, or take it out.", Assert.Single(notes).ToString());
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Secrets_do_not_leave()
    {
        var sitting = Sitting($"{Log}\n{"""{"type":"symptom","text":"login fails with password: Tr0ub4dor&3 for ana@example.com"}"""}");
        var messages = Messages(sitting, [new Exchange(Ana, "mail bo@example.com", "I know bo@example.com", [], 3)]);
        Assert.DoesNotContain(messages, m => m.Text.Contains("Tr0ub4dor", StringComparison.Ordinal) || m.Text.Contains("@example.com", StringComparison.Ordinal));
    }

    private static Sitting Sitting(string log) => new(Shipped.Log(log), [], () => Shipped.Knowledge, Targets.Default, null, TimeProvider.System);

    private static IReadOnlyList<Message> Messages(Sitting sitting, IReadOnlyList<Exchange> before, int tokens = 8_000)
    {
        var notes = new List<Note>();
        var briefing = Briefing.Load(Repository.Path("prompts"), new TabletopAgent.Agent.Gate(), notes);
        Assert.Empty(notes);
        return briefing!.Messages(sitting, new Turn(Ana, "what next?", before), tokens);
    }
}
