using TabletopAgent.Exercises;
using TabletopAgent.Measure;
using TabletopAgent.Render;
using TabletopAgent.Tests.Diagnose;
using TabletopAgent.Tests.Measure;

namespace TabletopAgent.Tests;

/// <summary>One path: what is reported while events come is what is reported of the whole log.</summary>
public sealed class LiveExerciseTests
{
    private static string Said(Report report) => ReportJson.Of(report);

    [Fact]
    public void After_each_event_the_report_is_that_of_the_log_so_far()
    {
        var log = TallyTests.Evening().Events;
        var live = new LiveExercise(() => Shipped.Knowledge, Targets.Default);
        for (var n = 1; n <= log.Count; n++)
        {
            live.Add(log[n - 1]);
            // Every tenth, and all around the turning points: each takes a diagnosis.
            if (n % 10 == 0 || n > log.Count - 12) Assert.Equal(Said(Shipped.Run(log.Take(n))), Said(live.Report([])));
        }
    }

    [Fact]
    public void A_late_note_changes_the_hash_and_nothing_else()
    {
        var log = TallyTests.Evening();
        var before = Shipped.Run(log.Events);
        var after = Shipped.Run(log.At("23:59", "note", "'text':'thanks all'").Events);
        Assert.NotEqual(before.InputsHash, after.InputsHash);
        Assert.Equal(Said(before), Said(after).Replace(after.InputsHash, before.InputsHash, StringComparison.Ordinal));
    }

    [Fact]
    public void A_first_line_that_comes_last_counts_all_the_same()
    {
        var log = TallyTests.Evening().Events;
        var live = new LiveExercise(() => Shipped.Knowledge, Targets.Default);
        foreach (var e in log.Skip(1)) live.Add(e);
        live.Report([]);
        live.Add(log[0]);
        Assert.Equal(Said(Shipped.Run(log)), Said(live.Report([])));
    }

    [Fact]
    public void A_correction_is_laid_over_what_was_diagnosed()
    {
        Event Sample(int seq, string at, string more) => new Incident().At(at, "sli", $"'seq':{seq},'service':'chat',{more}").Events[0];
        Event[] log = [Sample(1, "14:10", "'ok':false,'write_error_pct':22,'queue_depth':600"), Sample(2, "14:11", "'ok':true,'write_error_pct':0")];
        var correction = new Incident().At("14:20", "correction", "'seq':3,'of':1,'ok':true,'write_error_pct':0,'why':'wrong panel'").Events[0];
        Assert.Contains(Shipped.Run(log).Facts, f => f is { Name: "write_error_pct", Number: 22 });
        Assert.DoesNotContain(Shipped.Run([.. log, correction]).Facts, f => f is { Name: "write_error_pct", Number: 22 });
        Assert.DoesNotContain(Shipped.Run([correction, .. log]).Facts, f => f is { Name: "write_error_pct", Number: 22 });
    }
}
