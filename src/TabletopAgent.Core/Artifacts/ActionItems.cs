using System.Globalization;

namespace TabletopAgent.Artifacts;

/// <summary>An action item for the retro to confirm, and what it rests on.</summary>
internal sealed record ActionItem(string Text, string From, string? Owner, string? Due);

/// <summary>Proposes what to do next: what was written down first, then failed dimensions, findings, and last the narrowest margins. Fewer are said, never padded.</summary>
internal static class ActionItems
{
    private const int Most = 5;

    /// <param name="recorded">Those that people wrote down themselves.</param>
    public static IReadOnlyList<ActionItem> Of(Report report, IReadOnlyList<ActionItem> recorded)
    {
        var failed = report.Dimensions.Where(d => d.Value.Verdict == "fail").Select(d => new ActionItem($"Bring {d.Key} within its bar: {d.Value.Reason}", $"scorecard: {d.Key}", null, null));
        var found = report.Findings.Select(f => new ActionItem(f.Text, $"finding {f.Id}", null, null));
        var missing = report.Dimensions.Where(d => d.Value.Verdict == "unmeasured").Select(d => new ActionItem($"Measure {d.Key} next time: {d.Value.Reason}", $"scorecard: {d.Key}", null, null));
        var narrow = report.Dimensions.Where(d => d.Value.Verdict == "pass" && Margin(d.Value) is not null).OrderBy(d => Margin(d.Value)).Select(d => new ActionItem(
            string.Create(CultureInfo.InvariantCulture, $"Widen the margin of {d.Key}: {d.Value.Value:0.##} of {d.Value.Target:0.##} {d.Value.Unit}"), $"scorecard: {d.Key}", null, null));
        return [.. recorded.Concat(failed).Concat(found).Concat(missing).Concat(narrow).DistinctBy(a => a.Text).Take(Math.Max(Most, recorded.Count))];
    }

    /// <summary>How near to its bar a value lies, as a share of the bar.</summary>
    private static double? Margin(Dimension d) => d is { Value: { } value, Target: { } target } && target != 0 ? Math.Abs(target - value) / Math.Abs(target) : null;
}
