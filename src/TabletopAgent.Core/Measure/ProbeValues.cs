namespace TabletopAgent.Measure;

/// <summary>What one recorded probe is worth: worked out once, and put into every median it belongs to.</summary>
internal sealed record ProbeValues(Probe Probe, ProbeDeltaS DeltaS, ProbeCoverage Coverage, ProbeLambda Lambda)
{
    public static ProbeValues Of(Probe probe, Targets targets) =>
        new(probe, Measure.DeltaS.OfProbe(probe), Measure.Coverage.OfProbe(probe), Measure.Lambda.OfProbe(probe, targets));
}
