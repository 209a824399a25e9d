using System.CommandLine;
using TabletopAgent.Import;
using TabletopAgent.Render;

namespace TabletopAgent.Cli;

internal static class ImportVerb
{
    public static Command Command(Terminal terminal)
    {
        var files = Flags.Files("x");
        var zone = new Option<string?>("--zone");
        var verb = new Verb("import", "x", "x") { files, zone };
        verb.SetAction(parsed =>
        {
            foreach (var arg in parsed.GetValue(files)!)
                foreach (var file in Directory.Exists(arg) ? [.. Directory.EnumerateFiles(arg, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith("LICENSE", StringComparison.Ordinal)).Order(StringComparer.Ordinal)] : new[] { arg })
                    foreach (var i in Importer.Read(file, File.ReadAllBytes(file), new ImportOptions(parsed.GetValue(zone))))
                    {
                        terminal.Line(JsonText.Of(Json.Compact, json => ImportJson.Write(json, file, i)));
                        if (Environment.GetEnvironmentVariable("EV") == "3")
                            foreach (var e in i.Events)
                                terminal.Line("LOG " + JsonText.Of(Json.Compact, json => { json.WriteStartObject(); json.WriteString("type", e.Type); if (e.At is { } at) json.WriteString("at", at.UtcDateTime); foreach (var (n, v) in e.Fields) { json.WritePropertyName(n); v.WriteTo(json); } json.WriteEndObject(); }));
                        if (Environment.GetEnvironmentVariable("EV") == "2")
                            foreach (var l in ReportLines.Of(File.ReadAllText(file)))
                                terminal.Line("SYM " + JsonText.Of(Json.Compact, json => { json.WriteStartObject(); json.WriteString("section", l.Section); json.WriteString("under", l.Under); json.WriteString("kind", l.Kind.ToString()); json.WriteString("text", l.Text); json.WriteString("value", l.Value); json.WriteString("label", l.Label); json.WriteBoolean("q", l.Quoted); json.WriteBoolean("e", i.Events.Any(e => e.Place.Line == l.Number && e.Type is "note" or "comms" or "decision" && e.Place.Line == l.Number)); json.WriteBoolean("a", i.Events.Any(e => e.Place.Line == l.Number && e.Type == "action-item")); json.WriteEndObject(); }));
                        if (Environment.GetEnvironmentVariable("EV") == "1")
                            foreach (var e in i.Events) terminal.Line($"   {e.Place.Line} {e.Type} {e.At?.UtcDateTime:s} {string.Join(" ", e.Fields.Where(f => f.Key is not ("from" or "stated" or "findings")).Select(f => f.Key + "=" + f.Value))}");
                    }
            return 0;
        });
        return verb;
    }
}
