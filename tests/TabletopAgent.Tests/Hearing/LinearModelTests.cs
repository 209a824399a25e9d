using TabletopAgent.Hearing;
using TabletopAgent.Text;

namespace TabletopAgent.Tests.Hearing;

public sealed class LinearModelTests
{
    private static readonly string[] Labels = [.. Lines.Layers, Ear.Healthy, Ear.NeedData];

    private static readonly Lazy<LinearModel> Toy = new(() => LinearModel.Learn(Examples.Of(Lines.Toy, Labels, Features.Of, pairs: false)));

    private static double[] Margins(string text) => Toy.Value.Margins(Toy.Value.Rarity.Weigh(Features.Of(text)));

    [Fact]
    public void Every_line_of_a_separable_set_is_believed_for_its_own_label_most()
    {
        foreach (var line in Lines.Toy)
        {
            var margins = Margins(line.Text);
            Assert.Equal(line.Label, Labels[Array.IndexOf(margins, margins.Max())]);
        }
    }

    [Fact]
    public void Unknown_words_and_none_leave_finite_margins() =>
        Assert.All([.. Margins(""), .. Margins("zzyzx")], m => Assert.True(double.IsFinite(m)));
}
