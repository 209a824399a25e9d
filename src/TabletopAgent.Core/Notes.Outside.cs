using static System.FormattableString;
using static TabletopAgent.Severity;

namespace TabletopAgent;

/// <summary>71x and 72x: the outside embedder, ΔS from text, and what its bars are worth.</summary>
internal static partial class Notes
{
    // 71x: the outside embedder
    public static Note EmbedderIncomplete(Place at, string missing) => new("TT710", Warning,
        $"section Embedder has no {missing}, so the built-in embedder is used. Set TABLETOP__Embedder__{missing}.", at);
    public static Note EmbedderEndpoint(Place at, string got) => new("TT711", Warning,
        $"Embedder.Endpoint \"{Cut(got)}\" is no address that ends in /v1, so the built-in embedder is used. Write one such as http://localhost:11434/v1.", at);
    public static Note EmbedderKeyInFile(Place at) => new("TT712", Warning,
        "holds the embedder's key; it is not used. Take it out, and set TABLETOP__Embedder__ApiKey.", at);
    public static Note EmbedderNumber(Place at, string name, string got, double least, double most, double kept) => new("TT713", Warning,
        Invariant($"Embedder.{name} is \"{Cut(got)}\"; write a number from {least:0.####} to {most:0.####}. {kept:0.####} stays."), at);
    public static Note EmbedderSetting(Place at, string name, string? near) => new("TT714", Warning, $"setting Embedder.{Cut(name)} is not known{Near(near)}. It is not used.", at);
    public static Note EmbedderFailed(Place at, string model, int without, int of, string why) => new("TT715", Warning,
        Invariant($"{without} of {of} text(s) have no vector of {Cut(model)}: {why} Where one is missing ΔS is unmeasured."), at);
    public static Note VectorsUnusable(Place at, string model, int count, string what) => new("TT716", Warning,
        Invariant($"{count} vector(s) of {Cut(model)} cannot be used ({what}). Their texts have no ΔS; look at how the model is served, and raise Embedder.Revision where it is another one by now."), at);

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
