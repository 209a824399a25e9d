using System.CommandLine;
using System.Text.Json;
using TabletopAgent.Exercises;
using TabletopAgent.Intake;
using TabletopAgent.Render;

namespace TabletopAgent.Cli;

/// <summary>Reads and shows; judges nothing.</summary>
internal static class CheckVerb
{
    public static Command Command(Terminal terminal)
    {
        var files = Flags.Files("What diagnose would read; - reads standard input");
        var format = Flags.Format("text", "json");
        var zone = Flags.Zone();
        var verb = new Verb(
            "check", "Read input and show the events and notes that come of it; judge nothing",
            "tabletop check brief.md probes.csv", "tabletop check evening.jsonl --format json", "tabletop check postmortem.md --zone Europe/London")
        { files, format, zone };
        verb.SetAction(parsed =>
        {
            var named = parsed.GetValue(files)!;
            if (parsed.GetValue(zone) is { } written && !Wiring.KnowsZone(written)) return ImportVerb.NoZone(terminal, written);
            if (Wiring.Foreign(named)) return ImportVerb.Show(terminal, named, parsed.GetValue(zone), parsed.GetValue(format) == "json");
            var given = Given.Of([.. named.Where(f => f != "-")]);
            if (given.Nothing || named.Contains("-")) given = given with { In = terminal.In };
            if (given.Nothing) return Inputs.Nothing(terminal, "check");

            var (events, notes) = Wiring.ReadInputs(given);
            if (!IntakeReader.Usable(events, notes)) return Inputs.Refused(terminal, notes);
            notes = [.. notes, .. Wiring.Doubts(events)];
            if (parsed.GetValue(format) == "json") Json(terminal, events, notes);
            else Text(terminal, events, notes);
            return ExitCode.Ok;
        });
        return verb;
    }

    internal static void Text(Terminal terminal, IReadOnlyList<Event> events, IReadOnlyList<Note> notes)
    {
        foreach (var e in events)
        {
            var fields = string.Join(" ", e.Fields.Select(f => $"{f.Key}={f.Value}"));
            Column.Write(terminal.Out, $"{Untrusted.OneLine(e.Place.ToString())}  {e.Type}  ", $"{(e.At is { } at ? at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ") + " " : "")}{fields}");
        }

        ReportText.Notes([.. notes.Select(Inputs.Report)], terminal.Out, terminal.Ink);
        terminal.Line($"\n{events.Count} events, {notes.Count} notes");
    }

    internal static void Json(Terminal terminal, IReadOnlyList<Event> events, IReadOnlyList<Note> notes) =>
        terminal.Line(JsonText.Of(TabletopAgent.Json.Indented, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("events");
            foreach (var e in events) Write(json, e);
            json.WriteEndArray();
            json.WritePropertyName("notes");
            JsonSerializer.Serialize(json, notes.Select(Inputs.Report).ToList(), ReportContext.Plain.IReadOnlyListNoteReport);
            json.WriteEndObject();
        }));

    private static void Write(Utf8JsonWriter json, Event e)
    {
        json.WriteStartObject();
        json.WriteString("type", e.Type);
        if (e.At is { } at) json.WriteString("at", at.UtcDateTime);
        json.WriteString("file", e.Place.File);
        if (e.Place.Line > 0) json.WriteNumber("line", e.Place.Line);
        foreach (var (name, value) in e.Fields)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }

        json.WriteEndObject();
    }
}
