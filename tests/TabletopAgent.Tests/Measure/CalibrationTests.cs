using FsCheck.Xunit;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class CalibrationTests
{
    private const int N = 20;

    /// <summary>Question i points along axis i; its section lies the given ΔS from it, on an axis of its own, so that strangers have ΔS 1.</summary>
    private static RightPair Pair(int i, double ds, string? model = "bge", int alike = -1, double by = 0)
    {
        var (question, section) = (new double[2 * N], new double[2 * N]);
        (question[i], section[i]) = (1, 1 - ds);
        if (alike >= 0) section[alike] = by;
        section[N + i] = Math.Sqrt(1 - (1 - ds) * (1 - ds) - by * by);
        return RightPair.Of($"p{i}", $"s{i}", model, question, section)!;
    }

    private static CalibrationReport Of(IEnumerable<RightPair> pairs, Targets? targets = null) => Calibration.Of([.. pairs], targets ?? Targets.Default)!;

    [Fact]
    public void Golden_numbers_by_hand()
    {
        // Right pairs at 0.01, 0.02 … 0.20: the middle is 0.105, and a tenth of them, two, lie above 0.18.
        // Of 20 × 19 random pairs one is at 0.7 (question 5, section 0), the others at 1: 0.5 % of 380 is one pair, under 1.
        var c = Of(Enumerable.Range(0, N).Select(i => i == 0 ? Pair(0, 0.01 + 0.19, alike: 5, by: 0.3) : Pair(i, 0.01 * i)));
        Assert.Equal((N, 380, 0.105, 1.0), (c.Probes, c.Pairs, c.MatchedMedian, c.ShuffledMedian));
        Assert.Equal(1, c.Auc);
        Assert.Equal((new BarsReport(0.45, 0.60), "raw", null), (c.Raw, c.InForce, c.Warning));
        Assert.Equal(new BarsReport(1, 0.18), c.Calibrated);
        Assert.Equal(1, c.MatchedPassing);
        Assert.Equal(1, c.Matched.Sum(), 3);
    }

    [Fact]
    public void The_bars_are_where_so_many_lie_on_the_wrong_side()
    {
        // Twenty random pairs are at 0.8 (question i + 1, section i) and more than 0.5 % of 380; then at 0.3, with right ones from 0.4 to 0.59, two of them above 0.57.
        var c = Of(Enumerable.Range(0, N).Select(i => Pair(i, 0.05 + 0.01 * i, alike: (i + 1) % N, by: 0.2)));
        Assert.Equal(new BarsReport(0.8, 0.22), c.Calibrated);
        var closer = Of(Enumerable.Range(0, N).Select(i => Pair(i, 0.4 + 0.01 * i, alike: (i + 1) % N, by: 0.7)));
        Assert.Equal(new BarsReport(0.3, 0.57), closer.Calibrated);
    }

    [Fact]
    public void A_bar_that_passes_strangers_or_fails_right_ones_is_warned_of()
    {
        var near = Of(Enumerable.Range(0, N).Select(i => Pair(i, 0.4, alike: (i + 1) % N, by: 0.7)));
        Assert.Contains("0.45 would pass 5.26 % of random pairs", near.Warning, StringComparison.Ordinal); // 20 of 380
        var far = Of(Enumerable.Range(0, N).Select(i => Pair(i, 0.7)));
        Assert.Contains("0.45 would fail right ones: half of them lie at or above 0.7", far.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Under_twenty_probes_there_is_none()
    {
        Assert.Null(ProbeBoard.Of([.. Enumerable.Range(1, 19).Select(i => Text(i))], Make.Targets).Calibration);
        var c = ProbeBoard.Of([.. Enumerable.Range(1, 20).Select(i => Text(i))], Make.Targets).Calibration!;
        Assert.Equal((20, 380), (c.Probes, c.Pairs));
        Assert.StartsWith("tabletop-static-", c.Embedder, StringComparison.Ordinal);
        Assert.InRange(c.Auc, 0.9, 1);
    }

    [Fact]
    public void The_seeds_bars_stay_the_verdict_unless_the_targets_say_calibrated()
    {
        TabletopAgent.Exercises.Event[] probes = [.. Enumerable.Range(1, 20).Select(i => Text(i))];
        Assert.Equal(0.45, ProbeBoard.Of(probes, Make.Targets).DeltaS.Target);
        var board = ProbeBoard.Of(probes, Make.Targets with { Calibrated = 1 });
        Assert.Equal(board.Calibration!.Calibrated.Pass, board.DeltaS.Target);
        Assert.Equal("calibrated", board.Calibration.InForce);
    }

    [Fact]
    public void With_few_probes_the_built_in_embedder_brings_its_own_bars_and_others_are_told_that_they_have_none()
    {
        var own = ProbeBoard.Of([Text(1)], Make.Targets with { Calibrated = 1 });
        Assert.InRange(own.DeltaS.Target!.Value, 0.3, 0.7);
        Assert.NotEqual(0.45, own.DeltaS.Target);
        var other = ProbeBoard.Of([Make.Dense(1, "bge", 0.3)], Make.Targets with { Calibrated = 1 });
        Assert.Equal(0.45, other.DeltaS.Target);
        Assert.Contains(other.Notes, n => n.Code == "TT723");
    }

    [Property]
    public bool The_order_of_probes_changes_nothing(int seed)
    {
        TabletopAgent.Exercises.Event[] probes = [.. Enumerable.Range(1, 24).Select(i => Text(i))];
        var shuffled = probes.ToArray();
        new Random(seed).Shuffle(shuffled);
        var (a, b) = (ProbeBoard.Of(probes, Make.Targets).Calibration!, ProbeBoard.Of(shuffled, Make.Targets).Calibration!);
        return Render.SampleCalibration.Json(a) == Render.SampleCalibration.Json(b);
    }

    private static readonly string[] Topics =
    [
        "annual leave", "parking permits", "invoice approval", "password reset", "travel booking", "laptop repair", "expense claims", "index restore", "queue replay", "cache warm-up",
        "secret rotation", "region failover", "webhook retries", "backup schedule", "incident comms", "data retention", "tenant isolation", "chunk overlap", "rate limits", "cold starts",
        "audit logs", "feature flags", "canary release", "prompt injection",
    ];

    private static TabletopAgent.Exercises.Event Text(int i) => Make.Event(
        $$"""{"phase":"post","probe_id":"p-{{i:000}}","question":"How does {{Topics[i - 1]}} work?","expected_section":"s{{i}}","expected":{"text":"{{Topics[i - 1]}}: how it works and whom to ask."},"runs":[{"paraphrase":1,"seed":1,"retrieved":[{"text":"{{Topics[i - 1]}}: how it works and whom to ask."}]}]}""", line: i);
}
