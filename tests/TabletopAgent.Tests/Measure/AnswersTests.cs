using FsCheck.Xunit;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class AnswersTests
{
    private static Answers Of(params string[] runs) =>
        new([.. Make.Probe($$"""{"probe_id":"p","runs":[{{string.Join(",", runs)}}]}""").Runs], Make.Targets);

    private static string Said(int p, string text) => $$"""{"paraphrase":{{p}},"seed":1,"answer":"{{text}}"}""";

    private static string Vector(int p, string vec) => $$"""{"paraphrase":{{p}},"seed":1,"answer_vec":{{vec}}}""";

    [Theory]
    [InlineData("a b c d e", "a b c d e", 0.0)]
    [InlineData("a b c d e", "a b c d x", 0.2)] // 1 replaced of 5
    [InlineData("a b c d", "a b c d e", 0.2)] // 1 inserted, over the longer 5
    [InlineData("a b", "c d", 1.0)]
    [InlineData("", "", 0.0)]
    public void Edits_are_counted_in_words_over_the_longer_text(string a, string b, double distance) =>
        Assert.Equal(distance, Answers.Edits(TabletopAgent.Text.Words.Of(a), TabletopAgent.Text.Words.Of(b)));

    [Property]
    public bool Edits_are_symmetric_and_a_share(string[] a, string[] b) => Answers.Edits(a, b) == Answers.Edits(b, a) && Answers.Edits(a, b) is >= 0 and <= 1;

    [Fact]
    public void Without_vectors_one_word_in_five_may_differ()
    {
        var answers = Of(Said(1, "part time accrues two days"), Said(2, "part time accrues two days"), Said(3, "part time accrues three days"), Said(4, "nobody accrues anything"));
        Assert.Equal((0, true, false), (answers.Medoid, answers.Agree(2), answers.Agree(3)));
    }

    [Fact]
    public void The_medoid_lies_nearest_to_the_others()
    {
        // ΔS: 1–2 0.2, 2–3 less than 1–3: the second lies between.
        Assert.Equal(1, Of(Vector(1, "[1,0]"), Vector(2, "[0.8,0.6]"), Vector(3, "[0.5,0.8660254]")).Medoid);
    }

    [Fact]
    public void A_tie_goes_to_the_lowest_paraphrase() => Assert.Equal(0, Of(Vector(2, "[0,1]"), Vector(1, "[1,0]")).Medoid);

    [Fact]
    public void A_run_that_failed_is_no_medoid_and_agrees_with_nothing()
    {
        var answers = Of("""{"paraphrase":1,"seed":1,"error":"timeout"}""", Vector(2, "[1,0]"));
        Assert.Equal((1, false, true), (answers.Medoid, answers.Agree(0), answers.Agree(1)));
        Assert.Null(Of("""{"paraphrase":1,"seed":1,"error":"timeout"}""").Medoid);
    }
}
