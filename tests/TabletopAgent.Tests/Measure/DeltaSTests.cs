using FsCheck;
using FsCheck.Xunit;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class DeltaSTests
{
    /// <summary>Fact sheet 7, first line.</summary>
    [Theory]
    [InlineData(0.38, "safe", "pass")]
    [InlineData(0.40, "transit", "pass")]
    [InlineData(0.45, "transit", "pass")]
    [InlineData(0.4501, "transit", "review")]
    [InlineData(0.5999, "transit", "review")]
    [InlineData(0.60, "risk", "fail")]
    [InlineData(0.66, "risk", "fail")] // seed, card 2
    [InlineData(0.85, "danger", "fail")]
    [InlineData(1.0, "danger", "fail")]
    [InlineData(0.45004, "transit", "pass")] // 0.4500 after rounding
    [InlineData(0.59996, "risk", "fail")] // 0.6000 after rounding
    public void A_value_has_its_zone_and_its_word(double value, string zone, string word)
    {
        Assert.Equal(zone, DeltaS.Zone(value, Make.Targets));
        Assert.Equal(word, DeltaS.Word(value, Make.Targets));
    }

    [Fact]
    public void A_negative_cosine_counts_as_nothing_in_common()
    {
        // cos((1, 0), (−0.2, 0.9798)) = −0.2, held at 0: ΔS = 1.0 and not 1.2.
        Assert.Equal(1.0, DeltaS.Between([1, 0], [-0.2, 0.9798]));
    }

    [Fact]
    public void ΔS_is_not_the_length_of_the_difference()
    {
        // Unit vectors with cos = 0.63875: ΔS = 0.36125, and ‖I − G‖ = √(2 · 0.36125) = √0.7225 = 0.85. Comparing 0.85 with the length
        // would cut inside "safe".
        double[] i = [1, 0], g = [0.63875, Math.Sqrt(1 - 0.63875 * 0.63875)];
        Assert.Equal(0.36125, DeltaS.Between(i, g)!.Value, 10);
        Assert.Equal(0.85, Math.Sqrt(Math.Pow(i[0] - g[0], 2) + Math.Pow(i[1] - g[1], 2)), 10);
    }

    [Theory]
    [InlineData(null, new double[] { 1 })]
    [InlineData(new double[] { 0, 0 }, new double[] { 1, 0 })]
    [InlineData(new double[] { 1, 0 }, new double[] { 1, 0, 0 })]
    [InlineData(new double[] { }, new double[] { })]
    [InlineData(new[] { double.NaN, 1 }, new double[] { 1, 0 })]
    [InlineData(new[] { double.PositiveInfinity, 1 }, new double[] { 1, 0 })]
    public void Vectors_that_cannot_be_compared_have_no_ΔS(double[]? u, double[] v) => Assert.Null(DeltaS.Between(u, v));

    [Fact]
    public void Very_large_and_very_small_entries_do_not_overflow()
    {
        Assert.Equal(0, DeltaS.Between([1e308, 1e308], [1e-308, 1e-308])!.Value, 12);
        Assert.Equal(1, DeltaS.Between([double.Epsilon, 0], [0, double.MaxValue]));
    }

    [Property]
    public bool ΔS_is_between_0_and_1_symmetric_and_never_NaN(double[] u, double[] v)
    {
        var n = Math.Min(u.Length, v.Length);
        var (a, b) = (u[..n], v[..n]);
        var (there, back) = (DeltaS.Between(a, b), DeltaS.Between(b, a));
        return there == back && there is null or >= 0 and <= 1;
    }

    [Property]
    public bool A_vector_is_exactly_like_itself(NormalFloat[] u)
    {
        var a = u.Select(x => x.Get).ToArray();
        return Array.TrueForAll(a, x => x == 0) ? DeltaS.Between(a, a) is null : DeltaS.Between(a, a) == 0;
    }

    [Fact]
    public void A_probe_is_the_median_of_its_runs_and_its_worst_run()
    {
        // sorted .30 .34 .38 .40 .42 .90: median (.38 + .40) / 2 = .39
        var ds = DeltaS.OfProbe(ProbeReader.Read(Make.Dense(1, "bge", 0.38, 0.90, 0.30, 0.40, 0.34, 0.42), []));
        Assert.Equal((0.39, 0.90), (Numbers.Round(ds.Value), Numbers.Round(ds.Max)));
        Assert.Equal(DeltaSKind.Dense, ds.Kind);
    }

    [Fact]
    public void Empty_retrieval_is_1_and_unreliable_but_an_absent_one_is_unmeasured()
    {
        var empty = DeltaS.OfProbe(Make.Probe("""{"probe_id":"p","runs":[{"question_vec":[1,0],"retrieved":[]}]}"""));
        Assert.Equal((1.0, true), (empty.Value, empty.Unreliable));
        var absent = DeltaS.OfProbe(Make.Probe("""{"probe_id":"p","runs":[{"question_vec":[1,0]}]}"""));
        Assert.Equal((null, false), (absent.Value, absent.Unreliable));
    }

    [Fact]
    public void A_computed_ΔS_is_taken_before_a_reported_one()
    {
        var both = DeltaS.OfProbe(Make.Probe($$"""{"probe_id":"p","ΔS_q_r":0.1,"runs":[{"question_vec":[1,0],"retrieved_vec":{{Make.Apart(0.5)}}}]}"""));
        Assert.Equal((0.5, DeltaSKind.Dense), (Numbers.Round(both.Value), both.Kind));
        var reported = DeltaS.OfProbe(Make.Probe("""{"probe_id":"p","ΔS_q_r":0.38}"""));
        Assert.Equal((0.38, DeltaSKind.Reported), (reported.Value, reported.Kind));
    }

    [Fact]
    public void The_gap_of_a_decoy_is_its_ΔS_minus_that_of_the_expected_text()
    {
        // retrieved (1, 0); expected at ΔS 0.20, decoy at 0.23: the gap of 0.03 is under 0.05.
        var ds = DeltaS.OfProbe(Make.Probe(
            $$"""{"probe_id":"p","expected":{"vec":{{Make.Apart(0.2)}}},"decoy":{"vec":{{Make.Apart(0.23)}}},"runs":[{"question_vec":[1,0],"retrieved_vec":[1,0]}]}"""));
        Assert.Equal((0.2, 0.03), (Numbers.Round(ds.Anchor), Numbers.Round(ds.DecoyGap)));
    }

    [Fact]
    public void K_gain_is_how_far_ΔS_falls_from_5_to_20()
    {
        string Run(int k, double ds) => $$"""{"k":{{k}},"question_vec":[1,0],"retrieved_vec":{{Make.Apart(ds)}}}""";
        var ds = DeltaS.OfProbe(Make.Probe($$"""{"probe_id":"p","runs":[{{Run(5, 0.62)}},{{Run(10, 0.55)}},{{Run(20, 0.41)}}]}"""));
        Assert.Equal(0.21, Numbers.Round(ds.KGain)); // 0.62 − 0.41
    }
}
