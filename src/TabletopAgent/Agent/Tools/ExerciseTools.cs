using System.ComponentModel;
using Microsoft.SemanticKernel;

namespace TabletopAgent.Agent.Tools;

/// <summary>
/// Exercise: the log. What is written stands under the speaker's name and role; that the speaker said it, and may, was asked before
/// (<see cref="Policy.WritePolicy"/>).
/// </summary>
internal sealed class ExerciseTools(Sitting sitting, Turn turn, Action<Passage> show)
{
    private const string Own = "The person's own words, copied from the last message";
    private const int TimelineTokens = 2_000;

    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    [KernelFunction("log_symptom")]
    [Description("Writes down something the speaker sees going wrong. Only what this person said in the last message, in their words.")]
    public Task<string> LogSymptomAsync([Description(Own)] string text) => WriteAsync("symptom", ("text", text));

    [KernelFunction("log_decision")]
    [Description("Writes down a decision that the speaker says has been taken. The speaker is its owner unless they name another.")]
    public Task<string> LogDecisionAsync(
        [Description(Own)] string text,
        [Description("Who owns it, if the person named somebody")] string? owner = null,
        [Description("Why, in the person's words")] string? rationale = null,
        [Description("A page id, if the person named one")] string? runbook = null) =>
        WriteAsync("decision", ("text", text), ("owner", owner ?? turn.Speaker.Name), ("rationale", rationale), ("runbook", runbook));

    [KernelFunction("log_change")]
    [Description("Writes down a change that was made to the system, with the proof of its effect if the person gave one.")]
    public Task<string> LogChangeAsync(
        [Description("routing, cache, queue, index, secret, deploy, capacity or egress")] string area,
        [Description(Own)] string what,
        [Description("The state before, in the person's words")] string? before = null,
        [Description("The state after, in the person's words")] string? after = null,
        [Description("How it is known to have worked, in the person's words")] string? proof = null) =>
        WriteAsync("change", ("area", area), ("what", what), ("before", before), ("after", after), ("proof", proof));

    [KernelFunction("log_comms")]
    [Description("Writes down an update that was given to stakeholders.")]
    public Task<string> LogCommsAsync([Description(Own)] string text, [Description("Who was told, if the person said it")] string? audience = null) =>
        WriteAsync("comms", ("text", text), ("audience", audience));

    [KernelFunction("timeline")]
    [Description("The latest events of the exercise, oldest first: number, time (UTC), type, person and role, text.")]
    public string ReadTimeline([Description("How many, 1 to 50")] int last = 20) =>
        Timeline.Of([.. sitting.Events.Where(e => Timeline.Line(e) is not null).TakeLast(Math.Clamp(last, 1, 50))], TimelineTokens);

    private async Task<string> WriteAsync(string type, params (string Name, string? Value)[] fields)
    {
        if (sitting.ReadOnly) return "Refused: this log is only read; nothing can be written. Say so.";
        if (!_written.Add(string.Join('\n', fields.Select(f => f.Value).Prepend(type)))) return $"This {type} was already written this turn; do not write it again.";
        var e = await sitting.AppendAsync(type, turn.Speaker.Name, turn.Speaker.Roles[0], fields).ConfigureAwait(false);
        var line = Timeline.Line(e) ?? type;
        show(new Passage(PassageKind.Written, line));
        return $"Written: {line}";
    }
}
