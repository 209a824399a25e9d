using System.Runtime.CompilerServices;

namespace TabletopAgent.Measure;

/// <summary>What one recorded probe is worth: worked out once, and put into every median it belongs to.</summary>
internal sealed record ProbeValues(Probe Probe, ProbeDeltaS DeltaS, ProbeCoverage Coverage, ProbeLambda Lambda)
{
    // A live exercise is judged anew with every probe that comes; the values of those before it are the same.
    private static readonly ConditionalWeakTable<Probe, Known> s_known = new();

    public static ProbeValues Of(Probe probe, Targets targets)
    {
        var known = s_known.GetValue(probe, p => new Known(p));
        return new ProbeValues(probe, known.DeltaS, known.Coverage, known.Lambda(targets));
    }

    public static ProbeDeltaS DeltaSOf(Probe probe) => s_known.GetValue(probe, p => new Known(p)).DeltaS;

    public static ProbeCoverage CoverageOf(Probe probe) => s_known.GetValue(probe, p => new Known(p)).Coverage;

    public static ProbeLambda LambdaOf(Probe probe, Targets targets) => s_known.GetValue(probe, p => new Known(p)).Lambda(targets);

    private sealed class Known(Probe probe)
    {
        private ProbeDeltaS? _deltaS;
        private ProbeCoverage? _coverage;
        private (Targets Targets, ProbeLambda Value)? _lambda;

        public ProbeDeltaS DeltaS => _deltaS ??= Measure.DeltaS.OfProbe(probe);

        public ProbeCoverage Coverage => _coverage ??= Measure.Coverage.OfProbe(probe);

        public ProbeLambda Lambda(Targets targets)
        {
            if (_lambda is not { } known || known.Targets != targets) _lambda = known = (targets, Measure.Lambda.OfProbe(probe, targets));
            return known.Value;
        }
    }
}
