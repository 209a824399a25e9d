using TabletopAgent.Measure;
using static TabletopAgent.Measure.LambdaState;

namespace TabletopAgent.Tests.Measure;

public sealed class LambdaTests
{
    private static readonly int?[] Seeds = [1, 2, 1, 2, 1, 2];

    private static LambdaState Sign(string sign) => ProbeReader.Lambda(sign)!.Value;

    /// <summary>Fact sheet 7. Runs in order of paraphrase and seed: (1,1) (1,2) (2,1) (2,2) (3,1) (3,2).</summary>
    [Theory]
    [InlineData("→ → <> → × →", "×")] // 4 of 6 = 0.667, and an ×
    [InlineData("→ → → → → <>", "→")] // 5 of 6 = 0.833
    [InlineData("→ → → → <> <>", "<>")] // 0.667; ← 0, <> 2
    [InlineData("→ → → → ← <>", "←")] // 0.667; ← 1 ≥ <> 1
    [InlineData("→ → → → → →", "→")]
    [InlineData("← ← ← ← ← ←", "←")]
    public void A_probe_takes_the_sign_of_its_runs(string runs, string symbol) =>
        Assert.Equal(symbol, Lambda.Sign(Lambda.Symbol(runs.Split(' ').Select(Sign).ToList(), Seeds, Make.Targets)));

    [Fact]
    public void More_than_one_stray_run_in_a_seed_is_not_convergent()
    {
        // 5 paraphrases × 2 seeds, 8 of 10 = 0.80 convergent. Both strays in seed 1: no. One in each: yes.
        LambdaState[] states = [Recursive, Convergent, Recursive, .. Enumerable.Repeat(Convergent, 7)];
        int?[] seeds = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2];
        Assert.Equal(Recursive, Lambda.Symbol(states, seeds, Make.Targets));
        Assert.Equal(Convergent, Lambda.Symbol([Recursive, Recursive, .. Enumerable.Repeat(Convergent, 8)], seeds, Make.Targets));
    }

    /// <summary>A healthy run: ΔS 0.30 and the right citation; fields given replace its own.</summary>
    private static string Run(int paraphrase, int seed, double ds = 0.3, string answer = "[1,0]", string cites = "\"doc:hr#pto.rules\"", string more = "") => $$"""
        {"paraphrase":{{paraphrase}},"seed":{{seed}},"question_vec":[1,0],"retrieved":[{"doc":"hr","section":"pto.rules"},{"doc":"it","section":"vpn"}],
         "retrieved_vec":{{Make.Apart(ds)}},"answer":"x","answer_vec":{{answer}},"citations":[{{cites}}]{{more}}}
        """;

    /// <summary>Five healthy runs and one that is looked at, (3, 2).</summary>
    private static ProbeLambda Of(string last, string fields = "\"expected_section\":\"pto\"") => Lambda.OfProbe(
        Make.Probe($$"""{"probe_id":"p",{{fields}},"runs":[{{Run(1, 1)}},{{Run(1, 2)}},{{Run(2, 1)}},{{Run(2, 2)}},{{Run(3, 1)}},{{last}}]}"""), Make.Targets);

    private static string Last(string run) => Lambda.Sign(Of(run).States[^1]);

    [Fact]
    public void A_run_like_the_others_is_convergent() => Assert.Equal("→", Last(Run(3, 2)));

    [Theory]
    [InlineData("\"error\":\"timeout\"")]
    [InlineData("\"error\":true")]
    public void A_run_that_failed_is_chaotic(string error) => Assert.Equal("×", Last(Run(3, 2, more: "," + error)));

    [Fact]
    public void A_run_without_citations_or_with_one_that_was_not_retrieved_is_chaotic()
    {
        Assert.Equal("×", Last(Run(3, 2, cites: "")));
        Assert.Equal("×", Last(Run(3, 2, cites: "\"doc:hr#payroll\"")));
    }

    [Theory]
    [InlineData(0.34, "→")] // 0.04 above the median of 0.30 is allowed
    [InlineData(0.3402, "←")]
    [InlineData(0.60, "←")]
    [InlineData(0.8499, "←")]
    [InlineData(0.85, "×")]
    public void A_run_far_from_its_text_is_divergent_then_chaotic(double ds, string sign) => Assert.Equal(sign, Last(Run(3, 2, ds)));

    [Fact]
    public void The_wrong_section_is_divergent_and_with_another_answer_chaotic()
    {
        Assert.Equal("←", Last(Run(3, 2, cites: "\"doc:it#vpn\"")));
        Assert.Equal("×", Last(Run(3, 2, answer: "[0,1]", cites: "\"doc:it#vpn\"")));
    }

    [Fact]
    public void The_right_section_with_another_answer_or_other_citations_is_recursive()
    {
        // ΔS of 0.40 to the medoid no longer agrees; one citation of two shared is a Jaccard of 0.5, under 0.70.
        Assert.Equal("<>", Last(Run(3, 2, answer: Make.Apart(0.40))));
        Assert.Equal("→", Last(Run(3, 2, answer: Make.Apart(0.39))));
        Assert.Equal("<>", Last(Run(3, 2, cites: "\"doc:hr#pto.rules\",\"doc:it#vpn\"")));
    }

    [Fact]
    public void A_refusal_among_answers_is_no_hit_and_does_not_agree() => Assert.Equal("×", Last("""{"paraphrase":3,"seed":2,"refused":true}"""));

    [Fact]
    public void Where_a_refusal_is_right_refusing_is_convergent()
    {
        var runs = string.Join(",", Enumerable.Range(0, 6).Select(i => $$"""{"paraphrase":{{i / 2 + 1}},"seed":{{i % 2 + 1}},"refused":true}"""));
        var lambda = Lambda.OfProbe(Make.Probe($$"""{"probe_id":"p","answerable":false,"runs":[{{runs}}]}"""), Make.Targets);
        Assert.True(lambda.Convergent);
    }

    [Fact]
    public void Where_a_refusal_is_right_an_answer_is_not()
    {
        Assert.Equal("←", Last2(Run(3, 2)));
        static string Last2(string run) => Lambda.Sign(Of(run, "\"answerable\":false").States[^1]);
    }

    [Fact]
    public void Four_runs_are_insufficient_even_over_three_paraphrases_and_two_seeds()
    {
        var probe = Make.Probe($$"""{"probe_id":"p","expected_section":"pto","runs":[{{Run(1, 1)}},{{Run(2, 1)}},{{Run(3, 1)}},{{Run(1, 2)}}]}""");
        var lambda = Lambda.OfProbe(probe, Make.Targets);
        Assert.Equal((null, true), (lambda.Symbol, lambda.Insufficient));
    }

    [Fact]
    public void Runs_without_numbers_do_not_make_up_paraphrases_or_seeds()
    {
        var runs = string.Join(",", Enumerable.Repeat("""{"paraphrase":null,"seed":null,"answer":"x","citations":["pto"]}""", 6));
        Assert.True(Lambda.OfProbe(Make.Probe($$"""{"probe_id":"p","expected_section":"pto","runs":[{{runs}}]}"""), Make.Targets).Insufficient);
    }

    [Fact]
    public void Runs_of_retrieval_alone_say_nothing_about_λ()
    {
        var lambda = Lambda.OfProbe(Make.Probe("""{"probe_id":"p","runs":[{"paraphrase":1,"seed":1,"question_vec":[1,0],"retrieved":[]}]}"""), Make.Targets);
        Assert.Equal((null, false), (lambda.Symbol, lambda.Insufficient));
    }

    [Theory]
    [InlineData("→", "→")]
    [InlineData("←", "←")]
    [InlineData("×", "×")]
    [InlineData("<>", null)] // upstream writes it for healthy probes too
    public void A_sign_alone_is_taken_as_reported_except_the_ambiguous_one(string reported, string? symbol)
    {
        var lambda = Lambda.OfProbe(Make.Probe($$"""{"probe_id":"p","λ_state":"{{reported}}"}"""), Make.Targets);
        Assert.True(lambda.Reported);
        Assert.Equal(symbol, lambda.Symbol is { } s ? Lambda.Sign(s) : null);
    }
}
