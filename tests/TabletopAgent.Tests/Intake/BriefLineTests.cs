using TabletopAgent.Intake;

namespace TabletopAgent.Tests.Intake;

public sealed class BriefLineTests
{
    [Theory]
    [InlineData("- writes fail", true, 0, "writes fail")]
    [InlineData("  * [ ] writes fail", true, 0, "writes fail")]
    [InlineData("3) writes fail", true, 0, "writes fail")]
    [InlineData("(12) writes fail", true, 0, "writes fail")]
    [InlineData("## Symptoms ##", false, 2, "Symptoms")]
    [InlineData("> > ### Quoted", false, 3, "Quoted")]
    [InlineData("**Index**", false, 0, "Index")]
    [InlineData("#5 is broken", false, 0, "#5 is broken")]
    [InlineData("-5 degrees", false, 0, "-5 degrees")]
    [InlineData("500 errors", false, 0, "500 errors")]
    [InlineData("", false, 0, "")]
    public void Marks_are_taken_off_and_words_are_not(string raw, bool bullet, int heading, string text)
    {
        var line = BriefLine.Of(raw);
        Assert.Equal((bullet, heading, text), (line.Bullet, line.Heading, line.Text));
    }

    [Theory]
    [InlineData("Topology: A(active)", "Topology", "A(active)")]
    [InlineData("**Topology:** A(active)", "Topology", "A(active)")]
    [InlineData("- index：docs-v3", "index", "docs-v3")] // the colon of Chinese and Japanese keyboards
    [InlineData("at 14:10 writes fail", "at 14", "10 writes fail")]
    [InlineData("14:10 writes fail", "14:10 writes fail", "")]
    [InlineData("Symptoms", "Symptoms", "")]
    [InlineData("- Symptoms", null, "")]
    [InlineData("- **Symptoms**", "Symptoms", "")]
    public void What_stands_before_a_colon_may_be_a_label(string raw, string? named, string rest)
    {
        var line = BriefLine.Of(raw);
        Assert.Equal((named, rest), (line.Named, line.Rest));
    }

    [Theory]
    [InlineData("  wrapped", true)]
    [InlineData("\twrapped", true)]
    [InlineData("plain", false)]
    public void White_space_in_front_is_seen(string raw, bool indented) => Assert.Equal(indented, BriefLine.Of(raw).Indented);
}
