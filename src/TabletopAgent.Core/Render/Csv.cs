using System.Buffers;
using System.Globalization;

namespace TabletopAgent.Render;

/// <summary>Writes CSV by RFC 4180 that Excel opens as it is meant: UTF-8 with a byte order mark, and no cell that runs as a formula.</summary>
internal sealed class CsvWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\",\r\n;\t");

    private readonly TextWriter _to;

    /// <param name="to">A UTF-8 writer that adds no byte order mark of its own; this one writes it.</param>
    public CsvWriter(TextWriter to)
    {
        _to = to;
        _to.Write('\uFEFF');
    }

    public void Row(params IEnumerable<string?> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first) _to.Write(',');
            first = false;
            _to.Write(Cell(cell ?? ""));
        }

        _to.Write("\r\n");
    }

    /// <summary>A value as a cell: quoted where it must be, and with an apostrophe where a spreadsheet would run it.</summary>
    public static string Cell(string value)
    {
        if (Runs(value)) value = "'" + value;
        return value.AsSpan().ContainsAny(Special) || value.StartsWith(' ') || value.EndsWith(' ')
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;
    }

    private static bool Runs(string value) =>
        value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r'
        && !double.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
}
