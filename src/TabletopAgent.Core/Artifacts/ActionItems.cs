using System.Globalization;
using TabletopAgent.Render;

namespace TabletopAgent.Artifacts;

/// <summary>An action item for the retro to confirm, and what it rests on.</summary>
/// <param name="Owner">As written down; else null.</param>
/// <param name="Proposed">The person whose role it falls to; null where nobody held it.</param>
internal sealed record ActionItem(string Text, string From, string? Owner, string? Due, string? Proposed = null)
{
    public static readonly string[] Head = ["no.", "what", "from", "owner", "due"];

    public string OwnerShown => Owner ?? (Proposed is null ? "to confirm" : $"{Proposed} (to confirm)");

    public string DueShown => Due ?? "to confirm";
}

/// <summary>
/// Proposes what to do next: what was written down first, then failed dimensions and findings, then what was not measured, last the narrowest
/// margins. Of findings of one kind the first comes before the second of another. Fewer are said, never padded.
/// </summary>
internal static class ActionItems
{
    /// <summary>Whose duty each dimension is, and each kind of finding. Source: seed, roles.</summary>
    private static readonly Dictionary<string, string> Duties = new()
    {
        ["rto"] = "incident-commander", ["rpo"] = "data-owner", ["semantics"] = "llm-owner", ["safety"] = "llm-owner", ["ops"] = "cloud-operator", ["docs"] = "incident-commander",
        ["comms"] = "comms-lead", ["roles"] = "incident-commander", ["counterfactual"] = "incident-commander", ["check"] = "incident-commander",
    };

    /// <param name="answers">Whether what names an answer, such as a check that did not hold, may be among them.</param>
    public static IReadOnlyList<ActionItem> Of(Material m, bool answers = true)
    {
        var (report, roles) = (m.Report, m.Roles);
        var recorded = m.Of("action-item").Where(e => e.Text("text") is not null).Select(e => new ActionItem(e.Text("text")!, Material.Place(e), e.Text("owner"), e.Text("due"))).ToList();
        var failed = report.Dimensions.Where(d => d.Value.Verdict == "fail").Select(d => Item($"Bring {d.Key} within its bar: {d.Value.Reason}", $"scorecard: {d.Key}", d.Key));
        var found = report.Findings.Where(f => f.Kind != "counterfactual" && (answers || f.Kind != "check"))
            .GroupBy(f => f.Kind).SelectMany(g => g.Select((f, i) => (Finding: f, Place: i))).OrderBy(f => f.Place).Select(f => Item(f.Finding.Text, $"finding {f.Finding.Id}", f.Finding.Kind));
        var earlier = report.Findings.Where(f => f.Kind == "counterfactual").Take(1).Select(f => Item($"Make this decision possible earlier: {f.Text}", $"finding {f.Id}", f.Kind));
        var missing = report.Dimensions.Where(d => d.Value.Verdict == "unmeasured").Select(d => Item($"Measure {d.Key} next time: {d.Value.Reason}", $"scorecard: {d.Key}", d.Key));
        var narrow = report.Dimensions.Where(d => d.Value.Verdict == "pass" && Margin(d.Value) is not null).OrderBy(d => Margin(d.Value)).Select(d => Item(
            $"Widen the margin of {d.Key}: {Wording.Measured(d.Value)}", $"scorecard: {d.Key}", d.Key));
        return [.. recorded.Concat(failed).Concat(earlier).Concat(found).Concat(missing).Concat(narrow).DistinctBy(a => a.Text).Take(Math.Max((int)m.Bars.ActionItems, recorded.Count))];

        ActionItem Item(string text, string from, string duty) => new(text, from, null, null, roles.GetValueOrDefault(Duties.GetValueOrDefault(duty, "observer")));
    }

    public static IReadOnlyList<string?[]> Rows(IReadOnlyList<ActionItem> items) =>
        [.. items.Select((a, i) => new[] { (i + 1).ToString(CultureInfo.InvariantCulture), a.Text, a.From, a.OwnerShown, a.DueShown })];

    /// <summary>How near to its bar a value lies, as a share of the bar.</summary>
    private static double? Margin(Dimension d) => d is { Value: { } value, Target: { } target } && target != 0 ? Math.Abs(target - value) / Math.Abs(target) : null;
}
