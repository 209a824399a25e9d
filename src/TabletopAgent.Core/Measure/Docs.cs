using TabletopAgent.Exercises;

namespace TabletopAgent.Measure;

/// <summary>
/// Whether somebody could do it again: runbooks, owner and time of each decision, six roles, updates in time. What an exercise leaves out
/// it has failed to write; of an incident that somebody put down afterwards, or of a brief, nobody knows whether it was there.
/// </summary>
internal static class Docs
{
    public const string Formula = "docs-links";

    /// <summary>The six that must be staffed; the facilitator stands beside them.</summary>
    private static readonly string[] Six = [.. EventCatalog.Roles.Where(r => r != "facilitator")];

    public static (Measurement Judged, IReadOnlyList<Finding> Findings) Judge(Entries entries, Charter charter, CommsCadence comms, References references)
    {
        var findings = new List<Finding>();
        var decisions = entries.Of("decision");
        if (decisions.Count == 0 && entries.Of("role").Count == 0 && charter.Roles.Count == 0 && comms.Verdict == Verdict.Unmeasured)
            return (new Measurement("docs", Verdict.Unmeasured, null, "gaps", 0, "decision events with owner, time and a runbook link that resolves would measure it", Formula, []), findings);

        var (failed, open) = (new List<string>(), new List<string>());
        var left = Planned(charter, entries) ? failed : open;
        Decisions(decisions, Links(entries), references, failed, left, open, findings);
        Roles(entries, charter, left, open, findings);
        if (comms.Verdict == Verdict.Fail) failed.Add(comms.Reason);
        if (comms.Verdict == Verdict.Unmeasured) open.Add(comms.Reason);

        List<string> evidence = [.. decisions.Select(d => d.Place.ToString())];
        var verdict = failed.Count > 0 ? Verdict.Fail : open.Count > 0 ? Verdict.Unmeasured : Verdict.Pass;
        var reason = verdict switch
        {
            Verdict.Fail => string.Join("; ", failed),
            Verdict.Unmeasured => string.Join("; ", open),
            _ => $"{decisions.Count} decision(s) with owner, time and a runbook that resolves; six roles staffed; {comms.Reason}",
        };
        return (new Measurement("docs", verdict, verdict == Verdict.Unmeasured ? null : failed.Count, "gaps", 0, reason, Formula, evidence), findings);
    }

    /// <summary>An exercise names its people or its scenario beforehand, or runs by a clock.</summary>
    private static bool Planned(Charter charter, Entries entries) => charter.Roles.Count > 0 || charter.Head?.Text("scenario") is not null || entries.Of("clock").Count > 0;

    /// <param name="left">Takes what was left out; <paramref name="failed"/> what is there and wrong.</param>
    private static void Decisions(
        IReadOnlyList<Event> decisions, Dictionary<string, bool> links, References references, List<string> failed, List<string> left, List<string> open, List<Finding> findings)
    {
        if (decisions.Count == 0) open.Add("no decision is in the log; decision events with owner, time and runbook would measure it");
        var (ownerless, timeless, bare, dead, unknown) = (new List<string>(), new List<string>(), new List<string>(), new List<string>(), new List<string>());
        foreach (var d in decisions)
        {
            if (string.IsNullOrWhiteSpace(d.Text("owner"))) Miss(ownerless, "owner", "has no owner");
            if (d.At is null) Miss(timeless, "time", "has no time");
            var runbook = d.Text("runbook")?.Trim();
            if (string.IsNullOrEmpty(runbook)) Miss(bare, "runbook", "names no runbook");
            else if (Standing(runbook, links, references) is var standing && standing == LinkStanding.Dead) Miss(dead, "runbook-dead", $"names a runbook that leads nowhere: {Short(runbook)}");
            else if (standing == LinkStanding.Unchecked) unknown.Add(Short(runbook));

            void Miss(List<string> list, string kind, string says)
            {
                var what = $"“{Short(d.Text("text") ?? "decision")}”";
                list.Add(what);
                findings.Add(new Finding($"decision-{kind}:{Id(d)}", "docs", $"The decision {what} {says}.", [d.Place.ToString()]));
            }
        }

        Say(left, ownerless, "without an owner");
        Say(left, timeless, "without a time");
        Say(left, bare, "without a runbook");
        Say(failed, dead, "with a runbook that leads nowhere");
        if (unknown.Count > 0) open.Add($"nothing says that {Spell.Some([.. unknown.Distinct()])} can be reached; append a link event with url and status, or name a page");

        void Say(List<string> to, List<string> list, string what)
        {
            if (list.Count > 0) to.Add($"{list.Count} decision(s) {what}: {Spell.Some(list, 2)}");
        }
    }

    private static void Roles(Entries entries, Charter charter, List<string> left, List<string> open, List<Finding> findings)
    {
        var staffed = charter.Roles.Where(r => r.Value.Length > 0).Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var e in entries.Of("role"))
            if (e.Text("role") is { } role && !string.IsNullOrWhiteSpace(e.Text("person"))) staffed.Add(role);
        var missing = Six.Where(r => !staffed.Contains(r)).ToList();
        if (missing.Count == 0) return;
        if (charter.Roles.Count == 0 && entries.Of("role").Count == 0)
        {
            open.Add("no roles are in the log; roles in the exercise line, or role events, would measure them");
            return;
        }

        left.Add($"nobody is {string.Join(" or ", missing)}");
        findings.AddRange(missing.Select(r => new Finding($"unstaffed:{r}", "roles", $"Nobody was {r}.", [])));
    }

    /// <summary>How addresses answered when they were last fetched.</summary>
    private static Dictionary<string, bool> Links(Entries entries)
    {
        var links = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var e in entries.Of("link"))
            if (e.Text("url") is { } url && e.Number("status") is { } status) links[url.Trim()] = status is >= 200 and < 400;
        return links;
    }

    private static LinkStanding Standing(string runbook, Dictionary<string, bool> links, References references) =>
        links.TryGetValue(runbook, out var answers) ? answers ? LinkStanding.Resolves : LinkStanding.Dead : references.Page(runbook);

    private static string Id(Event d) => d.Seq is { } seq ? $"{seq}" : d.At is { } at ? Spell.Instant(at.UtcTicks)! : d.Place.ToString();

    private static string Short(string text) => text.Length <= 60 ? text : text[..60].TrimEnd() + "…";
}
