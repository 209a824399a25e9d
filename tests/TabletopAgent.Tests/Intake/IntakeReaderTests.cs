using TabletopAgent.Intake;

namespace TabletopAgent.Tests.Intake;

public sealed class IntakeReaderTests
{
    private static IntakeResult Read(string text, Hint hint = Hint.Unknown) => IntakeReader.Read(new Input("in", text, hint));

    private const string Filled = """
        You have TXT OS and the WFGY Problem Map loaded.

        We are running a disaster recovery tabletop for serverless and edge.

        Given:
        - symptoms: [one line each]
          - writes return 500 on 22% in region A
          - queue depth 5x
        - region topology: [region:A(active,write),B(passive,read)]
        - index family and analyzer: docs-v3-green metric=cosine analyzer=icu
        - probes: ΔS and coverage for 10 sample questions
          p-01 ΔS 0.61, coverage 0.55, λ <>
          p-02 ΔS 0.40, coverage 0.80, λ →

        Tell me:
        1) likely failing layer and which WFGY page to open,
        4) a short JSON status for the scorecard:
           { "RTO": "...", "RPO": "...", "ΔS_median": 0.xx, "coverage_median": 0.xx, "next_fix": "..." }
        Keep it auditable and short.
        """;

    private const string Whole = "exercise topology=region:A(active,write),B(passive,read) index=docs-v3-green metric=cosine analyzer=icu"
        + " / symptom writes return 500 on 22% in region A / symptom queue depth 5x / probe p-01 0.61 0.55 <> / probe p-02 0.4 0.8 →";

    [Fact]
    public void The_seeds_own_prompt_filled_in_is_a_brief()
    {
        var result = Read(Filled);
        Assert.Equal(Whole, Show.Events(result.Events));
        Assert.Equal(["TT305"], result.Notes.Select(n => n.Code));
        Assert.Equal(["in:9", "in:7", "in:8", "in:12", "in:13"], result.Events.Select(e => e.Place.ToString()));
    }

    [Theory]
    [InlineData("## Symptoms\n- writes return 500 on 22% in region A\n- queue depth 5x\n\n## Region topology\nregion:A(active,write),B(passive,read)\n\n## Index\ndocs-v3-green metric=cosine analyzer=icu\n\n## Probes\n| id | ΔS | coverage | λ |\n|---|---|---|---|\n| p-01 | 0.61 | 0.55 | <> |\n| p-02 | 0.4 | 0.8 | → |\n")]
    [InlineData("**Symptoms:**\n* writes return 500 on 22% in region A\n* queue depth 5x\n**Topology:** region:A(active,write),B(passive,read)\n**Index:** docs-v3-green metric=cosine analyzer=icu\n**Probes**\n```json\n[{\"probeId\":\"p-01\",\"deltaS\":0.61,\"coverage\":0.55,\"lambda\":\"<>\"},{\"probe_id\":\"p-02\",\"ΔS_q_r\":0.4,\"coverage\":0.8,\"λ_state\":\"→\"}]\n```")]
    [InlineData("symptoms: [writes return 500 on 22% in region A; queue depth 5x]\ntopology: region:A(active,write),B(passive,read)\nindex: docs-v3-green metric=cosine analyzer=icu\nprobes:\nprobe_id,delta_s,coverage,lambda\np-01,0.61,0.55,<>\np-02,0.4,0.8,→")]
    [InlineData("""{"symptoms":["writes return 500 on 22% in region A","queue depth 5x"],"topology":"region:A(active,write),B(passive,read)","index":"docs-v3-green metric=cosine analyzer=icu","probes":[{"id":"p-01","ΔS":0.61,"coverage":0.55,"λ":"<>"},"p-02 ΔS 0.4, coverage 0.8, λ →"]}""")]
    public void One_brief_in_any_form_is_the_same_events(string text) => Assert.Equal(Whole, Show.Events(Read(text).Events));

    [Theory]
    [InlineData("writes fail\nreads fine", "symptom writes fail / symptom reads fine")]
    [InlineData("# Write outage\nTier: S\n- checkout: 500s", "exercise title=Write outage tier=S / symptom checkout: 500s")]
    [InlineData("Region: us-east-1 is burning", "symptom Region: us-east-1 is burning")]
    [InlineData("index: docs-v3-blue\nindex: docs-v3-green", "exercise index=[\"docs-v3-blue\",\"docs-v3-green\"]")]
    [InlineData("probes:\n0.61, 0.55", "probe 0.61 0.55")]
    [InlineData("probes:\nΔS: [0.61, 0.40], coverage: [0.55, 80%]", "probe 0.61 0.55 / probe 0.4 0.8")]
    [InlineData("probes:\nΔS NaN, coverage 1.7", "probe NaN 1.7")]
    [InlineData("probes:\nnobody measured", "symptom nobody measured")]
    [InlineData("probes:\nΔS median 0.61 over 10 questions", "symptom ΔS median 0.61 over 10 questions")]
    [InlineData("[{\"probe_id\":\"p1\",\"ΔS_q_r\":0.5}]", "probe p1 0.5")]
    [InlineData("{\"probes\":[{\"probe_id\":\"p1\",\"ΔS_q_r\":0.5}]}", "probe p1 0.5")]
    [InlineData("{\"probe_id\":\"p1\",\"ΔS_q_r\":0.5}", "probe p1 0.5")]
    [InlineData("{\"probe_id\":\"p1\",\"ΔS_q_r\":0.5}\n{\"probe_id\":\"p2\",\"ΔS_q_r\":0.6}", "probe p1 0.5 / probe p2 0.6")]
    [InlineData("\uFEFFsep=;\nprobe_id;ΔS;coverage\np1;0,61;0,55", "probe p1 0.61 0.55")]
    [InlineData("probe_id\tdelta_s\tcoverage\np1\t0.61\t55%", "probe p1 0.61 0.55")]
    [InlineData("probe_id,question,ΔS_q_r\np1,\"one\ntwo\",NaN", "probe p1 NaN")]
    [InlineData("{\"type\":\"exercise\",\"v\":1}\n{\"type\":\"symptom\",\"text\":\"x\"}", "exercise  / symptom x")]
    [InlineData("[{\"type\":\"symptom\",\"text\":\"x\"}]", "symptom x")]
    [InlineData("[{\"probe_id\":\"p1\",\"coverage\":0.5},\n{\"probe_id\":\"p2\",\"cov", "probe p1 0.5")]
    [InlineData("{\"symptoms\":\"x\",\"mood\":\"bad\"}", "symptom x / symptom mood: bad")]
    public void A_form_is_detected_and_read(string text, string events) => Assert.Equal(events, Show.Events(Read(text).Events));

    [Theory]
    [InlineData("", "TT006 TT304")]
    [InlineData("[{\"probe_id\":\"p1\"},\n{\"probe_id\":\"p2\",\"cov", "TT116")]
    [InlineData("{\"symptoms\":[\"x\"", "TT116")]
    [InlineData("{\"symptoms\":\"x\",\"mood\":\"bad\"}", "TT303")]
    [InlineData("symptons: writes fail", "TT303")]
    [InlineData("topology: A(active)\ntopology: B(active)", "")]
    [InlineData("topology: A(active, haunted)", "TT301")]
    [InlineData("probe_id,coverge,ΔS\np1,0.5,0.4\np2,0.5,0.4", "TT105")]
    [InlineData("probe_id,ΔS\np1,0.4,more", "TT308")]
    [InlineData("[1]", "TT102 TT304")]
    [InlineData("{}", "TT104 TT304")]
    [InlineData("[1,\"writes fail\"]", "TT102")]
    public void A_problem_is_a_note(string text, string codes) => Assert.Equal(codes, string.Join(' ', Read(text).Notes.Select(n => n.Code)));

    public static TheoryData<string> Bombs =>
    [
        new string('[', 100_000), string.Concat(Enumerable.Repeat("{\"a\":", 100_000)), new string('>', 100_000), new string('x', 100_000),
        string.Concat(Enumerable.Range(0, 500).Select(i => new string(' ', i) + "- x\n")), "```\n```\n~~~", "|", "|||\n|--|", "sep=", "[", "{", "]", "a\0b", "\"", ";;;",
        "{\"symptoms\":" + new string('[', 5000), "\ud83d", "{\"symptoms\":\"\\ud83d\"}", "probes:\n{\"a\"\n[[", "{\"probes\":[[[]]],\"index\":null,\"topology\":[1,{}]}",
    ];

    [Theory]
    [MemberData(nameof(Bombs))]
    public void Nothing_that_people_hand_in_makes_it_throw(string text)
    {
        foreach (var hint in Enum.GetValues<Hint>()) Assert.NotNull(Read(text, hint));
    }

    [Fact]
    public void Flags_and_files_meet_in_one_exercise()
    {
        var result = IntakeReader.Read(
            new Input("--symptom 1", "writes fail", Hint.Symptom), new Input("--topology", "A(active)", Hint.Topology), new Input("--index", "docs-v3", Hint.Index),
            new Input("p.csv", "probe_id,coverage\np1,0.5", Hint.Probes));
        Assert.Equal("exercise topology=A(active) index=docs-v3 / symptom writes fail / probe p1 0.5", Show.Events(result.Events));
        Assert.Empty(result.Notes);
    }
}
