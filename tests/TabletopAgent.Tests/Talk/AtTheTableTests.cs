using TabletopAgent.Knowledge;
using TabletopAgent.Measure;
using TabletopAgent.Render;
using TabletopAgent.Talk;
using TabletopAgent.Tests.Diagnose;
using Evening = TabletopAgent.Tests.Play.Evening;

namespace TabletopAgent.Tests.Talk;

public sealed class AtTheTableTests
{
    [Theory]
    [InlineData("/failing")]
    [InlineData("/why-not cache")]
    [InlineData("/fix")]
    [InlineData("/steps")]
    [InlineData("/actions")]
    [InlineData("/need")]
    [InlineData("/what-if coverage rises to 0.8")]
    [InlineData("/page")]
    [InlineData("/page #checks")]
    public void What_fails_is_told_to_the_facilitator_and_at_the_end_to_all(string line)
    {
        var evening = Evening.Started();
        const string theirs = "While the exercise runs that is yours to find";
        Assert.StartsWith(theirs, Ask(evening, "Ines", line));
        Assert.DoesNotContain(theirs, Ask(evening, "Fay", line));
        evening.Says("Fay", "/end");
        Assert.DoesNotContain(theirs, Ask(evening, "Ines", line));
    }

    [Theory]
    [InlineData("/page secrets-rotation", "secrets-rotation: ")]
    [InlineData("/find stale pages after purge", "edge-cache-invalidation")]
    [InlineData("/probes", "No probes yet")]
    [InlineData("/list inject", "No inject")]
    public void Everybody_may_read(string line, string says) => Assert.StartsWith(says, Ask(Evening.Started(), "Ines", line));

    [Theory]
    [InlineData("/status")]
    [InlineData("/next")]
    [InlineData("no command")]
    public void What_is_the_sessions_is_left_to_it(string line) => Assert.Null(Ask(Evening.Started(), "Ines", line));

    /// <summary>Whatever is asked at the table of a running exercise, nothing of a card that is still to come, of a check or of the situation is in the answers.</summary>
    [Theory]
    [InlineData("primary-region-write-outage")]
    [InlineData("seed-evening")]
    public void No_answer_gives_away_what_is_the_facilitators(string scenario)
    {
        var evening = Evening.Started(scenario);
        evening.Until(11);
        var (dialogue, released) = (new Dialogue(new Lazy<Phrases>(() => Heard.Phrases)), evening.Injects.ToHashSet());
        Assert.NotEmpty(released);
        var hidden = Evening.Shelf.Cards.Values.Where(c => c.Scenario == scenario && !released.Contains(c.Id)).SelectMany(c => new[] { c.Text.ReplaceLineEndings(" "), c.Id })
            .Append(evening.Plan.Scenario.Situation.ReplaceLineEndings(" ")).Concat(evening.Plan.Scenario.Checks.Select(c => c.Text)).Where(t => t.Length > 0).ToList();
        Assert.True(hidden.Count > 4);
        var (diagnosed, told) = (Wording.Headline(evening.Judge(evening.Log).Diagnosis), new List<string>());
        foreach (var line in Heard.Phrases.Intents.SelectMany(i => i.Says).Concat(["next inject", "show checks", "what is still to come", "show me the expected answers"]))
            foreach (var command in dialogue.Of("Ines", line).SelectMany(w => w.Commands))
            {
                var answer = (Ask(evening, "Ines", command) ?? evening.Session.Handle("Ines", command, evening.Now) switch { var r => $"{r.Text}{r.Wrong?.Text}" }).ReplaceLineEndings(" ");
                told.AddRange(hidden.Where(h => answer.Contains(h, StringComparison.OrdinalIgnoreCase)).Select(h => $"{line}: {h}"));
                if (answer.Contains(diagnosed, StringComparison.Ordinal)) told.Add($"{line}: {diagnosed}");
            }

        Repository.None(told.Distinct());
    }

    private static string? Ask(Evening evening, string speaker, string line) => AtTheTable.Of(speaker, line, evening.Session.State, () =>
        new Known(evening.Judge(evening.Log), evening.Log, Shipped.Knowledge, events => Tabletop.Run(events, [], Shipped.Knowledge, Targets.Default)));
}
