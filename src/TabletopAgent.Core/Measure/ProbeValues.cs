namespace TabletopAgent.Measure;

/// <summary>What one recorded probe is worth: worked out once, and put into every median it belongs to.</summary>
internal sealed record ProbeValues(Probe Probe, ProbeDeltaS DeltaS, ProbeCoverage Coverage, ProbeLambda Lambda)
{
    public static ProbeValues Of(Probe probe, Targets targets)
    {
        var known = KnownOf(probe);
        return new ProbeValues(probe, known.DeltaS, known.Coverage, known.Lambda(targets));
    }

    public static ProbeDeltaS DeltaSOf(Probe probe) => KnownOf(probe).DeltaS;

    public static ProbeCoverage CoverageOf(Probe probe) => KnownOf(probe).Coverage;

    public static ProbeLambda LambdaOf(Probe probe, Targets targets) => KnownOf(probe).Lambda(targets);

    // A live exercise is judged anew with every probe that comes; the values of those before it are the same.
    private static Known KnownOf(Probe probe)
    {
        if (probe.Worth.Of is not Known known || !known.IsOf(probe)) probe.Worth.Of = known = new Known(probe);
        return known;
    }

    private sealed class Known(Probe probe)
    {
        private ProbeDeltaS? _deltaS;
        private ProbeCoverage? _coverage;
        private (Targets Targets, ProbeLambda Value)? _lambda;

        /// <summary>A changed copy of a probe is another one.</summary>
        public bool IsOf(Probe other) => ReferenceEquals(probe, other);

        public ProbeDeltaS DeltaS => _deltaS ??= Measure.DeltaS.OfProbe(probe);

        public ProbeCoverage Coverage => _coverage ??= Measure.Coverage.OfProbe(probe);

        public ProbeLambda Lambda(Targets targets)
        {
            if (_lambda is not { } known || known.Targets != targets) _lambda = known = (targets, Measure.Lambda.OfProbe(probe, targets));
            return known.Value;
        }
    }
}
