using TabletopAgent.Grade;
using TabletopAgent.Measure;
using TabletopAgent.Tests.Diagnose;
using TabletopAgent.Tests.Measure;

namespace TabletopAgent.Tests.Score;

public sealed class JudgementTests
{
    [Fact]
    public void A_grade_without_a_report_says_what_the_report_says()
    {
        var log = new Incident().At("14:00", "exercise", "'services':[{'name':'api','tier':'S'}],'stores':[{'name':'orders','rpo_minutes':5}]")
            .At("14:10", "sli", "'service':'api','ok':false").At("14:12", "symptom", "'text':'the queue climbs from 40 to 900 and nothing drains it'");
        var (live, graded) = (new LiveExercise(() => Shipped.Knowledge, Targets.Default), new LiveExercise(() => Shipped.Knowledge, Targets.Default, reports: false));
        foreach (var e in log.Events)
        {
            live.Add(e);
            graded.Add(e);
        }

        var (report, judged) = (live.Report([]), graded.Judgement([]));
        var grade = Graded.Of(judged, "log", null, "event log", new Cover(null, null, null, null, 3));
        Assert.Equal(
            (report.Overall, report.Diagnosis.Verdict, report.Status.Layer, report.Status.SecondLayer, report.Status.NextFix),
            (grade.Overall, grade.Diagnosis, grade.Layer, grade.SecondLayer, grade.NextFix));
        Assert.Equal(report.Dimensions.Select(d => (d.Key, d.Value.Verdict, d.Value.Reason)), grade.Dimensions.Select(d => (d.Name, d.Verdict, d.Reason)));
        Assert.Equal(report.Findings.Select(f => f.Id), grade.Findings.Select(f => f.Id));
        Assert.Equal(report.Notes.Count(n => n.Severity == "error"), grade.Errors);
    }
}
