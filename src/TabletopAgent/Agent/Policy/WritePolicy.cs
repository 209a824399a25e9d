namespace TabletopAgent.Agent.Policy;

/// <summary>
/// Asked before any tool runs. A model may obey whatever it read, so what it wants counts for nothing: a write needs a speaker whose
/// role allows it, and words that this speaker said in this turn for that purpose.
/// </summary>
internal static class WritePolicy
{
    private static readonly string[] s_everybody = ["incident-commander", "cloud-operator", "data-owner", "llm-owner", "comms-lead", "observer", "facilitator"];

    /// <summary>Tools that only read. A tool on neither list does not exist.</summary>
    private static readonly HashSet<string> s_reading = new(StringComparer.Ordinal)
    {
        "status", "scorecard", "nextfix", "why", "search", "openpage", "timeline", "probes", "indexidentity",
    };

    private static readonly Dictionary<string, (string Purpose, string[] Roles)> s_writing = new(StringComparer.Ordinal)
    {
        ["logsymptom"] = ("symptom", s_everybody),
        ["logdecision"] = ("decision", ["incident-commander", "facilitator"]),
        ["logchange"] = ("change", ["incident-commander", "cloud-operator", "data-owner", "llm-owner", "facilitator"]),
        ["logcomms"] = ("comms", ["incident-commander", "comms-lead", "facilitator"]),
        ["nextinject"] = ("inject", ["facilitator"]),
    };

    /// <summary>Arguments that no model sets, whatever the tool.</summary>
    private static readonly string[] s_never = ["role", "roles", "grant", "target", "targets", "bar", "bars", "threshold", "thresholds", "by", "speaker", "at", "time", "seq", "verdict"];

    /// <summary>How people speak of each area of a change: what was not spoken of is not where it was.</summary>
    private static readonly Dictionary<string, string[]> s_areas = new(StringComparer.Ordinal)
    {
        ["routing"] = ["rout", "dns", "weight", "traffic", "region", "fail", "balanc", "stick", "cutover", "cut", "blue", "green"],
        ["cache"] = ["cache", "cdn", "purg", "ttl", "edge", "redis", "flush"],
        ["queue"] = ["queue", "drain", "consum", "replay", "dedup", "letter", "dlq", "backlog", "produc", "idempot", "writ"],
        ["index"] = ["index", "vector", "embed", "rerank", "analy", "chunk", "shard"],
        ["secret"] = ["secret", "key", "token", "certif", "credent", "rotat", "password"],
        ["deploy"] = ["deploy", "roll", "releas", "version", "canary", "migrat", "build", "boot", "restart"],
        ["capacity"] = ["capacit", "concurr", "scal", "replica", "instanc", "cpu", "memory", "warm", "cold", "limit", "quota", "reserv"],
        ["egress"] = ["egress", "webhook", "firewall", "nat", "outbound", "provider", "retr", "throttl", "block"],
    };

    /// <param name="speaker">Who is at the keyboard; never what a text says about its author.</param>
    /// <param name="roles">The speaker's roles as the log has them; none: reads only.</param>
    /// <param name="tool">As the model called it, with or without the plugin's name.</param>
    /// <param name="said">What the speaker said in this turn, untouched.</param>
    /// <returns>Why not, and what to do instead, for the model to read; null: go ahead.</returns>
    public static string? May(string speaker, IReadOnlyCollection<string> roles, string tool, IReadOnlyDictionary<string, string?> arguments, string said)
    {
        var name = Plain(tool[(tool.LastIndexOfAny(['-', '.', ':']) + 1)..]);
        var given = arguments.Where(a => !string.IsNullOrWhiteSpace(a.Value)).Select(a => (Name: Plain(a.Key), Value: a.Value!)).ToList();
        if (s_reading.Contains(name)) return given.Any(a => Addresses.In(a.Value)) ? "Refused: reading tools open no addresses. Give words or a page id." : null;
        if (!s_writing.TryGetValue(name, out var write)) return $"Refused: there is no such tool. Nothing was done. Answer {speaker} in words.";
        if (!roles.Any(write.Roles.Contains))
            return $"Refused: {speaker} {(roles.Count == 0 ? "has no role and reads only" : $"is {string.Join(", ", roles)}")}; this needs {string.Join(" or ", write.Roles)}. Say so.";
        if (given.FirstOrDefault(a => s_never.Contains(a.Name)).Name is { } never)
            return $"Refused: \"{never}\" is not yours to set. Roles, targets, times and verdicts come from the log and the code. Leave it out.";

        var turn = new SpokenTurn(said);
        if (!turn.Asks(write.Purpose))
            return $"Refused: {speaker} did not ask for this in this turn. Nothing was written. Ask {speaker} for a plain sentence, such as {Example(write.Purpose)}.";
        foreach (var (argument, value) in given)
        {
            var own = argument == "area" ? s_areas.TryGetValue(value, out var stems) && turn.Speaks(stems)
                : Long.Contains(argument) ? turn.Says(value, argument, write.Purpose)
                : argument == "owner" && value.Equals(speaker, StringComparison.OrdinalIgnoreCase) || turn.Names(value);
            if (!own) return $"Refused: {speaker} did not say what is in \"{argument}\". Write the whole sentence, word for word as said, and leave out what was not said.";
        }

        return null;
    }

    /// <summary>Arguments that hold a whole statement. Others are a name or a number.</summary>
    private static readonly HashSet<string> Long = new(StringComparer.Ordinal) { "text", "what", "before", "after", "proof", "rationale", "options", "state", "reason" };

    private static string Example(string purpose) => purpose switch
    {
        "decision" => "\"log decision: fail over to green\"",
        "change" => "\"log change: DNS weight to green 80 percent\"",
        "comms" => "\"log update to customers: we are working on sign-in errors\"",
        "inject" => "\"next inject\"",
        _ => "\"symptom: sign-in takes ten seconds\"",
    };

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
