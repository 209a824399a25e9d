using System.Globalization;
using System.Text.Json;
using TabletopAgent.Embedding;
using TabletopAgent.Measure;
using TabletopAgent.Render;

namespace TabletopAgent.Cli;

/// <summary>One answer a line, in the order of the input, blank lines included: who counts lines on both sides stays in step.</summary>
internal static class EmbedLines
{
    private const string Unmeasured = "unmeasured";

    /// <summary>More notes of one kind say nothing new.</summary>
    private const int Listed = 5;

    public static int Run(Terminal terminal, string text, string file, Embedder embedder, bool pairs, bool json)
    {
        var lines = (text.EndsWith('\n') ? text[..^1] : text).Split('\n');
        var notes = new List<Note>();
        for (var i = 0; i < lines.Length; i++)
        {
            var place = new Place(file == "-" ? "standard input" : file, i + 1);
            terminal.Line(pairs ? Pair(lines[i], place, embedder, json, notes) : Vector(lines[i], place, embedder, json, notes));
        }

        foreach (var kind in notes.GroupBy(n => n.Code, StringComparer.Ordinal))
        {
            Inputs.Show(terminal, kind.Take(Listed));
            if (kind.Count() > Listed) Inputs.Show(terminal, [Notes.Repeated(new Place(kind.First().Place.File), kind.Key, kind.Count() - Listed)]);
        }

        return notes.Count < lines.Length ? ExitCode.Ok : ExitCode.Refused;
    }

    private static string Vector(string line, Place place, Embedder embedder, bool json, List<Note> notes)
    {
        var vector = Heard(line, place, embedder, notes);
        return json
            ? Json(place, embedder, writer =>
            {
                if (vector is null) writer.WriteNull("vector");
                else
                {
                    writer.WriteStartArray("vector");
                    foreach (var x in vector) writer.WriteNumberValue(x);
                    writer.WriteEndArray();
                }
            })
            : vector is null ? Unmeasured : string.Join(' ', vector.Select(x => x.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Pair(string line, Place place, Embedder embedder, bool json, List<Note> notes)
    {
        var cells = line.Split('\t');
        if (cells.Length < 2) notes.Add(Notes.NoPair(place));
        var (u, v) = cells.Length < 2 ? (null, null) : (Wide(Heard(cells[0], place, embedder, notes)), Wide(Heard(cells[1], place, embedder, notes)));
        var (cosine, stress) = (Numbers.Round(DeltaS.Cos(u, v)), Numbers.Round(DeltaS.Between(u, v)));
        return json
            ? Json(place, embedder, writer =>
            {
                Number(writer, "cosine", cosine);
                Number(writer, "delta_s", stress);
            })
            : cosine is null ? Unmeasured : $"cosine {Numbers.Show(cosine.Value)}  delta_s {Numbers.Show(stress!.Value)}";
    }

    /// <summary>Null, with a note, where there is nothing to hear: zeros would be taken for a vector.</summary>
    private static float[]? Heard(string text, Place place, Embedder embedder, List<Note> notes)
    {
        var vector = embedder.Embed(text);
        if (Array.Exists(vector, x => x != 0)) return vector;
        if (notes.Count == 0 || notes[^1].Place != place) notes.Add(Notes.NoWords(place));
        return null;
    }

    private static double[]? Wide(float[]? vector) => vector is null ? null : Array.ConvertAll(vector, x => (double)x);

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    private static string Json(Place place, Embedder embedder, Action<Utf8JsonWriter> body) => JsonText.Of(TabletopAgent.Json.Compact, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("line", place.Line);
        body(json);
        json.WriteString("embedder", $"{embedder.Name}@{embedder.Rev}");
        json.WriteEndObject();
    });
}
