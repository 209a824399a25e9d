using TabletopAgent.Talk;

namespace TabletopAgent.Tests.Talk;

public sealed class InterpreterTests
{
    [Theory]
    [InlineData("what is failing and what next", "/failing; /fix")]
    [InlineData("status, rpo and probes", "/status; /rpo; /probes")]
    [InlineData("Decision: fail over to green. What next?", "/decide fail over to green; /fix")]
    [InlineData("we decided to fail over, owner Ana. thanks", "/decide fail over | owner Ana")]
    [InlineData("thanks! what next?", "/fix")]
    [InlineData("sli chat region=B error_pct=0.2", "/sli chat region=B error_pct=0.2")]
    public void Several_things_in_one_line(string line, string commands) => Assert.Equal(commands, Heard.Commands(line));

    [Theory]
    [InlineData("decision: fail over?")]
    [InlineData("lets fail over")]
    [InlineData("is it normal that the first calls take 11 s after idle?")]
    public void What_could_be_meant_for_the_log_is_asked_about(string line) => Assert.Equal(Grasp.Unsure, Heard.One(line).Grasp);

    /// <summary>The words of a question that everybody uses do not make it one that is known.</summary>
    [Theory]
    [InlineData("qwertz banana")]
    [InlineData("tell me a joke")]
    [InlineData("how do i restart the router?")]
    [InlineData("what is the weather in frankfurt")]
    [InlineData("who won the match yesterday")]
    public void Who_is_not_understood_is_offered_three_things(string line)
    {
        var lost = Heard.One(line);
        Assert.Equal(Grasp.Lost, lost.Grasp);
        Assert.Equal(3, lost.Near.Count);
    }

    [Theory]
    [InlineData("y", "/yes")]
    [InlineData("what r u missing", "/need")]
    [InlineData("we see p95 of 900 ms 4 u", "/symptom p95 of 900 ms 4 u")]
    public void Shorthand_is_understood_and_kept_as_typed(string line, string commands) => Assert.Equal(commands, Heard.Commands(line));

    [Theory]
    [InlineData("")]
    [InlineData("???")]
    [InlineData("\u0000\u202e|||")]
    public void Nothing_that_can_be_typed_breaks_it(string line) => Assert.NotEmpty(Heard.Interpreter.Of(line));

    [Fact]
    public void A_very_long_line_is_read_as_far_as_needed() => Assert.NotEmpty(Heard.Interpreter.Of("decision: " + string.Concat(Enumerable.Repeat("owner because runbook, ", 20_000))));

    [Fact]
    public void A_bar_in_a_symptom_stays_one() => Assert.Equal("/symptom errors 500 \\| 503 on 3%", Heard.Commands("errors 500 | 503 on 3%"));
}
