using TabletopAgent.Exercises;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class CorrectionsTests
{
    private const string Head = "'seq':1,'tier':'A','services':['chat'],'stores':['orders']";

    /// <summary>Through the whole, as a live exercise takes them in.</summary>
    private static Outcome Of(IEnumerable<Event> events)
    {
        var (tally, corrections) = (new Tally(Targets.Default), new Corrections());
        foreach (var raw in events)
        {
            var e = corrections.Apply(raw);
            tally.Add(e);
            if (e.Type == "correction" && corrections.Add(e) is { } line) tally.Correct(line, corrections);
        }

        return tally.Outcome(References.None);
    }

    private static readonly Incident Log = new Incident().Head(Head)
        .At("14:40", "writes", "'seq':2,'store':'orders','acked':1000,'present':990")
        .At("14:41", "correction", "'seq':3,'of':2,'present':995,'why':'counted twice'")
        .At("14:42", "correction", "'seq':4,'of':2,'present':1000,'why':'counted again'");

    [Theory]
    [InlineData(0, 1, 2, 3)]
    [InlineData(3, 2, 1, 0)]
    [InlineData(2, 1, 3, 0)]
    [InlineData(1, 3, 0, 2)]
    public void The_latest_correction_holds_whenever_it_arrives(params int[] order) => Assert.Equal(0, Of(order.Select(i => Log.Events[i])).Stores[0].Unaccounted);

    [Fact]
    public void What_is_not_corrected_stays() => Assert.Equal(1000, Of(Log.Events).Stores[0].Acked);

    [Fact]
    public void Samples_are_corrected_too()
    {
        var log = new Incident().Head(Head).Red("14:10", "14:12").Green("14:13", "14:35").At("14:20:30", "sli", "'seq':70,'service':'chat','ok':false");
        Assert.Equal(11, Of(log.Events).Services[0].Minutes); // 14:21 is the first of ten green minutes
        log.At("14:40", "correction", "'seq':71,'of':70,'ok':true,'why':'read the wrong panel'");
        Assert.Equal(3, Of(log.Events).Services[0].Minutes);
        Assert.Equal(3, Of(log.Events.Reverse()).Services[0].Minutes);
    }

    [Fact]
    public void So_are_errors_probes_and_the_first_line()
    {
        var log = new Incident().Head(Head).At("14:10", "probe", "'seq':5,'phase':'post','probe_id':'p','ΔS_q_r':0.9").At("14:20", "correction", "'seq':6,'of':5,'deltaSQr':0.3")
            .At("14:21", "correction", "'seq':7,'of':1,'tier':'S'");
        var outcome = Of(log.Events);
        Assert.Equal((0.3, "S"), (outcome.Probes.Latest!.DsMedian!.Value, outcome.Charter.Tier));
    }

    [Fact]
    public void Who_corrects_is_not_who_did()
    {
        var corrections = new Corrections();
        corrections.Add(new Incident().At("14:20", "correction", "'of':3,'by':'Ada','role':'observer','why':'x','owner':'Ines'").Events[0]);
        var decision = corrections.Apply(new Incident().At("14:10", "decision", "'seq':3,'by':'Jonas','text':'fail over'").Events[0]);
        Assert.Equal(("Jonas", "Ines"), (decision.Text("by"), decision.Text("owner")));
    }

    [Theory]
    [InlineData("99", "TT664")]
    [InlineData("0", "TT664")]
    [InlineData("1.5", null)]
    [InlineData("1", null)]
    public void A_line_that_is_not_there_is_said(string of, string? code)
    {
        var corrections = new Corrections();
        corrections.Apply(new Incident().Head("'seq':1").Events[0]);
        corrections.Add(new Incident().At("14:20", "correction", $"'of':{of}").Events[0]);
        Assert.Equal(code, corrections.Notes.SingleOrDefault()?.Code);
    }

    [Fact]
    public void Null_takes_a_field_away_and_a_value_that_does_not_fit_is_said()
    {
        var corrections = new Corrections();
        corrections.Add(new Incident().At("14:20", "correction", "'of':3,'queue_depth':null,'p95_warm_ms':'soon','samples':'250'").Events[0]);
        var sli = corrections.Apply(new Incident().At("14:11", "sli", "'seq':3,'queue_depth':5,'p95_warm_ms':3200,'samples':2").Events[0]);
        Assert.Equal((null, 3200, 250), (sli.Number("queue_depth"), sli.Number("p95_warm_ms"), sli.Number("samples")));
        Assert.Single(corrections.Notes);
    }
}
