using TabletopAgent.Artifacts;
using TabletopAgent.Render;

namespace TabletopAgent.Tests.Artifacts;

public sealed class PanelTests
{
    private static readonly long Start = new DateTime(2026, 5, 4, 14, 0, 0, DateTimeKind.Utc).Ticks;

    private static long At(double minute) => Start + (long)(minute * TimeSpan.TicksPerMinute);

    private static Panel Of(params PanelLine[] lines) =>
        new("chat", [new("baseline", At(0), At(10)), new("inject", At(10), At(12)), new("mitigated", At(12), At(13)), new("stable", At(13), At(60))], lines, null, TimeSpan.TicksPerMinute * 5);

    private static PanelLine Line(string name, params (double Minute, double Value)[] points) => new(name, [.. points.Select(p => (At(p.Minute), p.Value))], []);

    private static List<Stroke> Curves(Panel panel) => [.. panel.Shapes(0).OfType<Stroke>().Where(s => s.Width == 2)];

    [Fact]
    public void Every_stretch_is_named_with_its_time_and_no_name_lies_on_another()
    {
        var names = Of(Line("A", (0, 90), (60, 91))).Shapes(0).OfType<Lettering>().Where(l => l.Text.Split(' ')[0] is "baseline" or "inject" or "mitigated" or "stable").ToList();
        Assert.Equal(["baseline", "inject 14:10", "mitigated 14:12", "stable 14:13"], names.Select(n => n.Text));
        foreach (var a in names)
            foreach (var b in names.Where(b => b.X > a.X && b.Y == a.Y)) Assert.True(a.X + Lettering.WidthOf(a.Text, a.Size) < b.X, $"{a.Text} lies on {b.Text}");
    }

    [Fact]
    public void Lines_differ_in_their_dashes_and_each_is_named_at_its_end()
    {
        var panel = Of(Line("A", (0, 90), (4, 91)), Line("B", (56, 80), (60, 81)), Line("C", (58, 80), (60, 81)));
        Assert.Equal(3, Curves(panel).Select(c => string.Join(' ', c.Dash)).Distinct().Count());
        Assert.All(["A", "B", "C"], name => Assert.Contains(panel.Shapes(0).OfType<Lettering>(), l => l.Text == name));
    }

    [Fact]
    public void Names_at_the_margin_never_lie_on_each_other()
    {
        var bars = Enumerable.Range(0, 12).Select(i => (90 + i * 0.01, $"bar {i}")).ToList();
        var at = Of(new PanelLine("A", [(At(0), 90), (At(60), 90)], bars)).Shapes(0).OfType<Lettering>().Where(l => l.X > 670).Select(l => l.Y).Order().ToList();
        Assert.Equal(13, at.Count);
        Assert.All(at.Zip(at.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 12.9));
    }

    [Fact]
    public void A_silence_over_five_minutes_breaks_a_line() => Assert.Equal(2, Curves(Of(Line("A", (0, 90), (4, 91), (20, 91), (24, 90)))).Count);

    [Fact]
    public void A_lone_sample_is_a_dot() => Assert.Single(Of(Line("A", (60, 90))).Shapes(0).OfType<Dot>());

    /// <summary>A spike of one sample among 100,000 is still there.</summary>
    [Fact]
    public void Many_samples_are_thinned_and_the_highest_stays()
    {
        var line = Line("A", [.. Enumerable.Range(0, 100_000).Select(i => (i * 60 / 100_000.0, i == 54_321 ? 900.0 : 320))]);
        var curve = Assert.Single(Curves(Of(line)));
        Assert.InRange(curve.Points.Count, 300, 700);
        Assert.Single(curve.Points, p => p.Y < 100);
    }

    [Fact]
    public void More_lines_than_can_be_told_apart_have_panels_of_their_own() =>
        Assert.Equal(["chat (1 of 2)", "chat (2 of 2)"], Panel.Each("chat", [], [Line("A"), Line("B"), Line("C"), Line("D")], 0, 1).Select(p => p.Title));

    [Fact]
    public void A_flat_line_of_zeros_is_drawn() => Assert.All(Curves(Of(Line("A", (0, 0), (4, 0)))).Single().Points, p => Assert.True(double.IsFinite(p.Y)));
}
