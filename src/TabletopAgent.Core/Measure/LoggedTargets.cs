using System.Text.Json;
using TabletopAgent.Exercises;
using TabletopAgent.Text;

namespace TabletopAgent.Measure;

/// <summary>Bars that a log sets for itself. Stricter ones hold; looser ones are shown, and hold only where somebody accepts them.</summary>
internal static class LoggedTargets
{
    /// <summary>Of these a higher value asks for more.</summary>
    private static readonly HashSet<string> Floors =
    [
        "coverage_pass", "coverage_critical", "coverage_pass_rate", "coverage_warn_rate", "lambda_citations", "convergent_share", "paraphrases", "seeds",
        "anchor_decoy_gap", "calibrate_probes", "gold_set_min", "provisional", "steady_hold", "p95_samples", "first_hit_pct", "dedupe_pct", "comms_updates", "safety_unanswerable", "action_items",
    ];

    public static (Targets InForce, IReadOnlyList<Finding> Findings) Of(Event? head, Targets house, List<Note> notes)
    {
        var findings = new List<Finding>();
        if (head is null || !head.Fields.TryGetValue("targets", out var json) || json.ValueKind != JsonValueKind.Object) return (house, findings);
        var force = house;
        foreach (var bar in json.EnumerateObject())
        {
            if (Targets.Find(bar.Name) is not { } known)
            {
                notes.Add(Notes.UnknownTarget(head.Place, bar.Name, Words.Nearest(bar.Name, Targets.Default.All.Select(t => t.Name))));
                continue;
            }

            if (bar.Value.ValueKind != JsonValueKind.Number || !bar.Value.TryGetDouble(out var value) || !double.IsFinite(value) || value < 0)
            {
                notes.Add(Notes.BadTarget(head.Place, known.Name, bar.Value.ToString(), known.Value));
                continue;
            }

            var now = house.All.First(t => t.Name == known.Name).Value;
            if (value == now) continue;
            var looser = Floors.Contains(known.Name) ? value < now : value > now;
            if (!looser || house.AcceptLogged) force = force.With(known.Name, value);
            findings.Add(new Finding(
                $"target:{known.Name}", "target", looser
                    ? $"The log sets {known.Name} to {Numbers.Show(value)}, looser than {Numbers.Show(now)}: {(house.AcceptLogged ? "accepted" : "not applied without --accept-targets")}."
                    : $"The log sets {known.Name} to {Numbers.Show(value)}, stricter than {Numbers.Show(now)}: applied.", [head.Place.ToString()]));
        }

        return (force, findings);
    }
}
