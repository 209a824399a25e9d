using System.Globalization;
using System.Text;

namespace TabletopAgent.Agent.Grounding;

/// <summary>A reply without what a reader cannot see: what is checked must be what is read.</summary>
internal static class Cleaned
{
    /// <summary>No format or control characters, no blanks that count as letters, one kind of line break.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n') clean.Append('\n');
            else if (rune.Value is '\t' or 0x2800 or 0x3164 or 0xFFA0 || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator) clean.Append(' ');
            else if (!Unseen(rune)) clean.Append(rune);
        }

        return clean.ToString();
    }

    /// <summary>As it is compared: compatibility forms folded, typographic signs as on a keyboard.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
            folded.Append(c switch
            {
                '’' or '‘' or '′' or '`' => '\'',
                '“' or '”' or '„' or '«' or '»' or '″' => '"',
                '–' or '—' or '‒' or '‑' or '‐' or '−' or '―' => '-',
                '\u2206' => 'Δ',
                _ => c,
            });
        return folded.ToString();
    }

    private static bool Unseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or (>= 0x180B and <= 0x180F);
}
