using TabletopAgent.Agent;
using TabletopAgent.Agent.Tools;
using TabletopAgent.Measure;
using TabletopAgent.Render;
using TabletopAgent.Tests.Diagnose;

namespace TabletopAgent.Tests.Agent.Tools;

/// <summary>Tools are a line or two over the core: they say what the report says, in words a model can read.</summary>
public sealed class ToolsTests
{
    private static readonly Sitting Evening = Of(File.ReadAllText(Repository.Path("knowledge", "demo", "evening.jsonl")));
    private static readonly Sitting Empty = Of("""{"type":"symptom","text":"it is slow"}""");

    [Fact]
    public void Status_is_the_status() => Assert.Equal(StatusJson.Of(Evening.Report), new ScoreTools(Evening).Status());

    [Fact]
    public void The_scorecard_has_all_six_dimensions()
    {
        var lines = new ScoreTools(Evening).Scorecard().Split('\n');
        Assert.Equal($"overall: {Evening.Report.Overall}", lines[0]);
        Assert.Equal(["RTO", "RPO", "Semantics", "Safety", "Ops", "Docs"], lines[1..].Select(l => l.Split(':')[0]));
        Assert.All(Evening.Report.Dimensions.Values, d => Assert.Contains(lines, l => l.EndsWith(d.Reason, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_next_fix_comes_with_what_must_hold_before_and_after()
    {
        var said = new ScoreTools(Evening).NextFix();
        var step = Evening.Report.Diagnosis.Steps[0];
        Assert.Equal([Evening.Report.Status.NextFix, $"before: {step.Precondition}", $"expect: {step.Expect}", $"undo: {Wording.Undo(step.Reversible)}"], said.Split('\n'));
        Assert.Equal(Empty.Report.Status.NextFix, new ScoreTools(Empty).NextFix());
    }

    [Fact]
    public void Why_gives_evidence_with_its_places_and_what_would_refute()
    {
        var said = new ScoreTools(Evening).Why();
        Assert.StartsWith($"verdict: {Evening.Report.Diagnosis.Verdict}: ", said);
        Assert.All(Evening.Report.Diagnosis.Layers.SelectMany(l => l.For), e => Assert.Contains($"{e.Text} ({e.Kind}, {e.Place})", said));
        Assert.All(Evening.Report.Diagnosis.Layers.SelectMany(l => l.RefutedBy), r => Assert.Contains($"is wrong if: {r}", said));
        Assert.Contains($"would decide it: {Empty.Report.Diagnosis.Ask[0]}", new ScoreTools(Empty).Why());
    }

    [Theory]
    [InlineData("semantics", "semantics: ")]
    [InlineData(" RPO ", "RPO: ")]
    [InlineData("speed", "there is no dimension speed. Ask for rto, rpo, semantics, safety, ops or docs.")]
    public void Why_of_a_dimension_is_its_reason(string dimension, string said) => Assert.StartsWith(said, new ScoreTools(Evening).Why(dimension));

    [Fact]
    public void Probes_are_told_by_phase_with_their_bars()
    {
        var lines = new MeasureTools(Evening).Probes().Split('\n');
        Assert.StartsWith("bars: ΔS median at most 0.45, coverage median at least 0.7,", lines[0]);
        Assert.Equal(Evening.Report.Probes.Keys, lines[1..^1].Select(l => l.Split(':')[0]));
        Assert.StartsWith($"verdict: {Evening.Report.Dimensions["semantics"].Verdict}: ", lines[^1]);
        Assert.Equal(2, new MeasureTools(Empty).Probes().Split('\n').Length);
    }

    [Fact]
    public void Indexes_are_compared_pair_by_pair()
    {
        var two = Of("""{"type":"exercise","v":1,"index":["docs-v3-blue metric=cosine analyzer=icu hash=9f2c","docs-v3-green metric=cosine analyzer=porter hash=9f2c"]}""");
        Assert.EndsWith("docs-v3-blue and docs-v3-green: Mismatch(analyzer)", new MeasureTools(two).IndexIdentities());
        Assert.StartsWith("no index is named", new MeasureTools(Empty).IndexIdentities());
    }

    [Fact]
    public void A_search_finds_pages_best_first()
    {
        var lines = new KnowledgeTools(Empty).Search("stale pages after purge").Split('\n');
        Assert.StartsWith("edge-cache-invalidation | cache | ", lines[0]);
        Assert.InRange(lines.Length, 1, 6);
        Assert.Equal("no page speaks of this. Try other words for what is seen.", new KnowledgeTools(Empty).Search("qqqqq"));
    }

    [Theory]
    [InlineData("secrets-rotation", "sections: secrets-rotation#")]
    [InlineData("secrets-rotation#minimal-fix", "[secrets-rotation#minimal-fix] Minimal fix")]
    [InlineData("secret-rotation", "there is no page secret-rotation. The nearest is secrets-rotation.")]
    [InlineData("secrets-rotation#minimal-fixes", "The nearest is secrets-rotation#minimal-fix.")]
    [InlineData("../../etc/passwd", "there is no page ../../etc/passwd. Find one with Knowledge-search.")]
    public void A_page_or_a_section_is_opened(string asked, string said) => Assert.Contains(said, new KnowledgeTools(Empty).OpenPage(asked), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void The_timeline_gives_the_latest()
    {
        var turn = new Turn(new Speaker("ana", []), "", []);
        Assert.Equal("symptom: it is slow", new ExerciseTools(Empty, turn, _ => { }).ReadTimeline(0));
        Assert.Equal(3, new ExerciseTools(Evening, turn, _ => { }).ReadTimeline(3).Split('\n').Length);
    }

    [Fact]
    public async Task A_log_that_is_only_read_is_not_written()
    {
        var turn = new Turn(new Speaker("ana", ["observer"]), "symptom: slow", []);
        Assert.StartsWith("Refused: this log is only read", await new ExerciseTools(Empty, turn, _ => { }).LogSymptomAsync("slow"));
    }

    private static Sitting Of(string log) => new(Shipped.Log(log), [], () => Shipped.Knowledge, Targets.Default, null, TimeProvider.System);
}
