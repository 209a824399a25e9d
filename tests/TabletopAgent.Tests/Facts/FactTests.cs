using TabletopAgent.Facts;

namespace TabletopAgent.Tests.Facts;

public sealed class FactTests
{
    [Theory]
    [InlineData(0.61, null, null, "0.61")]
    [InlineData(1234.5, null, null, "1234.5")]
    [InlineData(0.123456, null, null, "0.1235")]
    [InlineData(910.0, 320.5, null, "320.5 → 910")]
    [InlineData(null, null, "mismatch", "mismatch")]
    [InlineData(null, null, null, "")]
    public void A_value_reads_the_same_in_every_culture(double? number, double? before, string? word, string shown)
    {
        var fact = new Fact("x", number, word, Source.Words, default, "", before);
        foreach (var culture in new[] { "", "de-DE", "ar-SA", "fr-FR" }) Culture.In(culture, () => Assert.Equal(shown, fact.Value));
    }

    [Fact]
    public void Measured_outranks_reported_and_reported_outranks_words() => Assert.True(Source.Measured > Source.Reported && Source.Reported > Source.Words);
}
