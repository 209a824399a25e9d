using System.Text;
using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Play;

public sealed class RecordingTests
{
    private readonly Evening _evening = Evening.Started();

    [Theory]
    [InlineData("/symptom checkout is slow | service chat | region A", """{"type":"symptom","by":"Ines","role":"incident-commander","service":"chat","region":"A","text":"checkout is slow"}""")]
    [InlineData("/note 14:02 | paged the team", """{"type":"note","by":"Ines","role":"incident-commander","text":"14:02 | paged the team"}""")]
    [InlineData("/decide fail over | runbook region-failover-drills | options wait; fail over | rationale A is down", """{"type":"decision","by":"Ines","role":"incident-commander","owner":"Ines","text":"fail over","options":["wait","fail over"],"rationale":"A is down","runbook":"region-failover-drills"}""")]
    [InlineData("/decide wait | owner Marek", """{"type":"decision","by":"Ines","role":"incident-commander","owner":"Marek","text":"wait"}""")]
    [InlineData("/change Routing weights to green | before A 100 | after B 100 | proof header on 200 calls", """{"type":"change","by":"Ines","role":"incident-commander","area":"routing","what":"weights to green","before":"A 100","after":"B 100","proof":"header on 200 calls"}""")]
    [InlineData("/comms customers: orders are late: sorry | state identified", """{"type":"comms","by":"Ines","role":"incident-commander","audience":"customers","state":"identified","text":"orders are late: sorry"}""")]
    [InlineData("/milestone Declared", """{"type":"milestone","by":"Ines","role":"incident-commander","what":"declared"}""")]
    [InlineData("/check lambda-convergent not 4 of 6 runs", """{"type":"check","by":"Ines","role":"incident-commander","id":"lambda-convergent","held":false,"evidence":"4 of 6 runs"}""")]
    [InlineData("/action-item check writes too | owner Sam | due 2026-06-01", """{"type":"action-item","by":"Ines","role":"incident-commander","text":"check writes too","owner":"Sam","due":"2026-06-01"}""")]
    public void What_is_said_becomes_an_entry(string line, string entry)
    {
        var e = Assert.Single(_evening.Says("Ines", line).Events);
        Assert.Equal(entry, Encoding.UTF8.GetString(EventWriter.Line(e with { At = null })));
        Assert.Equal(_evening.Now, e.At);
    }

    [Theory]
    [InlineData("region-failover-drills", "")]
    [InlineData("secrets-rotation#minimal-fix", "")]
    [InlineData("https://wiki.example/failover", "")]
    [InlineData("region-failover-drils", "did you mean region-failover-drills? /correct")]
    [InlineData("our binder", "There is no page our binder; an address is fine too. /correct")]
    public void A_runbook_that_nobody_can_open_is_said_at_once(string runbook, string said) => Assert.Contains(said, _evening.Says("Ines", $"/decide go | runbook {runbook}").Text);

    [Fact]
    public void An_entry_is_corrected_and_stays()
    {
        _evening.Says("Ines", "/decide fail over");
        var entry = _evening.Log[^1].Seq!.Value;
        Assert.Contains($"/correct {entry} runbook=", _evening.Shown.Last(s => s.To == "Ines").Text);
        var e = Assert.Single(_evening.Says("Marek", $"/correct #{entry} owner=\"Dana Reyes\" runbook=region-failover-drills | why left out").Events);
        Assert.Equal(
            $$"""{"type":"correction","by":"Marek","role":"cloud-operator","of":{{entry}},"why":"left out","owner":"Dana Reyes","runbook":"region-failover-drills"}""",
            Encoding.UTF8.GetString(EventWriter.Line(e with { At = null })));
        Assert.Equal("fail over", _evening.Log.Single(l => l.Seq == entry).Text("text"));
    }

    [Theory]
    [InlineData("/decide", "TT682", "/decide TEXT")]
    [InlineData("/note", "TT682", "text is missing")]
    [InlineData("/change", "TT682", "An area")]
    [InlineData("/change routing", "TT682", "about routing is missing")]
    [InlineData("/change routering x", "TT108", "routing, cache, queue")]
    [InlineData("/comms we are late", "TT682", "a colon")]
    [InlineData("/comms : late", "TT682", "An audience")]
    [InlineData("/milestone done", "TT108", "impact, detected, declared")]
    [InlineData("/milestone", "TT682", "Which milestone")]
    [InlineData("/check lambda-convergent", "TT682", "held or not")]
    [InlineData("/check lambda-convergent perhaps yes", "TT682", "neither held nor not")]
    [InlineData("/check lamda-convergent held yes", "TT691", "facilitator has the list")]
    [InlineData("/correct 999 owner=x", "TT688", "numbered 1 to")]
    [InlineData("/correct x owner=x", "TT688", "numbered 1 to")]
    [InlineData("/correct 1 tier=A", "TT689", "stays as it is")]
    [InlineData("/correct", "TT682", "number of an entry")]
    public void What_cannot_be_meant_is_refused_with_its_right_form(string line, string code, string said)
    {
        var reply = _evening.Says("Ines", line);
        Assert.Empty(reply.Events);
        Assert.Equal(code, reply.Wrong!.Code);
        Assert.Contains(said, reply.Wrong.Text);
    }
}
