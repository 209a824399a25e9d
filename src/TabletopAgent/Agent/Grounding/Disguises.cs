using System.Text;
using System.Text.RegularExpressions;

namespace TabletopAgent.Agent.Grounding;

/// <summary>A text, and what it says to whoever reads it backwards, decoded, or by first letters.</summary>
internal static partial class Disguises
{
    public static IEnumerable<string> Of(string text)
    {
        var plain = Cleaned.Folded(Cleaned.Of(text));
        yield return plain;
        yield return Leet(plain, 'l');
        yield return Leet(plain, 'i');
        yield return Reversed(plain);
        yield return string.Join(' ', plain.Split(' ').Select(Reversed));
        yield return Rotated(plain);
        yield return string.Concat(Word().Matches(plain).Select(m => m.Value[0]));
        yield return string.Concat(plain.Split('\n').Select(l => l.TrimStart(' ', '-', '*', '>', '|')).Where(l => l.Length > 0).Select(l => l[0]));
        foreach (var decoded in Decoded(plain)) yield return decoded;
    }

    /// <summary>Letters and digits alone, in lower case: spaces and points between them hide nothing.</summary>
    public static string Letters(string text) => string.Concat(Cleaned.Folded(text).Normalize(NormalizationForm.FormKD).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static IEnumerable<string> Decoded(string text)
    {
        if (text.Contains('%', StringComparison.Ordinal)) yield return Uri.UnescapeDataString(text);
        var joined = string.Concat(Coded().Matches(text).Select(m => m.Value));
        foreach (var run in Coded().Matches(text).Select(m => m.Value).Append(joined).Append(text.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)).Distinct())
        {
            if (Base64(run) is { } plain) yield return plain;
            if (run.Length % 2 == 0 && run.All(char.IsAsciiHexDigit)) yield return Encoding.UTF8.GetString(Convert.FromHexString(run));
        }

        var codes = Number().Matches(text).Select(m => int.Parse(m.Value)).ToList();
        if (codes.Count >= 8 && codes.TrueForAll(c => c is >= 32 and < 127)) yield return string.Concat(codes.Select(c => (char)c));
    }

    private static string? Base64(string run)
    {
        var padded = run.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        padded = padded.PadRight((padded.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        return padded.Length >= 8 && Convert.TryFromBase64String(padded, bytes, out var written) ? Encoding.UTF8.GetString(bytes, 0, written) : null;
    }

    private static string Reversed(string text)
    {
        var letters = text.ToCharArray();
        Array.Reverse(letters);
        return new string(letters);
    }

    private static string Rotated(string text) =>
        string.Concat(text.Select(c => char.IsAsciiLetterLower(c) ? (char)((c - 'a' + 13) % 26 + 'a') : char.IsAsciiLetterUpper(c) ? (char)((c - 'A' + 13) % 26 + 'A') : c));

    private static string Leet(string text, char one) =>
        string.Concat(text.Select(c => c switch { '0' => 'o', '1' => one, '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', '@' => 'a', '$' => 's', _ => c }));

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)] private static partial Regex Word();

    [GeneratedRegex("[A-Za-z0-9+/=_-]{8,}", RegexOptions.CultureInvariant)] private static partial Regex Coded();

    [GeneratedRegex(@"\b[0-9]{2,3}\b", RegexOptions.CultureInvariant)] private static partial Regex Number();
}
