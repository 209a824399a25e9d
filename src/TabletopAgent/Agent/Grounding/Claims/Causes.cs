using TabletopAgent.Agent.Grounding.Language;

namespace TabletopAgent.Agent.Grounding.Claims;

/// <summary>"… because …": two things that are both so, and of which one is not the reason of the other.</summary>
internal static class Causes
{
    private static readonly HashSet<string> s_behind = new(["because", "since", "as"], StringComparer.Ordinal);
    private static readonly HashSet<string> s_before = new(["so", "therefore", "thus", "hence"], StringComparer.Ordinal);

    /// <summary>What a dimension rests on. Each metric rests on itself, and the exercise on all.</summary>
    private static readonly Dictionary<string, string[]> s_rests = new(StringComparer.Ordinal)
    {
        ["semantics"] = ["ds", "coverage", "convergent"],
        ["rto"] = ["stable", "impact"],
        ["rpo"] = ["unaccounted", "duplicates", "acked", "present", "replayed", "deduped", "documented_lost", "data_age_min", "lost_writes"],
        ["ops"] = ["cache_hit_pct", "cache_drop_points", "stale_hit_pct", "p95_ms", "p95_ratio", "error_pct", "write_error_pct", "read_error_pct", "timeout_pct"],
        ["docs"] = ["comms_updates", "windows_missed"],
    };

    /// <param name="topic">What was spoken of before the first piece.</param>
    public static bool Wrong(IReadOnlyList<(IReadOnlyList<Lexeme> Piece, string Joint)> pieces, string? topic)
    {
        var last = topic is null ? [] : new List<string> { topic };
        foreach (var (piece, joint) in pieces)
        {
            var own = piece.Where(l => l.Form == Form.Word && l.Is(Cat.Metric)).Select(l => l.Of(Cat.Metric)!).Distinct().ToList();
            var now = own.Count > 0 ? own : last;
            var word = s_behind.Contains(joint) || s_before.Contains(joint) ? joint : piece.TakeWhile(l => l.Harmless).Select(l => l.Text).FirstOrDefault(t => s_behind.Contains(t) || s_before.Contains(t));
            if (word is not null && own.Count > 0 && last.Count > 0)
            {
                var (effects, causes) = s_before.Contains(word) ? (now, last) : (last, now);
                if (!effects.Any(e => causes.Any(c => Rests(e, c)))) return true;
            }

            last = now;
        }

        return false;
    }

    private static bool Rests(string effect, string cause) => effect == cause || effect == "exercise" || s_rests.TryGetValue(effect, out var on) && on.Contains(cause);
}
