using System.Globalization;
using System.Text;

namespace TabletopAgent.Render;

/// <summary>
/// Text that strangers wrote, made harmless to look at. Escape sequences can rewrite a screen and bidi marks can turn a line round,
/// so what steers a terminal is shown instead of obeyed.
/// </summary>
internal static class Untrusted
{
    private const char ZeroWidthNonJoiner = '\u200C';
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>One line of plain text: line breaks and tabs become spaces, other controls ␛ or \u{…}.</summary>
    public static string OneLine(string? text)
    {
        if (text is null) return "";
        if (!Steers(text)) return text;
        var shown = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                var point = char.ConvertToUtf32(c, text[++i]);
                if (CharUnicodeInfo.GetUnicodeCategory(point) == UnicodeCategory.Format) shown.Append($"\\u{{{point:X}}}");
                else shown.Append(c).Append(text[i]);
            }
            else if (c is '\n' or '\t' or '\r')
            {
                if (c != '\r' || i + 1 == text.Length || text[i + 1] != '\n') shown.Append(' ');
            }
            else if (c < ' ') shown.Append((char)(0x2400 + c));
            else if (c == '\u007F') shown.Append('␡');
            else if (Steers(c)) shown.Append($"\\u{{{(int)c:X}}}");
            else shown.Append(c);
        }

        return shown.ToString();
    }

    /// <summary>The same JSON with the invisible characters that its writer lets through as \u escapes.</summary>
    public static string InJson(string json)
    {
        if (!Steers(json)) return json;
        var safe = new StringBuilder(json.Length + 16);
        for (var i = 0; i < json.Length; i++)
        {
            // Line breaks stand between values only; the writer escapes those inside strings.
            var c = json[i];
            var astral = char.IsSurrogate(c) && CharUnicodeInfo.GetUnicodeCategory(json, char.IsLowSurrogate(c) && i > 0 ? i - 1 : i) == UnicodeCategory.Format;
            if (astral || !char.IsSurrogate(c) && c != '\n' && Steers(c)) safe.Append($"\\u{(int)c:X4}");
            else safe.Append(c);
        }

        return safe.ToString();
    }

    private static bool Steers(string text)
    {
        foreach (var c in text)
            if (Steers(c)) return true;
        return false;
    }

    /// <summary>Surrogates count here so that the slow way looks at the pair.</summary>
    private static bool Steers(char c) => c switch
    {
        < ' ' => true,
        < '\u007F' => false,
        ZeroWidthJoiner or ZeroWidthNonJoiner => false,
        _ => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate,
    };
}
