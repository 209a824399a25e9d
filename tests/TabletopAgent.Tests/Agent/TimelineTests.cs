using TabletopAgent.Agent;
using TabletopAgent.Tests.Diagnose;

namespace TabletopAgent.Tests.Agent;

public sealed class TimelineTests
{
    [Theory]
    [InlineData("""{"type":"symptom","at":"2026-05-04T16:10:05+02:00","seq":7,"by":"bo","role":"cloud-operator","service":"chat","region":"A","text":"slow"}""", "#7 14:10:05Z symptom bo (cloud-operator) [chat A]: slow")]
    [InlineData("""{"type":"decision","by":"ana","text":"go green","owner":"ana","runbook":"canary-release"}""", "decision ana: go green; owner ana; runbook canary-release")]
    [InlineData("""{"type":"change","area":"routing","what":"weights","before":{"A":100},"after":"0","proof":"header"}""", "change: area routing; weights; before {\"A\":100}; after 0; proof header")]
    [InlineData("""{"type":"role","role":"observer","person":"cy"}""", "role: observer is cy")]
    [InlineData("""{"type":"inject","card":"c-1","state":"released","text":"region A is gone"}""", "inject: region A is gone")]
    [InlineData("""{"type":"sli","ok":false,"queue_depth":5120}""", "sli: ok false; queue_depth 5120")]
    [InlineData("""{"type":"note","text":"two\nlines"}""", "note: two lines")]
    public void An_event_is_a_line(string json, string line) => Assert.Equal(line, Timeline.Line(Shipped.Event(json)));

    /// <summary>What is still to come, and what would be right, is the facilitator's alone.</summary>
    [Theory]
    [InlineData("""{"type":"inject","card":"dns-label","state":"held","text":"DNS moves"}""")]
    [InlineData("""{"type":"inject","card":"dns-label","state":"skipped","text":"DNS moves"}""")]
    [InlineData("""{"type":"inject","card":"dns-label","state":"planned","text":"DNS moves"}""")]
    [InlineData("""{"type":"check","id":"sticky-hashing","held":false,"evidence":"two hashes"}""")]
    public void What_is_not_for_all_is_no_line(string json) => Assert.Null(Timeline.Line(Shipped.Event(json)));

    [Fact]
    public void The_latest_that_fit_are_told_and_the_rest_is_counted()
    {
        var events = Shipped.Log(string.Join('\n', Enumerable.Range(1, 50).Select(i => $$"""{"type":"note","seq":{{i}},"text":"{{new string('x', 60)}}"}""")));
        var told = Timeline.Of(events, 120).Split('\n');
        // "#50 note: " and 60 x are 70 characters: 24 tokens and one for the break; four of these fit in 120.
        Assert.Equal("(46 earlier events are left out)", told[0]);
        Assert.Equal(5, told.Length);
        Assert.StartsWith("#50 ", told[^1]);
    }

    [Fact]
    public void Nothing_is_told_as_nothing() => Assert.Equal("(nothing yet)", Timeline.Of([], 100));
}
