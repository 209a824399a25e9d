namespace TabletopAgent.Render;

/// <summary>Columns of plain text, each as wide as its widest cell.</summary>
internal static class TextTable
{
    public static void Write(TextWriter to, string[] head, IEnumerable<string[]> rows, Ink ink)
    {
        string[][] all = [head, .. rows];
        var widths = head.Select((_, c) => all.Max(row => Column.Cells(Untrusted.OneLine(row[c])))).ToArray();
        for (var r = 0; r < all.Length; r++)
        {
            var line = "  " + string.Join("  ", all[r].Select((cell, c) => Column.Pad(cell, widths[c]))).TrimEnd();
            to.Write((r == 0 ? ink.Faint(line) : line) + "\n");
        }
    }
}
