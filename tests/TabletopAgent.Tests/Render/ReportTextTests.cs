using TabletopAgent.Render;

namespace TabletopAgent.Tests.Render;

public sealed class ReportTextTests
{
    [Fact]
    public void Verdict_first_then_why_pages_steps_actions_scorecard_probes_notes_and_status()
    {
        const string expected =
            """
            FAULT  vector-index (high confidence)
              The index answering now is not the one the readers expect.

            Why
              + ΔS 0.66 at every k (measured, probes.csv:4)
              - metric is equal (reported, --index 1)
              first seen: event 4
              wrong if: A field-by-field comparison that finds every stamp equal.

            Why not queue-and-writes
              Its queue signs begin ten minutes later.

            Open
              index-skew-reindexing#minimal-fix Index skew and reindexing
                https://github.com/onestardao/WFGY/blob/24a97016/index_skew.md

            Minimal steps
              1. Rebuild the green index.
                 before: blue serves all reads
                 expect: median ΔS at or below 0.45
                 undo:   yes
                 index-skew-reindexing#minimal-fix

            Routing and cache actions
              routing  Send reads to the index that was not restored.
                       proof: ΔS of ten probes at or below 0.45

            Scorecard: fail
              RTO        unmeasured  No exercise log; run the exercise or give --log.
              Semantics  fail        0.66 of 0.45: Median ΔS 0.66 is above 0.45.

            Times on 2026-05-04, UTC
                        measured  stated
              impact    14:10     14:10
              detected  14:12     –
              declared  –         14:15

            Writes
              store   acked  present  replayed  deduped  documented lost  unaccounted  duplicates  data age  verdict
              orders  1000   960      30        6        3                1            0           3 min     fail

            Missed updates
              from   to     updates
              14:15  14:52  1

            Exact checks
              check            held  evidence
              idempotent-keys  no    5 rows for 1 event

            Probes
              probes    n   ΔS median  ΔS p90  ΔS max  coverage  pass rate  convergent  from
              baseline  50  0.38       0.44    0.51    0.78      90 %       100 %       dense minilm@1
              inject    50  0.66       0.71    0.83    0.52      10 %       90 %        reported, unverified

            Findings
              No update for 25 minutes. (event 7)

            Notes on the input
              probes.csv: warning TT205: 12 probes; a gold set has 50 to 200.

            """;
        Assert.Equal(expected + "\n" + StatusJson.Of(SampleReport.Fault) + "\n", Text(SampleReport.Fault));
    }

    [Fact]
    public void Need_data_asks()
    {
        var text = Text(SampleReport.NeedData);
        Assert.StartsWith("NEED DATA  not enough to name the layer\n  Slow can be many things.\n\nWhat would decide it\n  ? p95 of cold and warm calls apart\n", text);
        Assert.DoesNotContain("Probes", text);
    }

    [Fact]
    public void Two_faults_stand_in_one_headline_with_their_own_reasons()
    {
        var first = SampleReport.Fault.Diagnosis.Layers[0];
        var two = SampleReport.Fault with { Diagnosis = SampleReport.Fault.Diagnosis with { Layers = [first, first with { Layer = "cache", Confidence = "low" }] } };
        var text = Text(two);
        Assert.StartsWith("FAULT  vector-index (high confidence) and cache (low confidence)\n", text);
        Assert.Contains("\nWhy vector-index\n", text);
        Assert.Contains("\nWhy cache\n", text);
    }

    [Fact]
    public void Colour_adds_escapes_and_changes_no_word()
    {
        var coloured = new StringWriter();
        ReportText.Write(SampleReport.Fault, coloured, Ink.Ansi);
        Assert.Contains("\e[31m", coloured.ToString());
        Assert.Equal(Text(SampleReport.Fault), System.Text.RegularExpressions.Regex.Replace(coloured.ToString(), "\e\\[[0-9]*m", ""));
    }

    [Fact]
    public void Words_of_strangers_cannot_steer_the_terminal()
    {
        const string evil = "\e[2J\u009b31m\u202Egnp.exe\r\nPASS\u0007";
        var d = SampleReport.Fault.Diagnosis;
        var text = Text(SampleReport.Fault with
        {
            Diagnosis = d with
            {
                Reason = evil, RunnerUp = new(evil, evil), Pages = [new(evil, evil, evil, [], evil)], Ask = [evil],
                Layers = [new(evil, evil, evil, [new(evil, evil, evil)], [new(evil, evil, evil)], [evil])],
                Steps = [new(evil, evil, evil, evil, evil, null)], Actions = [new(evil, evil, evil, evil, evil)],
            },
            Findings = [new(evil, evil, evil, [evil])], Notes = [new("TT000", "note", evil, evil, 1)], Overall = evil,
            Status = SampleReport.Fault.Status with { NextFix = evil },
            Dimensions = new Dictionary<string, Dimension> { ["rto"] = new("unmeasured", 1, evil, 1, evil, evil, [evil]) },
        });
        Assert.DoesNotContain(text, c => c != '\n' && (char.IsControl(c) || c == '\u202E'));
        Assert.Contains("␛[2J\\u{9B}31m\\u{202E}gnp.exe PASS␇", text);
    }

    private static string Text(Report report)
    {
        var writer = new StringWriter();
        ReportText.Write(report, writer, Ink.None);
        return writer.ToString();
    }
}
