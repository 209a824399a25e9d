using System.ComponentModel;
using System.Text.RegularExpressions;
using Microsoft.SemanticKernel;
using TabletopAgent.Exercises;

namespace TabletopAgent.Agent.Tools;

/// <summary>
/// Exercise: the log. What is written is cut from what the speaker said this turn, under the speaker's name and role; the model brings
/// neither words nor names nor times.
/// </summary>
internal sealed partial class ExerciseTools(Sitting sitting, Turn turn, Action<Passage> show)
{
    private const string Own = "The person's own words, copied from the last message";
    private const int TimelineTokens = 2_000;

    private readonly Spoken _spoken = new(turn.Words);
    private readonly HashSet<(string, string)> _written = [];

    [KernelFunction("log_symptom")]
    [Description("Writes down something the speaker sees going wrong. Only what this person said in the last message, in their words.")]
    public string LogSymptom([Description(Own)] string text) => Write("symptom", text, t => [("text", t)]);

    [KernelFunction("log_decision")]
    [Description("Writes down a decision that the speaker says has been taken. The speaker is its owner unless they name another.")]
    public string LogDecision(
        [Description(Own)] string text,
        [Description("Who owns it, if the person named somebody")] string? owner = null,
        [Description("Why, in the person's words")] string? rationale = null,
        [Description("A page id, if the person named one")] string? runbook = null) =>
        Write("decision", text, t => [("text", t), ("owner", Said(owner) ?? turn.Speaker.Name), ("rationale", Said(rationale)), ("runbook", Said(runbook))]);

    [KernelFunction("log_change")]
    [Description("Writes down a change that was made to the system, with the proof of its effect if the person gave one.")]
    public string LogChange(
        [Description("routing, cache, queue, index, secret, deploy, capacity or egress")] string area,
        [Description(Own)] string what,
        [Description("The state before, in the person's words")] string? before = null,
        [Description("The state after, in the person's words")] string? after = null,
        [Description("How it is known to have worked, in the person's words")] string? proof = null)
    {
        var known = EventCatalog.Find("change", "area")!.Words;
        var named = area.Trim().ToLowerInvariant();
        if (!known.Contains(named)) return $"refused: area is one of {string.Join(", ", known)}.";
        if (!Area(named).IsMatch(turn.Words)) return $"refused: nothing in the message speaks of {named}. Ask which area it is: {string.Join(", ", known)}.";
        return Write("change", what, t => [("area", named), ("what", t), ("before", Said(before)), ("after", Said(after)), ("proof", Said(proof))]);
    }

    [KernelFunction("log_comms")]
    [Description("Writes down an update that was given to stakeholders.")]
    public string LogComms([Description(Own)] string text, [Description("Who was told, if the person said it")] string? audience = null) =>
        Write("comms", text, t => [("text", t), ("audience", Said(audience))]);

    [KernelFunction("timeline")]
    [Description("The latest events of the exercise, oldest first: number, time (UTC), type, person and role, text.")]
    public string ReadTimeline([Description("How many, 1 to 50")] int last = 20) =>
        Timeline.Of([.. sitting.Events.Where(e => Timeline.Line(e) is not null).TakeLast(Math.Clamp(last, 1, 50))], TimelineTokens);

    private string Write(string type, string chosen, Func<string, (string, object?)[]> fields)
    {
        if (sitting.ReadOnly) return "refused: this log is only read; nothing can be written.";
        if (turn.Speaker.Roles.Count == 0) return $"refused: {turn.Speaker.Name} has no role in this exercise and only reads. Roles are given by people, in the log.";
        var heard = _spoken.Find(type, chosen);
        if (heard.Text is not { } text) return heard.Why;
        if (!_written.Add((type, text))) return $"this {type} was already written this turn; do not write it again.";
        var e = sitting.Append(type, turn.Speaker.Name, turn.Speaker.Roles[0], [.. fields(text)]);
        var line = Timeline.Line(e) ?? type;
        show(new Passage(PassageKind.Written, line));
        return $"written: {line}";
    }

    /// <summary>A further field only where the person said it; the model may leave it out, not make it up.</summary>
    private string? Said(string? chosen) => string.IsNullOrWhiteSpace(chosen) ? null : _spoken.Quote(chosen);

    private static Regex Area(string area) => area switch
    {
        "routing" => Routing(),
        "cache" => Cache(),
        "queue" => Queue(),
        "index" => Index(),
        "secret" => Secret(),
        "deploy" => Deploy(),
        "capacity" => Capacity(),
        _ => Egress(),
    };

    // How people speak of each area: the model may sort a change under none of which nothing was said.
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;
    [GeneratedRegex(@"rout|\bdns\b|weight|traffic|region|failover|fail(?:ed|ing)? over|load.?balanc|sticky|cut.?over|\b(?:blue|green)\b", Plain)] private static partial Regex Routing();
    [GeneratedRegex(@"cache|\bcdn\b|purg|\bttl\b|\bedge\b|redis|flush", Plain)] private static partial Regex Cache();
    [GeneratedRegex(@"queue|drain|consumer|replay|dedup|dead.?letter|\bdlq\b|backlog|producer|idempoten|\bwrites?\b", Plain)] private static partial Regex Queue();
    [GeneratedRegex(@"index|vector|embed|rerank|analy[sz]er|chunk|shard", Plain)] private static partial Regex Index();
    [GeneratedRegex(@"secret|\bkeys?\b|token|certificate|credential|rotat|password", Plain)] private static partial Regex Secret();
    [GeneratedRegex(@"deploy|roll(?:ed|ing)?.?(?:back|out)|release|version|canary|migrat|build|boot|restart", Plain)] private static partial Regex Deploy();
    [GeneratedRegex(@"capacit|concurren|scal|replica|instance|\bcpu\b|memory|warm|cold.?start|limit|quota|reserv", Plain)] private static partial Regex Capacity();
    [GeneratedRegex(@"egress|webhook|firewall|\bnat\b|outbound|provider|retr(?:y|ies)|throttl|block", Plain)] private static partial Regex Egress();
}
