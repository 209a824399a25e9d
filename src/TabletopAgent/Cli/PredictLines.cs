using System.Text;
using System.Text.Json;
using TabletopAgent.Diagnose;
using TabletopAgent.Intake;
using TabletopAgent.Render;

namespace TabletopAgent.Cli;

/// <summary>diagnose --jsonl: one text a line in, one prediction a line out, in the order of the input, on all cores.</summary>
internal static class PredictLines
{
    /// <summary>Lines taken at a time: enough to keep the cores busy, few enough to answer while more are read.</summary>
    private const int Batch = 256;

    public static int Run(Terminal terminal, string file, IReadOnlyList<string> folders, Settings settings)
    {
        using var reader = file == "-" && terminal.In is { } piped ? new StreamReader(piped(), Encoding.UTF8) : Open(terminal, file);
        if (reader is null) return ExitCode.CouldNotRun;
        var knowledge = Wiring.LoadKnowledge(folders);
        var (read, answered) = (0, 0);
        while (true)
        {
            var lines = new List<(string Text, Place Place)>(Batch);
            while (lines.Count < Batch && reader.ReadLine() is { } line)
                if (++read > 0 && !string.IsNullOrWhiteSpace(line)) lines.Add((line, new Place(file, read)));
            if (lines.Count == 0) break;

            var answers = new (string? Line, Note? Note)[lines.Count];
            Parallel.For(0, lines.Count, i => answers[i] = Answer(lines[i].Text, lines[i].Place, (text, at) => Wiring.Predict(text, at, knowledge, settings.Targets)));
            foreach (var (line, note) in answers)
            {
                if (note is not null) Inputs.Show(terminal, [note]);
                if (line is null) continue;
                terminal.Line(line);
                answered++;
            }

            if (terminal.Progress) terminal.Error.Write($"\r{answered} lines");
        }

        if (terminal.Progress && read > 0) terminal.Error.Write('\n');
        return answered > 0 ? ExitCode.Ok : read > 0 ? ExitCode.Refused : Inputs.Nothing(terminal, "diagnose");
    }

    private static StreamReader? Open(Terminal terminal, string file)
    {
        try
        {
            if (!Directory.Exists(file)) return new StreamReader(file, Encoding.UTF8);
            Say("is a folder");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Say(InputFile.Why(e));
        }

        return null;

        void Say(string why) => terminal.Error.Write($"could not run: {Untrusted.OneLine(file)}: {Untrusted.OneLine(why)}. Name a file with one {{\"id\": …, \"text\": …}} a line, or - for what is piped in.\n");
    }

    /// <summary>The prediction for one line, or what is wrong with the line.</summary>
    internal static (string? Line, Note? Note) Answer(string line, Place place, Func<string, Place, Prediction> predict)
    {
        JsonElement json;
        try
        {
            json = JsonElement.Parse(Json.Mended(line));
        }
        catch (JsonException)
        {
            return (null, Notes.TornJson(place, "the line cannot be parsed"));
        }

        if (json.ValueKind != JsonValueKind.Object) return (null, Notes.NotAnObject(place));
        if (!json.TryGetProperty("id", out var id)) return (null, Notes.MissingField(place, "case", "id"));
        // Labelled pairs call it a symptom.
        if (!json.TryGetProperty("text", out var text) && !json.TryGetProperty("symptom", out text) || text.ValueKind != JsonValueKind.String)
            return (null, Notes.MissingField(place, "case", "text"));
        return (Write(id, predict(text.GetString()!, place)), null);
    }

    private static string Write(JsonElement id, Prediction prediction) => JsonText.Of(Json.Compact, json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("id");
        id.WriteTo(json);
        JsonText.Strings(json, "ranked_pages", prediction.RankedPages);
        JsonText.Strings(json, "layers", prediction.Layers);
        json.WriteString("verdict", prediction.Verdict);
        json.WriteEndObject();
    });
}
