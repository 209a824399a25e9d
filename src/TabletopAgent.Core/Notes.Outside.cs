using static System.FormattableString;
using static TabletopAgent.Severity;

namespace TabletopAgent;

/// <summary>72x: ΔS from text.</summary>
internal static partial class Notes
{
    public static Note NoEmbedder(Place at, string why) => new("TT720", Warning,
        $"has text, but the built-in embedder cannot be read ({Cut(why)}), so ΔS from text is unmeasured. Install the program again.", at);
    public static Note Disagrees(Place at, IReadOnlyList<string> probes, int count, double bar) => new("TT721", Warning,
        Invariant($"{count} reported ΔS differ by more than {bar:0.####} from what the same embedder gives here ({Cut(string.Join(", ", probes))}). The computed values count; see how the reported ones were made."), at);
    public static Note FromText(Place at, int count, string model, double? reported) => new("TT722", Info,
        Invariant($"ΔS of {count} probe(s) was computed from their text by {Cut(model)}, as they hold no vectors{(reported is { } r ? Invariant($"; the reported median, {r:0.####}, is unverified and gates nothing") : "")}."), at);
}
