namespace TabletopAgent.Embedders;

/// <summary>The outside embedder did not do what was asked; the message says why, and what people can do, in words of ours: the server's own are never shown.</summary>
/// <param name="ofTheseTexts">Whether the server only refused what it was sent; it may still take other texts.</param>
internal sealed class EmbedderIllException(string why, bool ofTheseTexts = false, Exception? inner = null) : Exception(why, inner)
{
    public bool OfTheseTexts { get; } = ofTheseTexts;
}
