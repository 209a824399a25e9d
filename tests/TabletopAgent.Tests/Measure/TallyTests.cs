using FsCheck.Xunit;
using TabletopAgent.Exercises;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class TallyTests
{
    /// <summary>An evening with everything in it.</summary>
    internal static Incident Evening()
    {
        var log = new Incident().Head("'tier':'A','services':[{'name':'chat','rag':true},'search'],'stores':[{'name':'orders','rpo_minutes':5}],'roles':{'observer':'Ada'},"
            + "'baseline':[{'service':'chat','p95_warm_ms':320,'samples':900,'cache_prefix':'blue','cache_hit_pct':91.5,'error_classes':[]}]");
        log.At("14:00", "clock", "'state':'start'").At("14:10", "inject", "'text':'Writes fail.'").At("14:15", "milestone", "'what':'declared'");
        log.Every(2, "14:02", "15:30", "'service':'search','ok':true,'samples':40");
        log.Red("14:10", "14:30").At("14:30", "clock", "'state':'pause'").At("14:40", "clock", "'state':'resume'").Red("14:41", "14:50");
        log.Every(1, "14:51", "15:30", "'service':'chat','ok':true,'p95_warm_ms':350,'samples':30,'cache_prefix':'blue','cache_hit_pct':90");
        for (var i = 1; i <= 12; i++) log.At("14:25", "probe", $"'phase':'inject','probe_id':'p-{i}','ΔS_q_r':0.66,'coverage':0.5,'λ_state':'←'");
        for (var i = 1; i <= 12; i++) log.At("14:55", "probe", $"'phase':'post','probe_id':'p-{i}','ΔS_q_r':0.4,'coverage':0.8,'λ_state':'→'");
        foreach (var at in new[] { "14:20", "14:35", "14:52", "15:05" }) log.At(at, "comms", "'text':'update'");
        log.At("14:21", "decision", "'owner':'I','text':'fail over','service':'chat'").At("14:45", "change", "'area':'routing','what':'weights'");
        log.At("15:10", "writes", "'store':'orders','acked':1000,'present':960,'replayed':30,'deduped':6,'documented_lost':3").At("15:20", "error", "'route':'/a','stage':'body','code':500,'count':9");
        return log.At("15:25", "check", "'id':'keys','held':false");
    }

    private static Outcome Of(IEnumerable<Event> events)
    {
        var tally = new Tally(Targets.Default);
        foreach (var e in events) tally.Add(e);
        return tally.Outcome(References.None);
    }

    private static string Said(Outcome o) => string.Join('\n', [
        .. new[] { o.Rto, o.Rpo, o.Probes.Semantics, o.Safety, o.Ops, o.Docs }.Select(m => $"{m.Name} {m.Verdict} {m.Value} {m.Reason} {string.Join(",", m.Evidence)}"),
        .. o.Services.Select(s => $"{s with { }}"), .. o.Findings.Select(f => $"{f.Id} {f.Text}"), $"{o.Measured}", $"{o.Stated}", o.Comms.Reason]);

    [Fact]
    public void An_evening_comes_to_what_it_says()
    {
        var outcome = Evening().Outcome();
        // chat: 14:10 → 14:55, the probes being red until then, less ten minutes of pause.
        Assert.Equal([("chat", 35.0), ("search", 0.0)], outcome.Services.Select(s => (s.Service, s.Minutes!.Value)));
        Assert.Equal(
            [Verdict.Pass, Verdict.Fail, Verdict.Pass, Verdict.Unmeasured, Verdict.Fail, Verdict.Fail],
            new[] { outcome.Rto, outcome.Rpo, outcome.Probes.Semantics, outcome.Safety, outcome.Ops, outcome.Docs }.Select(m => m.Verdict));
        Assert.Contains(outcome.Findings, f => f.Id == "check:keys");
    }

    [Property(MaxTest = 30)]
    public bool Any_order_of_arrival_gives_the_same(int seed)
    {
        var log = Evening().Events;
        var random = new Random(seed);
        return Said(Of(log)) == Said(Of(log.OrderBy(_ => random.Next()).ToList()));
    }

    /// <summary>Asked after every event, each answer is the one that a fresh count of the same events gives.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Counting_on_is_counting_anew(int seed)
    {
        var random = new Random(seed);
        // In order of time with some that come late.
        var log = Evening().Events.Select((e, i) => (e, i: i + (random.Next(10) == 0 ? random.Next(40) : 0))).OrderBy(x => x.i).Select(x => x.e).ToList();
        var tally = new Tally(Targets.Default);
        for (var n = 1; n <= log.Count; n++)
        {
            tally.Add(log[n - 1]);
            Assert.Equal(Said(Of(log.Take(n))), Said(tally.Outcome(References.None)));
        }
    }

    /// <summary>Whatever it says, however late, and wherever the evening stood: a note is no measurement, and its time is not one either.</summary>
    [Property(MaxTest = 60)]
    public bool A_late_note_changes_nothing(ushort events, byte hours, FsCheck.NonNull<string> text)
    {
        var log = Evening().Events.Take(1 + events % 240).ToList();
        var note = Event.Of("note", new Place("log", 999), ("text", text.Get)) with { At = log.Max(e => e.At)!.Value.AddHours(hours) };
        return Said(Of(log)) == Said(Of([.. log, note]));
    }

    [Fact]
    public void A_second_first_line_is_said_and_the_earlier_one_counts()
    {
        var outcome = new Incident().At("15:00", "exercise", "'tier':'S'").At("14:00", "exercise", "'tier':'A'").Outcome();
        Assert.Equal("A", outcome.Charter.Tier);
        Assert.Contains(outcome.Notes, n => n.Code == "TT661");
    }

    [Theory]
    [InlineData("sli", "'ok':false")]
    [InlineData("error", "'code':500")]
    [InlineData("milestone", "'what':'impact'")]
    [InlineData("clock", "'state':'start'")]
    public void What_has_no_time_is_not_measured_and_that_is_said(string type, string fields) =>
        Assert.Contains(new Incident().At(null, type, fields).Outcome().Notes, n => n.Code == "TT660");

    [Fact]
    public void Services_that_only_samples_name_are_measured_too() =>
        Assert.Equal(["chat", "mail"], new Incident().Head("'services':['chat']").Red("14:10", "14:11", "mail").Outcome().Services.Select(s => s.Service));

    [Fact]
    public void Stores_that_only_rows_name_are_measured_too() =>
        Assert.Equal(["orders", "carts"], new Incident().Head("'stores':['orders']").At("14:40", "writes", "'store':'carts','acked':1,'present':1").Outcome().Stores.Select(s => s.Store));
}
