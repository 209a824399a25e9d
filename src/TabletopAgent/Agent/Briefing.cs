using System.Globalization;
using System.Text.Json;
using TabletopAgent.Render;

namespace TabletopAgent.Agent;

/// <summary>One message to the model.</summary>
internal sealed record Message(string Role, string Text);

/// <summary>
/// What the model is told: the rules, the exercise as it stands, what was said. What no longer fits is told again from the log, by
/// code; a model's own memory of it is never asked.
/// </summary>
internal sealed class Briefing(Prompt agent, Prompt driver, Gate gate)
{
    /// <summary>The four givens of the driver's prompt may take this share of what is set aside for the conversation.</summary>
    private const double GivenShare = 0.3, TimelineShare = 0.2;

    private static readonly string[] AgentFills = ["fence", "delta_s_bar", "coverage_bar", "tier_s", "tier_a"];
    private static readonly string[] DriverFills = ["symptoms", "topology", "index", "probes", "delta_s_bar", "coverage_bar"];

    /// <returns>Null where a prompt cannot be used; the notes say why.</returns>
    public static Briefing? Load(string folder, Gate gate, List<Note> notes)
    {
        var agent = Prompt.Load(Path.Combine(folder, "agent.md"), AgentFills, notes);
        var driver = Prompt.Load(Path.Combine(folder, "driver.md"), DriverFills, notes);
        return agent is null || driver is null ? null : new Briefing(agent, driver, gate);
    }

    /// <param name="tokens">All that the messages may take.</param>
    public IReadOnlyList<Message> Messages(Sitting sitting, Turn turn, int tokens)
    {
        var rules = new Message("system", agent.Fill(Rules(sitting)));
        var state = new Message("user", driver.Fill(Givens(sitting, (int)(tokens * GivenShare))));
        var now = new Message("user", Spoken(turn.Speaker, turn.Words));
        var left = tokens - Size(rules) - Size(state) - Size(now);

        // The latest exchanges as they were, as many as fit while the rest can still be told in short.
        var kept = new List<Message>();
        var first = turn.Before.Count;
        for (var room = left - (int)(tokens * TimelineShare); first > 0; first--)
        {
            var (said, answered) = (new Message("user", Spoken(turn.Before[first - 1].Speaker, turn.Before[first - 1].Words)), new Message("assistant", gate.Mask(turn.Before[first - 1].Answer)));
            if ((room -= Size(said) + Size(answered)) < 0) break;
            if (answered.Text.Length > 0) kept.Insert(0, answered);
            kept.Insert(0, said);
        }

        var earlier = sitting.Events.Take(first == turn.Before.Count ? sitting.Events.Count : turn.Before[first].Seq).Where(e => e.Text("by") != Conversation.Name).ToList();
        var log = new Message("user", "The log up to here:\n" + gate.Data("timeline", Timeline.Of(earlier, (int)(tokens * TimelineShare))));
        return [rules, state, log, .. kept, now];
    }

    private static int Size(Message message) => Tokens.Of(message.Text) + 4;

    private string Spoken(Speaker speaker, string words) => $"{speaker} says:\n{gate.Data("said", words)}";

    private Dictionary<string, string> Rules(Sitting sitting) => new(Bars(sitting), StringComparer.Ordinal) { ["fence"] = gate.Rule };

    private static Dictionary<string, string> Bars(Sitting sitting) => new(StringComparer.Ordinal)
    {
        ["delta_s_bar"] = Wording.Number(sitting.Targets.DeltaSPass),
        ["coverage_bar"] = Wording.Number(sitting.Targets.CoveragePass),
        ["tier_s"] = Wording.Number(sitting.Targets.RtoTierS),
        ["tier_a"] = Wording.Number(sitting.Targets.RtoTierA),
    };

    private Dictionary<string, string> Givens(Sitting sitting, int tokens)
    {
        var head = sitting.Events.FirstOrDefault(e => e.Type == "exercise");
        var given = Bars(sitting);
        given["symptoms"] = gate.Data("symptoms", Timeline.Of([.. sitting.Events.Where(e => e.Type is "symptom" or "inject")], tokens / 2));
        given["topology"] = gate.Data("topology", Tokens.Clip(head?.Text("topology") ?? "(not given)", tokens / 6));
        given["index"] = gate.Data("index", Tokens.Clip(head is not null && head.Fields.TryGetValue("index", out var index) ? Plain(index) : "(not given)", tokens / 6));
        given["probes"] = gate.Data("probes", Probes(sitting.Report));
        return given;
    }

    private static string Probes(Report report)
    {
        var phases = report.Probes.Select(p => string.Create(CultureInfo.InvariantCulture,
            $"{p.Key}: {p.Value.N} probes, median ΔS {Wording.Number(p.Value.DsMedian)}, median coverage {Wording.Number(p.Value.CoverageMedian)}")).ToList();
        return phases.Count == 0 ? "(none; ΔS and coverage are unmeasured)" : string.Join('\n', phases);
    }

    private static string Plain(JsonElement json) => json.ValueKind == JsonValueKind.String ? Json.Text(json) : json.GetRawText();
}
