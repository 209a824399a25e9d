using TabletopAgent.Intake;

namespace TabletopAgent.Tests.Intake;

public sealed class BriefLabelsTests
{
    [Theory]
    [InlineData("Symptoms", Section.Symptoms)]
    [InlineData("What we see", Section.Symptoms)]
    [InlineData("observed_symptoms", Section.Symptoms)]
    [InlineData("Region topology", Section.Topology)]
    [InlineData("REGION-TOPOLOGY", Section.Topology)]
    [InlineData("index family & analyzer", Section.Index)]
    [InlineData("Index family / analyzer", Section.Index)]
    [InlineData("ΔS and coverage", Section.Probes)]
    [InlineData("Tell me", Section.Prompt)]
    public void A_part_is_known_however_its_label_is_written(string label, object section) => Assert.Equal((Section)section, BriefLabels.Find(label)!.Section);

    [Theory]
    [InlineData("Probes after", "post")]
    [InlineData("Baseline probes", "baseline")]
    [InlineData("Probe results before the failover", "baseline")]
    [InlineData("probes during incident", "inject")]
    [InlineData("probes", null)]
    public void A_label_of_probes_names_their_phase(string label, string? phase) => Assert.Equal((Section.Probes, phase), (BriefLabels.Find(label)!.Section, BriefLabels.Find(label)!.Phase));

    [Theory]
    [InlineData("")]
    [InlineData("checkout")]
    [InlineData("before")]
    [InlineData("symptoms after")]
    [InlineData("writes in region A fail with")]
    public void Other_words_are_no_label(string label) => Assert.Null(BriefLabels.Find(label));

    [Theory]
    [InlineData("Symptons", "symptoms")]
    [InlineData("topologie", "topology")]
    [InlineData("checkout", null)]
    [InlineData("symptoms", null)]
    public void A_slip_of_the_pen_names_what_was_meant(string label, string? meant) => Assert.Equal(meant, BriefLabels.Nearest(label));

    [Theory]
    [InlineData("tier", "tier")]
    [InlineData("Title", "title")]
    public void A_field_of_the_exercise_keeps_its_name(string label, string field) => Assert.Equal(field, BriefLabels.Find(label)!.Field);
}
