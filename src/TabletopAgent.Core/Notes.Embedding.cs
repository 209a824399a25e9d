using static TabletopAgent.Severity;

namespace TabletopAgent;

internal static partial class Notes
{
    // 70x: the built-in embedder
    public static Note NoPair(Place at) => new("TT700", Warning, "is no pair, so nothing was compared. Write two texts with a tab between them.", at);
    public static Note NoWords(Place at) => new("TT701", Warning, "has no word that can be heard, so it has no vector and no ΔS. Write letters or digits.", at);
}
