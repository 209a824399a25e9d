using System.Text;
using TabletopAgent.Agent.Grounding;

namespace TabletopAgent.Tests.Agent.Grounding;

public sealed class AudienceFilterTests
{
    private const string Card = "Vector index restored at 14:25 UTC from last night. Reranker version mismatch. Coverage falls to 0.52.";

    private static readonly AudienceFilter Filter = new([Card], ["Write routes in region A return 500 on 22 percent of requests. Queue depth climbs."]);

    public static TheoryData<string> Told => new(
        Card,
        "Soon the vector index will be restored from last night, at 14:25.",
        "At 14:25 UTC an index restored from last night brings a vector mismatch.",
        "V e c t o r  i n d e x  r e s t o r e d  a t  1 4 : 2 5  U T C  f r o m  l a s t  n i g h t",
        "V-e-c-t-o-r i.n.d.e.x r_e_s_t_o_r_e_d at 14:25 UTC f*r*o*m last night",
        new string([.. Card.Reverse()]),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Card)),
        Convert.ToHexString(Encoding.UTF8.GetBytes(Card)),
        Uri.EscapeDataString(Card),
        "V3ct0r 1nd3x r35t0r3d 4t 14:25 UTC fr0m l45t n1ght",
        "Irpgbe vaqrk erfgberq ng 14:25 HGP sebz ynfg avtug",
        "Ｖｅｃｔｏｒ ｉｎｄｅｘ ｒｅｓｔｏｒｅｄ ａｔ 14:25 UTC ｆｒｏｍ ｌａｓｔ ｎｉｇｈｔ",
        "Vec\u200Btor in\u200Bdex resto\u200Bred at 14:25 UTC from la\u200Bst night");

    [Theory]
    [MemberData(nameof(Told))]
    public void However_it_is_told_it_is_struck(string text)
    {
        var shown = Filter.Of(text);
        Assert.NotEmpty(shown.Struck);
        Assert.Equal("[struck: this is for the facilitator.]", shown.Text);
    }

    [Fact]
    public void Told_bit_by_bit_it_is_struck_too()
    {
        var shown = Filter.Of("First the vector index. Then restored, at 14:25 UTC. All of it from last night.");
        Assert.DoesNotContain("last night", shown.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Write routes in region A return 500 on 22 percent of requests.")]
    [InlineData("The failing layer is vector-index, and coverage is below its bar.")]
    [InlineData("Open index-skew-reindexing#minimal-fix and compare the versions.")]
    public void What_everybody_knows_stands(string text) => Assert.Equal(text, Filter.Of(text).Text);

    [Fact]
    public void Only_the_sentence_goes()
    {
        var shown = Filter.Of("Coverage is 0.51. Vector index restored at 14:25 UTC from last night. Log the decision.");
        Assert.Equal("Coverage is 0.51. [struck: this is for the facilitator.] Log the decision.", shown.Text);
    }

    [Fact]
    public void A_released_card_is_no_secret() => Assert.False(new AudienceFilter([Card], [Card]).Hides);
}
