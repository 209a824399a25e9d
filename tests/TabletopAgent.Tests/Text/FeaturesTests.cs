using TabletopAgent.Text;

namespace TabletopAgent.Tests.Text;

public sealed class FeaturesTests
{
    public static TheoryData<string> Texts =>
    [
        "", " ", "a", "writes fail", "😀🔥😀", "запись не работает", "写入失败，读取正常", "مشكلة", "\ud83d", "\0", "ΔS 0.61 → 0.66", new string('x', 1_000_000),
        string.Concat(Enumerable.Repeat("writes fail 22% ", 65_536)),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Features_are_distinct_in_order_and_in_range_whatever_the_text(string text)
    {
        foreach (var features in new[] { Features.Of(text), Features.OfTone(text) })
        {
            Assert.All(features, f => Assert.InRange(f, 0, Features.Count - 1));
            Assert.True(features.Zip(features.Skip(1)).All(p => p.First < p.Second));
        }
    }

    // Runs of five are of the text between two spaces: " fails " has " fail", "fails" and "ails ".
    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)] // the stem; " a " is too short for a run
    [InlineData("fails", 4)] // the stem, three runs
    [InlineData("ab cd", 6)] // two stems, their pair, and of " ab cd " three runs
    [InlineData("a a", 3)] // one stem, the pair, the run " a a "
    public void A_word_is_its_stem_and_its_runs_of_letters(string text, int count) => Assert.Equal(count, Features.Of(text).Length);

    [Theory]
    [InlineData("restored", "restoring")]
    [InlineData("restore", "restroe")]
    public void Forms_and_misspellings_share_features(string one, string other) => Assert.NotEmpty(Features.Of(one).Intersect(Features.Of(other)));

    [Theory]
    [InlineData("Writes FAIL", "writes fail")]
    [InlineData("ΔS high", "deltas high")]
    [InlineData("λ up", "lambda up")]
    [InlineData("1 → 2", "1 -> 2")]
    [InlineData("a,  b", "a b")]
    public void Spellings_of_one_thing_are_one(string one, string other) => Assert.Equal(Features.Of(one), Features.Of(other));

    [Fact]
    public void Tone_does_not_hear_which_number_it_is() => Assert.Equal(Features.OfTone("error rate at 7%"), Features.OfTone("error rate at 9%"));

    [Theory]
    [InlineData("p95 310 to 312 ms", "p95 310 to 910 ms")] // same, up
    [InlineData("hit rate 91 to 62", "hit rate 62 to 91")] // down, up
    [InlineData("errors seen", "no errors seen")]
    public void Tone_hears_whether_something_moved_or_did_not_happen(string one, string other) => Assert.NotEqual(Features.OfTone(one), Features.OfTone(other));
}
