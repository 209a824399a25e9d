using TabletopAgent.Agent.Masking;
using TabletopAgent.Exercises;
using TabletopAgent.Tests.Diagnose;

namespace TabletopAgent.Tests.Agent.Masking;

public sealed class LogMaskTests
{
    private static Event Masked(string json) => LogMask.Of(Shipped.Event(json));

    [Fact]
    public void Text_is_kept_without_secrets() =>
        Assert.Equal("the password is [password], tell [email]", Masked("""{"type":"symptom","text":"the password is hunter2!, tell ana@example.org"}""").Text("text"));

    [Fact]
    public void So_are_lists_and_objects()
    {
        var e = Masked("""{"type":"decision","text":"go","options":["wait","use redis://:hunter2@cache"],"from":{"file":"ana@example.org.txt","line":1}}""");
        Assert.Equal("""["wait","use redis://:[password]@cache"]""", e.Fields["options"].GetRawText());
        Assert.DoesNotContain("ana@", e.Fields["from"].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_somebody_is_stays() =>
        Assert.Equal("ana@example.org", Masked("""{"type":"role","role":"data-owner","person":"ana@example.org","by":"bo@example.org"}""").Text("person"));

    [Fact]
    public void What_holds_none_stays_the_same_event()
    {
        var e = Shipped.Event("""{"type":"sli","at":"2026-05-04T14:10:00Z","service":"chat","p95_warm_ms":410}""");
        Assert.Same(e, LogMask.Of(e));
    }
}
