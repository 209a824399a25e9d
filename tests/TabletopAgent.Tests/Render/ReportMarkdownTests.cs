using TabletopAgent.Render;

namespace TabletopAgent.Tests.Render;

public sealed class ReportMarkdownTests
{
    [Fact]
    public void Reads_like_a_ticket()
    {
        var expected =
            $"""
            # FAULT: vector-index (high confidence)

            The index answering now is not the one the readers expect.

            ## Why vector-index

            - for: ΔS 0.66 at every k (measured, probes.csv:4)
            - against: metric is equal (reported, --index 1)
            - first seen: event 4
            - wrong if: A field-by-field comparison that finds every stamp equal.

            ## Why not queue-and-writes

            Its queue signs begin ten minutes later.

            ## Pages to open

            - [Index skew and reindexing](<https://github.com/onestardao/WFGY/blob/24a97016/index_skew.md>) index-skew-reindexing#minimal-fix

            ## Minimal steps

            1. Rebuild the green index.
               - before: blue serves all reads
               - expect: median ΔS at or below 0.45
               - undo: yes; from index-skew-reindexing#minimal-fix

            ## Routing and cache actions

            - **routing**: Send reads to the index that was not restored.
              - proof: ΔS of ten probes at or below 0.45

            ## Scorecard: fail

            | dimension | verdict | measured | reason |
            |---|---|---|---|
            | RTO | unmeasured | – of 60 min | No exercise log; run the exercise or give --log. |
            | Semantics | fail | 0.66 of 0.45 | Median ΔS 0.66 is above 0.45. |

            ## Times on 2026-05-04, UTC

            |  | measured | stated |
            |---|---|---|
            | impact | 14:10 | 14:10 |
            | detected | 14:12 | – |
            | declared | – | 14:15 |

            ## Writes

            | store | acked | present | replayed | deduped | documented lost | unaccounted | duplicates | data age | verdict |
            |---|---|---|---|---|---|---|---|---|---|
            | orders | 1000 | 960 | 30 | 6 | 3 | 1 | 0 | 3 min | fail |

            ## Missed updates

            | from | to | updates |
            |---|---|---|
            | 14:15 | 14:52 | 1 |

            ## Exact checks

            | check | held | evidence |
            |---|---|---|
            | idempotent-keys | no | 5 rows for 1 event |

            ## Probes

            | probes | n | ΔS median | ΔS p90 | ΔS max | coverage | pass rate | convergent | from |
            |---|---|---|---|---|---|---|---|---|
            | baseline | 50 | 0.38 | 0.44 | 0.51 | 0.78 | 90 % | 100 % | dense minilm@1 |
            | inject | 50 | 0.66 | 0.71 | 0.83 | 0.52 | 10 % | 90 % | reported, unverified |

            ## Findings

            - No update for 25 minutes.

            ## Notes on the input

            - probes.csv: warning TT205: 12 probes; a gold set has 50 to 200.

            ## Status

            ```json
            {StatusJson.Of(SampleReport.Fault)}
            ```

            """;
        var writer = new StringWriter();
        ReportMarkdown.Write(SampleReport.Fault, writer);
        Assert.Equal(expected, writer.ToString());
    }

    [Theory]
    [InlineData("write_error_pct > 1", "write_error_pct \\> 1")]
    [InlineData("_x_ *y* `z`", "\\_x\\_ \\*y\\* \\`z\\`")]
    [InlineData("![a](http://x)", "!\\[a\\](http://x)")]
    [InlineData("<img src=x>", "\\<img src=x\\>")]
    [InlineData("a | b", "a \\| b")]
    [InlineData("# not a heading", "\\# not a heading")]
    [InlineData("- no list", "\\- no list")]
    [InlineData("--index 1", "--index 1")]
    public void Markup_in_words_stays_words(string text, string shown) => Assert.Equal(shown, ReportMarkdown.Words(text));
}
