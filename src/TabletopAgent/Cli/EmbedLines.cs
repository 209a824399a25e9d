using System.Globalization;
using System.Text.Json;
using TabletopAgent.Measure;
using TabletopAgent.Render;

namespace TabletopAgent.Cli;

/// <summary>An embedder as these lines need it.</summary>
/// <param name="Hear">Null where the text has no vector.</param>
/// <param name="Silent">Whether a text without a vector has nothing to hear; what else may keep it from having one was said before.</param>
internal sealed record Hearing(string Model, Func<string, float[]?> Hear, Func<string, bool> Silent);

/// <summary>One answer a line, in the order of the input, blank lines included: who counts lines on both sides stays in step.</summary>
internal static class EmbedLines
{
    private const string Unmeasured = "unmeasured";

    /// <summary>More notes of one kind say nothing new.</summary>
    private const int Listed = 5;

    public static int Run(Terminal terminal, string text, string file, Hearing embedder, bool pairs, bool json)
    {
        var lines = (text.EndsWith('\n') ? text[..^1] : text).Split('\n');
        var (notes, unmeasured) = (new List<Note>(), 0);
        for (var i = 0; i < lines.Length; i++)
        {
            var place = new Place(file == "-" ? "standard input" : file, i + 1);
            var cells = pairs ? lines[i].Split('\t') : [lines[i]];
            if (pairs && cells.Length < 2) notes.Add(Notes.NoPair(place));
            var vectors = cells.Take(pairs ? 2 : 1).Select(c => Heard(c, place, embedder, notes)).ToList();
            if (vectors.Contains(null) || pairs && cells.Length < 2) unmeasured++;
            terminal.Line(pairs ? Pair(vectors[0], vectors.ElementAtOrDefault(1), place, embedder, json) : Vector(vectors[0], place, embedder, json));
        }

        foreach (var kind in notes.GroupBy(n => n.Code, StringComparer.Ordinal))
        {
            Inputs.Show(terminal, kind.Take(Listed));
            if (kind.Count() > Listed) Inputs.Show(terminal, [Notes.Repeated(new Place(kind.First().Place.File), kind.Key, kind.Count() - Listed)]);
        }

        return unmeasured < lines.Length ? ExitCode.Ok : ExitCode.Refused;
    }

    /// <summary>The texts that will be asked for.</summary>
    public static IEnumerable<string> Texts(string text, bool pairs) =>
        text.Split('\n').SelectMany(l => pairs ? l.Split('\t').Take(2) : [l]).Where(t => !string.IsNullOrWhiteSpace(t));

    private static string Vector(float[]? vector, Place place, Hearing embedder, bool json) => json
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

    private static string Pair(float[]? a, float[]? b, Place place, Hearing embedder, bool json)
    {
        var (u, v) = (Wide(a), Wide(b));
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
    private static float[]? Heard(string text, Place place, Hearing embedder, List<Note> notes)
    {
        if (embedder.Hear(text) is { } vector) return vector;
        if (embedder.Silent(text) && (notes.Count == 0 || notes[^1].Place != place)) notes.Add(Notes.NoWords(place));
        return null;
    }

    private static double[]? Wide(float[]? vector) => vector is null ? null : Array.ConvertAll(vector, x => (double)x);

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    private static string Json(Place place, Hearing embedder, Action<Utf8JsonWriter> body) => JsonText.Of(TabletopAgent.Json.Compact, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("line", place.Line);
        body(json);
        json.WriteString("embedder", embedder.Model);
        json.WriteEndObject();
    });
}
