using TabletopAgent.Import.Reports;
using TabletopAgent.Import.Times;

namespace TabletopAgent.Import.Forms;

/// <summary>Reads incidents of a status page in the form of Statuspage: a list of incidents, each with its updates, newest first.</summary>
internal static class Statuspage
{
    public static bool Is(JsonTree root) => Incidents(root).Any();

    /// <summary>One incident by itself, a list, or a page around either.</summary>
    public static IEnumerable<JsonTree> Incidents(JsonTree root) => root.All().Where(v => v.IsObject && v["incident_updates"] is { IsList: true });

    public static Draft Read(string file, JsonTree incident)
    {
        var draft = new Draft(file, "Statuspage incident", incident.Line) { Title = incident.Of("name", "title") };
        Field(draft, incident, Mark.Impact, "started_at", "created_at");
        Field(draft, incident, Mark.Mitigated, "monitoring_at");
        Field(draft, incident, Mark.Resolved, "resolved_at");
        foreach (var update in incident["incident_updates"]!.Items)
        {
            if (Instant.Read(update.Of("display_at", "created_at", "updated_at")) is not { } stamp) continue;
            var status = update.Of("status") ?? "update";
            var body = Markup.Plain(update.Of("body") ?? "");
            Mark? named = status switch { "monitoring" => Mark.Mitigated, "resolved" => Mark.Resolved, _ => null };
            draft.Entries.Add(new Entry(update.Line, stamp, $"{status}: {body}", $"{status}: {body}", status) { Published = true, Named = named });
            if (body.Length > 0 && status != "postmortem") draft.Story.Add(new Passage(update.Line, body));
        }

        if (draft.Title is { } title) draft.Story.Insert(0, new Passage(incident.Line, title));
        if (incident.Of("postmortem_body") is { } postmortem)
            foreach (var line in ReportLines.Of(postmortem, incident["postmortem_body"]!.Line).Where(l => l.Text.Length > 20)) draft.Story.Add(new Passage(line.Number, line.Text));
        return draft;
    }

    private static void Field(Draft draft, JsonTree incident, Mark mark, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Instant.Read(incident.Of(name)) is { } stamp)
            {
                draft.Keys.Add(new KeyTime(mark, incident[name]!.Line, stamp, name, Firm: true));
                return;
            }
    }
}
