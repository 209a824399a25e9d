using System.Text;

namespace TabletopAgent.Agent;

/// <summary>
/// How many tokens a text is, guessed on the safe side: every model cuts text in its own way, and too few would overflow the window.
/// </summary>
internal static class Tokens
{
    private const double BytesPerToken = 3;

    public static int Of(string text) => OfBytes(Encoding.UTF8.GetByteCount(text));

    public static int OfBytes(long bytes) => (int)Math.Ceiling(bytes / BytesPerToken);

    /// <summary>So many characters are at most so many tokens, whatever they are.</summary>
    public static int Characters(double tokens) => (int)(tokens * BytesPerToken);

    /// <summary>What of the text fits; says so where that is not all.</summary>
    public static string Clip(string text, int tokens)
    {
        var most = Characters(tokens);
        return text.Length <= most ? text : $"{text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)]}… (cut)";
    }
}
