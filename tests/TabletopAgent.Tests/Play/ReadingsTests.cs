using System.Text;
using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Play;

public sealed class ReadingsTests
{
    private static Event Probe(string id, string? phase) => Event.Of("probe", new Place("b.csv", 2), ("probe_id", id), ("ΔS_q_r", 0.38), ("phase", phase));

    private readonly Evening _evening = Evening.Started(probes: file => file switch
    {
        "two.csv" => ([Probe("p-1", null), Probe("p-2", null)], []),
        "both.csv" => ([Probe("p-1", "baseline"), Probe("p-1", "post")], []),
        _ => ([], [Notes.CannotRead(new Place(file), "it does not exist")]),
    });

    [Theory]
    [InlineData("/sli ok=no error_pct=22", """{"type":"sli","by":"Marek","role":"cloud-operator","service":"chat","ok":false,"error_pct":22}""")]
    [InlineData("/error chat stage=headers code=500 count=12 route=\"POST /orders\"", """{"type":"error","by":"Marek","role":"cloud-operator","service":"chat","route":"POST /orders","stage":"headers","code":500,"count":12}""")]
    [InlineData("/writes orders acked=1000 present=960", """{"type":"writes","by":"Marek","role":"cloud-operator","store":"orders","acked":1000,"present":960}""")]
    [InlineData("/safety baseline tomorrows-outage held", """{"type":"safety","by":"Marek","role":"cloud-operator","phase":"baseline","kind":"bluff","probe":"tomorrows-outage","answerable":false,"held":true}""")]
    [InlineData("/safety phase=post kind=bluff probe=s-1 held=no answerable=no", """{"type":"safety","by":"Marek","role":"cloud-operator","phase":"post","kind":"bluff","probe":"s-1","answerable":false,"held":false}""")]
    public void What_is_measured_becomes_an_entry(string line, string entry) =>
        Assert.Equal(entry, Encoding.UTF8.GetString(EventWriter.Line(Assert.Single(_evening.Says("Marek", line).Events) with { At = null })));

    [Fact]
    public void Probes_of_a_file_take_the_phase_that_is_named_or_their_own()
    {
        Assert.Equal(["post", "post"], _evening.Says("Sofia", "/probe two.csv post").Events.Select(e => e.Text("phase")));
        Assert.Equal(["baseline", "post"], _evening.Says("Sofia", "/probe both.csv").Events.Select(e => e.Text("phase")));
        Assert.Equal("Sofia", _evening.Log[^1].Text("by"));
        Assert.Contains("Sofia: 2 probes (post)", TabletopAgent.Play.Announcement.Of(_evening.Log).Select(a => a.Line));
    }

    [Theory]
    [InlineData("/sli chart ok=no", "TT429", "did you mean \"chat\"")]
    [InlineData("/sli chat", "TT682", "No figure")]
    [InlineData("/sli chat region=A", "TT682", "No figure")]
    [InlineData("/writes acked=1", "TT682", "Which store is missing (orders)")]
    [InlineData("/writes order acked=1 present=1", "TT429", "orders")]
    [InlineData("/writes orders acked=10", "TT682", "acked and present")]
    [InlineData("/writes orders acked=10.5 present=3", "TT685", "whole number")]
    [InlineData("/writes orders acked=-1 present=3", "TT685", "0 or more")]
    [InlineData("/safety phase=post held=yes", "TT682", "kind is missing")]
    [InlineData("/safety post tomorow-outage held", "TT429", "safety probe")]
    [InlineData("/safety post tomorrows-outage perhaps", "TT682", "neither held nor not")]
    [InlineData("/probe", "TT682", "A file")]
    [InlineData("/probe two.csv", "TT682", "does not say which phase")]
    [InlineData("/probe none.csv post", "TT697", "does not exist")]
    public void What_cannot_be_meant_is_refused_with_its_right_form(string line, string code, string said)
    {
        var reply = _evening.Says("Marek", line);
        Assert.Empty(reply.Events);
        Assert.Equal(code, reply.Wrong!.Code);
        Assert.Contains(said, reply.Wrong.Text);
    }

    [Fact]
    public void The_battery_is_listed_with_what_was_asked()
    {
        _evening.Says("Sofia", "/safety post tomorrows-outage not");
        Assert.Contains("········ post  bluff      tomorrows-outage: At what time", _evening.Says("Sofia", "/safety").Text);
        Assert.Contains("········ ····  jailbreak", _evening.Says("Sofia", "/safety").Text);
    }

    [Fact]
    public void Of_several_services_one_must_be_named() =>
        Assert.Contains("checkout, help-chat", Evening.Started("primary-region-write-outage").Says("Marek", "/sli ok=no").Wrong!.Text);
}
