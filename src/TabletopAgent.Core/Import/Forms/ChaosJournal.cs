using TabletopAgent.Import.Times;

namespace TabletopAgent.Import.Forms;

/// <summary>
/// Reads the journal of a Chaos Toolkit run. Its naive times are UTC. "completed" does not say that a fault was injected, and a probe
/// that fails in the method does not set "deviated": the steady state before and after decides.
/// </summary>
internal static class ChaosJournal
{
    public static bool Is(JsonTree root) =>
        root.IsObject && (root["chaoslib-version"] is not null || root["experiment"] is { IsObject: true }) && (root["run"] is { IsList: true } || root["steady_states"] is { IsObject: true });

    public static Draft Read(string file, JsonTree root)
    {
        var experiment = root["experiment"];
        var draft = new Draft(file, "Chaos Toolkit journal", root.Line) { Title = experiment?.Of("title"), Stated = (Zone.Utc, root.Line) };
        if (draft.Title is { } title) draft.Story.Add(new Passage(experiment!.Line, title));
        States(draft, root["steady_states"]);
        var first = true;
        foreach (var step in (root["run"]?.Items ?? []).Concat(root["rollbacks"] is { IsList: true } rollbacks ? rollbacks.Items : []))
        {
            var (name, action) = (step["activity"]?.Of("name") ?? "step", step["activity"]?.Of("type") == "action");
            if (Instant.Read(step.Of("start")) is { } stamp)
            {
                if (action && first) draft.Keys.Add(new KeyTime(Mark.Impact, step.Line, stamp, $"action {name}", Firm: true));
                draft.Entries.Add(Entry(step, stamp, $"{(action ? "action" : "probe")} {name}: {step.Of("status") ?? "unknown"}"));
            }

            first &= !action;
            if (action && step["output"] is { IsList: true, Items.Count: 0 })
            {
                draft.Notes.Add(Notes.Vacuous(draft.At(step.Line), name));
                draft.Findings.Add(new Contradiction("vacuous", $"the action {name} returned an empty list: it hit nothing, so the check after it could not fail.", [step.Line]));
            }

            if (!action && Failure(step) is { } why) draft.Story.Add(new Passage(step.Line, $"{name}: {why}"));
        }

        End(draft, root);
        draft.Entries = [.. draft.Entries.OrderBy(e => (e.Stamp.Year, e.Stamp.Month, e.Stamp.Day, e.Stamp.Clock))];
        return draft;
    }

    /// <summary>The run's end is the end of the incident only where the steady state was held afterwards.</summary>
    private static void End(Draft draft, JsonTree root)
    {
        var held = root["steady_states"]?["after"]?["steady_state_met"]?.Text == "true";
        if (held && Instant.Read(root.Of("end")) is { } end) draft.Keys.Add(new KeyTime(Mark.Resolved, root["end"]!.Line, end, "steady state held after the run", Firm: true));
    }

    private static void States(Draft draft, JsonTree? states)
    {
        foreach (var (phase, state) in states?.Fields ?? [])
            foreach (var probe in state["probes"]?.Items ?? [])
            {
                var name = probe["activity"]?.Of("name") ?? "probe";
                var held = probe["tolerance_met"]?.Text == "true";
                draft.Checks.Add(new Check(probe.Line, $"{phase}: {name}", held, Failure(probe) ?? (held ? "within tolerance" : "outside tolerance")));
                if (Instant.Read(probe.Of("start")) is { } stamp) draft.Entries.Add(Entry(probe, stamp, $"{phase}: {name} {(held ? "within tolerance" : "outside tolerance")}"));
                if (!held) draft.Story.Add(new Passage(probe.Line, $"{name} {phase} the action: {Failure(probe) ?? "outside tolerance"}"));
            }
    }

    private static Entry Entry(JsonTree at, Stamp stamp, string text) => new(at.Line, stamp, text, text, "run");

    /// <summary>The last line of a traceback says what went wrong.</summary>
    private static string? Failure(JsonTree probe)
    {
        var lines = probe["exception"] is { IsList: true } exception ? exception.Items.Select(i => i.Text ?? "").SelectMany(t => t.Split('\n')).Where(t => t.Trim().Length > 0).ToList() : [];
        if (lines.Count == 0) return probe.Of("status") is "failed" ? "failed" : null;
        var last = lines[^1].Trim();
        return last[(last.LastIndexOf("ActivityFailed: ", StringComparison.Ordinal) is >= 0 and var cut ? cut + 16 : 0)..];
    }
}
