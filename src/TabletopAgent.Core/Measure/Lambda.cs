namespace TabletopAgent.Measure;

/// <summary>λ of one probe: whether its answers stay together over paraphrases and seeds.</summary>
/// <param name="Symbol">Null where too little was recorded, or where only &lt;&gt; was reported.</param>
/// <param name="States">One per run, in order of paraphrase and seed; a reported symbol counts as one run.</param>
/// <param name="Insufficient">Runs are there but do not make up the paraphrases and seeds that λ needs.</param>
/// <param name="Reported">The symbol was written down, not computed.</param>
internal sealed record ProbeLambda(
    Probe Probe, LambdaState? Symbol, IReadOnlyList<LambdaState> States, bool Insufficient = false, bool Reported = false)
{
    public bool Convergent => Symbol == LambdaState.Convergent;
}

/// <summary>Stability of answers. Fact sheet 1.3(a), state by state in its order; the first rule that matches wins.</summary>
internal static class Lambda
{
    public const string Formula = "share of runs in state → (three paraphrases × two seeds a probe)";

    public static ProbeLambda OfProbe(Probe probe, Targets targets)
    {
        var runs = Answered(probe);
        if (runs.Count == 0) return OfReport(probe);
        if (WellRun(runs, targets) < targets.Paraphrases || probe.Answerable && probe.Section is null)
            return new ProbeLambda(probe, null, [], Insufficient: true);

        var answers = new Answers(runs, targets);
        var middle = Numbers.Median(runs.Select(DeltaS.OfRun).OfType<double>());
        var states = runs.Select((run, i) => State(probe, run, runs, answers, i, DeltaS.OfRun(run) - middle, targets)).ToList();
        return new ProbeLambda(probe, Symbol(states, runs.Select(r => r.Seed).ToList(), targets), states);
    }

    /// <summary>The state of a whole probe. A convergent one has no ×, enough →, and at most one other state in each seed.</summary>
    /// <param name="seeds">The seed of each state.</param>
    public static LambdaState Symbol(IReadOnlyList<LambdaState> states, IReadOnlyList<int?> seeds, Targets targets)
    {
        int Count(LambdaState state) => states.Count(s => s == state);
        if (Count(LambdaState.Chaotic) > 0) return LambdaState.Chaotic;
        var share = Numbers.Round((double)Count(LambdaState.Convergent) / states.Count);
        var strays = states.Zip(seeds, (state, seed) => (state, seed)).Where(x => x.state != LambdaState.Convergent);
        var mostInOneSeed = strays.GroupBy(x => x.seed).Select(g => g.Count()).DefaultIfEmpty().Max();
        if (share >= targets.ConvergentShare && mostInOneSeed <= 1) return LambdaState.Convergent;
        return Count(LambdaState.Divergent) >= Count(LambdaState.Recursive) ? LambdaState.Divergent : LambdaState.Recursive;
    }

    /// <summary>Runs that recorded an answer with its citations, or a refusal or an error. Runs of retrieval alone say nothing about λ.</summary>
    public static List<Run> Answered(Probe probe) => probe.Runs
        .Where(r => r.Error is not null || r.Refused || r.Citations is not null && (r.Answer is not null || r.AnswerVec is not null))
        .OrderBy(r => r.Paraphrase).ThenBy(r => r.Seed).ToList();

    /// <summary>How many paraphrases were run with enough seeds. Runs without a number count as one of their own.</summary>
    public static int WellRun(List<Run> runs, Targets targets) =>
        runs.GroupBy(r => r.Paraphrase).Count(g => g.Select(r => r.Seed).Distinct().Count() >= targets.Seeds);

    public static string Sign(LambdaState state) => state switch
    {
        LambdaState.Convergent => "→",
        LambdaState.Divergent => "←",
        LambdaState.Recursive => "<>",
        _ => "×",
    };

    private static LambdaState State(Probe probe, Run run, List<Run> runs, Answers answers, int i, double? deviation, Targets targets)
    {
        // Where a run has no ΔS the comparisons with it are false: a missing number never makes a run worse. ΔS has its own gate.
        var ds = Numbers.Round(DeltaS.OfRun(run));
        var agrees = answers.Agree(i);
        var hit = probe.Answerable ? Hits(probe, run) : run.Refused;
        if (!Valid(run) || ds >= targets.ZoneDanger || !hit && !agrees) return LambdaState.Chaotic;
        if (!hit || Numbers.Round(deviation) > targets.LambdaDeviation || ds >= targets.ZoneRisk) return LambdaState.Divergent;
        if (!agrees || Jaccard(run, runs[answers.Medoid!.Value]) < targets.LambdaCitations) return LambdaState.Recursive;
        return LambdaState.Convergent;
    }

    private static bool Valid(Run run)
    {
        if (run.Error is not null) return false;
        var citations = run.Citations ?? [];
        if (citations.Count == 0) return run.Refused;
        return run.Retrieved is not { } chunks || citations.All(c => chunks.Any(chunk => Citation.Parse(c).PointsAt(chunk, c)));
    }

    private static bool Hits(Probe probe, Run run)
    {
        var expected = Citation.Parse(probe.Section!);
        return (run.Citations ?? []).Any(c => Citation.Parse(c).Within(expected) || (run.Retrieved ?? []).Any(
            chunk => Citation.Parse(c).PointsAt(chunk, c) && Citation.Of(chunk).Within(expected)));
    }

    private static double Jaccard(Run a, Run b)
    {
        var (x, y) = ((a.Citations ?? []).ToHashSet(StringComparer.Ordinal), (b.Citations ?? []).ToHashSet(StringComparer.Ordinal));
        var both = x.Count(y.Contains);
        return x.Count + y.Count == 0 ? 1 : Numbers.Round((double)both / (x.Count + y.Count - both));
    }

    /// <summary>Upstream's own sample of a healthy probe says &lt;&gt;, so a written &lt;&gt; can mean either and is not taken as measured.</summary>
    private static ProbeLambda OfReport(Probe probe) => probe.ReportedLambda switch
    {
        null => new ProbeLambda(probe, null, []),
        LambdaState.Recursive => new ProbeLambda(probe, null, [], Reported: true),
        { } state => new ProbeLambda(probe, state, [state], Reported: true),
    };
}
