using System.Globalization;
using System.Text;

namespace TabletopAgent.Render;

/// <summary>Lays out plain text: wrapped at a fixed width, so that the same report is the same bytes on every terminal.</summary>
internal static class Column
{
    public const int Width = 100;

    /// <summary>The text after its lead; further lines are indented to the same column.</summary>
    /// <param name="lead">What stands before the first line, such as "  1. "; may carry colour when its width is given.</param>
    public static void Write(TextWriter to, string lead, string? text, int? width = null)
    {
        var indent = width ?? Cells(lead);
        to.Write(lead);
        var used = indent;
        var first = true;
        foreach (var word in Untrusted.OneLine(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = Cells(word);
            if (!first && used + 1 + cells > Width)
            {
                to.Write('\n');
                to.Write(new string(' ', indent));
                used = indent;
                first = true;
            }

            if (!first) to.Write(' ');
            to.Write(word);
            used += cells + (first ? 0 : 1);
            first = false;
        }

        to.Write('\n');
    }

    public static string Pad(string? text, int width)
    {
        var shown = Untrusted.OneLine(text);
        return shown + new string(' ', Math.Max(0, width - Cells(shown)));
    }

    /// <summary>Cells a terminal needs: none for marks that combine, two for wide scripts.</summary>
    public static int Cells(string text)
    {
        var cells = 0;
        foreach (var rune in text.EnumerateRunes())
            cells += Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0
                : rune.Value is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF
                    or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0x1F300 and <= 0x1FAFF ? 2 : 1;
        return cells;
    }
}
