namespace TabletopAgent.Measure;

/// <summary>Unmeasured never counts as a pass: an exercise passes only where everything was measured and held.</summary>
internal enum Verdict
{
    Pass,
    Fail,
    Unmeasured,
}

/// <summary>One judged quantity, complete in itself, so that no writer of reports invents a sentence or a number.</summary>
/// <param name="Name">As people say it: <c>ΔS</c>, <c>coverage</c>, <c>λ</c>.</param>
/// <param name="Value">At most 4 decimals; null where nothing was measured, never NaN.</param>
/// <param name="Unit"><c>0–1</c>, <c>min</c>, <c>%</c> …</param>
/// <param name="Target">The bar the value was held against, in the same unit.</param>
/// <param name="Reason">One sentence, no full stop, that says why the verdict is what it is.</param>
/// <param name="Formula">How the value comes about, short enough to check by hand.</param>
/// <param name="Evidence">Ids of the probes or events used, in ordinal order.</param>
internal sealed record Measurement(
    string Name, Verdict Verdict, double? Value, string? Unit, double? Target, string Reason, string Formula, IReadOnlyList<string> Evidence);
