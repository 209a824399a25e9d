namespace TabletopAgent.Tests.Render;

/// <summary>A small report with one of everything, made up by hand.</summary>
internal static class SampleReport
{
    public static readonly PageReference Page = new(
        "index-skew-reindexing", "Index skew and reindexing", "index-skew-reindexing#minimal-fix", ["ProblemMap/GlobalFixMap/RAG/index_skew.md"],
        "https://github.com/onestardao/WFGY/blob/24a97016/index_skew.md");

    public static readonly ActionReport Action = new(
        "routing", "Send reads to the index that was not restored.", "ΔS of ten probes at or below 0.45", "index-skew-reindexing", "index-skew-reindexing#actions");

    public static readonly Report Fault = new(
        Id: "evening",
        Overall: "fail",
        Status: new(
            "unmeasured of 60m (unmeasured)", "unmeasured of 5m (unmeasured)", 0.66, 0.520004, "Rebuild the green index.", "vector-index", "queue-and-writes", "high", [new(Page.Id, Page.Section, Page.Url)],
            ["Rebuild the green index."], [new(Action.Area, Action.Do, Action.Proof)], "→",
            new Dictionary<string, string> { ["semantics"] = "fail", ["rto"] = "unmeasured" }, "fail", [], "9f2c"),
        Dimensions: new Dictionary<string, Dimension>
        {
            ["rto"] = new("unmeasured", null, "min", 60, "No exercise log; run the exercise or give --log.", "rto", []),
            ["semantics"] = new("fail", 0.66, "0–1", 0.45, "Median ΔS 0.66 is above 0.45.", "delta_s", ["p-001"]),
        },
        Diagnosis: new(
            "fault", "The index answering now is not the one the readers expect.",
            [
                new("vector-index", "high", "event 4", [new("ΔS 0.66 at every k", "measured", "probes.csv:4")], [new("metric is equal", "reported", "--index 1")],
                    ["A field-by-field comparison that finds every stamp equal."]),
            ],
            new("queue-and-writes", "Its queue signs begin ten minutes later."), [Page],
            [new("Rebuild the green index.", "index-skew-reindexing", "index-skew-reindexing#minimal-fix", "blue serves all reads", "median ΔS at or below 0.45", true)],
            [Action], []),
        Times: new("2026-05-04T14:10:00Z", "2026-05-04T14:12:00Z", null, null, null, null, null),
        Stated: new("2026-05-04T14:10:00Z", null, "2026-05-04T14:15:00Z", null, null, null, null, null, null, null, null, null, null),
        Source: null,
        Services: [new("chat", "A", null, "unmeasured")],
        Stores: [new("orders", 1000, 960, 30, 6, 3, 1, 0, 3, "fail")],
        Probes: new Dictionary<string, PhaseReport>
        {
            ["baseline"] = new(50, 0.38, 0.44, 0.51, 0.78, 0.9, 1, "minilm@1", "dense", false, null),
            ["inject"] = new(50, 0.66, 0.71, 0.83, 0.52, 0.1, 0.9, null, "reported", true, 0.66),
        },
        Comms: new(1, [new("2026-05-04T14:15:00Z", "2026-05-04T14:52:00Z", 1)]),
        Checks: [new("idempotent-keys", "Keys at the queue are idempotent.", false, "5 rows for 1 event")],
        Facts: [new("delta_s", 0.66, null, null, "0–1", "measured", "probes.csv:4", "0.66")],
        Findings: [new("comms-gap", "warn", "No update for 25 minutes.", ["event 7"])],
        Notes: [new("TT205", "warning", "12 probes; a gold set has 50 to 200.", "probes.csv", null)],
        InputsHash: "9f2c", KnowledgeHash: "71aa", Program: "0.1.0");

    public static readonly Report NeedData = Fault with
    {
        Overall = "unmeasured",
        Diagnosis = new("need_data", "Slow can be many things.", [], null, [], [], [], ["p95 of cold and warm calls apart"]),
        Probes = new Dictionary<string, PhaseReport>(), Findings = [], Notes = [],
    };
}
