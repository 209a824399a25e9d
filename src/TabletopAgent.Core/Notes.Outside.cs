using static System.FormattableString;
using static TabletopAgent.Severity;

namespace TabletopAgent;

/// <summary>72x: ΔS from text, and what its bars are worth.</summary>
internal static partial class Notes
{
    public static Note NoEmbedder(Place at, string why) => new("TT720", Warning,
        $"has text, but the built-in embedder cannot be read ({Cut(why)}), so ΔS from text is unmeasured. Install the program again.", at);
    public static Note Disagrees(Place at, IReadOnlyList<string> probes, int count, double bar) => new("TT721", Warning,
        Invariant($"{count} reported ΔS differ by more than {bar:0.####} from what the same embedder gives here ({Cut(string.Join(", ", probes))}). The computed values count; see how the reported ones were made."), at);
    public static Note NotCalibrated(Place at, double probes, double pass, double act) => new("TT723", Warning,
        Invariant($"targets say calibrated, but fewer than {probes:0} probes of the embedder that counts have a question and its right section, as vectors or texts; the bars stay {pass:0.####} and {act:0.####}."), at);
    public static Note TooFewToCalibrate(Place at, double probes) => new("TT724", Warning,
        Invariant($"fewer than {probes:0} probes of one embedder have a question and its right section (expected, or retrieved) as vectors or texts; record them, and the bars can be calibrated."), at);
    public static Note PlotNotWritten(Place at, string why) => new("TT725", Error, $"the plot cannot be written there ({Cut(why)}); name another file: --out FILE.svg", at);
    public static Note FromText(Place at, int count, string model, double? reported) => new("TT722", Info,
        Invariant($"ΔS of {count} probe(s) was computed from their text by {Cut(model)}, as they hold no vectors{(reported is { } r ? Invariant($"; the reported median, {r:0.####}, is unverified and gates nothing") : "")}."), at);
}
