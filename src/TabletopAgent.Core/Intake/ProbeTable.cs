using System.Globalization;
using System.Text.Json;
using TabletopAgent.Exercises;

namespace TabletopAgent.Intake;

/// <summary>Reads a table of probes, from CSV or Markdown: a header names the fields in any spelling, each row is a probe.</summary>
internal static class ProbeTable
{
    private static readonly string[] Own =
        ["probe_id", "question", "expected_section", "ΔS_q_r", "coverage", "λ_state", "citations", "index_family", "retriever_metric", "analyzer", "runs", "retrieved_text"];

    /// <summary>Whether a name is a field that only a probe has.</summary>
    public static bool Known(string name) => Array.IndexOf(Own, EventCatalog.Canonical("probe", name.Trim())) >= 0;

    /// <summary>Whether the first row names at least two fields of a probe.</summary>
    public static bool IsHeader(string text)
    {
        var (delimiter, skipped) = Csv.Delimiter(text);
        var rest = text.AsSpan(skipped).TrimStart('\n');
        var end = rest.IndexOf('\n');
        var cells = (end < 0 ? rest : rest[..end]).ToString().Split(delimiter);
        return cells.Length > 1 && cells.Count(c => Known(c.Trim().Trim('"'))) > 1;
    }

    public static void Read(string text, string file, int firstLine, Gathered into, string? phase = null)
    {
        var (delimiter, rows) = Csv.Read(text, file, firstLine, into.Notes);
        Read(rows, delimiter, file, into, phase);
    }

    public static void Read(List<Csv.Row> rows, char delimiter, string file, Gathered into, string? phase)
    {
        var header = rows[0].Cells;
        var names = header.Select(h => EventCatalog.Canonical("probe", h)).ToList();
        SlipsOfThePen(names, header, new Place(file, rows[0].Line), into.Notes);
        foreach (var row in rows.Skip(1))
        {
            var place = new Place(file, row.Line);
            if (row.Cells.Count > header.Count) into.Notes.Add(Notes.RaggedRow(place, row.Cells.Count, header.Count));
            var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            for (var i = 0; i < Math.Min(names.Count, row.Cells.Count); i++)
                if (row.Cells[i].Length > 0 && names[i].Length > 0) fields[names[i]] = Value(names[i], row.Cells[i], delimiter);
            if (row.Cells.Count > header.Count) fields["extra"] = Json.Element(row.Cells.Skip(header.Count));
            var notes = new List<Note>();
            if (EventReader.Read(Json.Element(fields), place, notes, "probe") is { } probe) into.Found(InPhase(probe, phase));
            // Misspelt columns were named once, at the header.
            into.Notes.AddRange(notes.Where(n => n.Code != "TT105"));
        }
    }

    /// <summary>A probe in the phase of its heading, unless it names its own.</summary>
    public static Event InPhase(Event probe, string? phase) => phase is null || probe.Fields.ContainsKey("phase")
        ? probe
        : probe with { Fields = new Dictionary<string, JsonElement>(probe.Fields, StringComparer.Ordinal) { ["phase"] = Json.Element(phase) } };

    private static void SlipsOfThePen(List<string> names, IReadOnlyList<string> header, Place place, List<Note> notes)
    {
        for (var i = 0; i < names.Count; i++)
            if (EventCatalog.Find("probe", names[i]) is null && Text.Words.Nearest(names[i], EventCatalog.Types["probe"].Select(f => f.Name)) is { } near)
                notes.Add(Notes.NearField(place, header[i], near));
    }

    private static JsonElement Value(string name, string cell, char delimiter)
    {
        // The apostrophe that our own writer puts before a cell which a spreadsheet would run.
        if (cell.Length > 1 && cell[0] == '\'' && cell[1] is '=' or '+' or '-' or '@') cell = cell[1..];
        var kind = EventCatalog.Find("probe", name)?.Kind ?? FieldKind.Any;
        if ((kind is FieldKind.List or FieldKind.Object || name == "retrieved_text") && cell[0] is '[' or '{')
        {
            try
            {
                return JsonElement.Parse(Json.Mended(cell), JsonPlaces.Tolerant);
            }
            catch (JsonException)
            {
                return Json.Element(cell);
            }
        }

        if (kind == FieldKind.List) return Json.Element(cell.Split([';', '|', '\n', delimiter == ',' ? ';' : ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return kind is FieldKind.Number or FieldKind.Any && name != "retrieved_text" && Number(cell, delimiter == ';') is { } number ? Json.Element(number) : Json.Element(cell);
    }

    /// <summary>A finite number, also as per cent, and with a decimal comma where the semicolon separates cells; else null.</summary>
    internal static double? Number(string cell, bool decimalComma)
    {
        cell = cell.Trim().Replace('−', '-');
        if (decimalComma && !cell.Contains('.', StringComparison.Ordinal)) cell = cell.Replace(',', '.');
        var percent = cell.EndsWith('%');
        if (!double.TryParse(cell.AsSpan().TrimEnd("% "), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return null;
        return percent ? Math.Round(number / 100, 6) : number;
    }
}
