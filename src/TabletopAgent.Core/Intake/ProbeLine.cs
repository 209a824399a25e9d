using System.Text.RegularExpressions;
using TabletopAgent.Exercises;

namespace TabletopAgent.Intake;

/// <summary>Reads probes as people jot them down: "p-01 ΔS 0.61, coverage 0.55, λ &lt;&gt;", or two bare numbers under a heading of probes.</summary>
internal static partial class ProbeLine
{
    public static bool Is(string line) => Delta().IsMatch(line) && !Summary().IsMatch(line);

    /// <returns>The probes of a line; none where it holds none, or only a median of many.</returns>
    public static List<Event> Read(string line, Place place, string? phase)
    {
        if (Summary().IsMatch(line)) return [];
        var (deltas, coverages) = (Values(Delta(), line), Values(Coverage(), line));
        // Two series of one length are as many probes: "ΔS 0.61 0.58; coverage 0.55 0.60".
        if (deltas.Count > 1 && deltas.Count == coverages.Count)
            return [.. deltas.Select((d, i) => Probe(line, place, phase, null, d, coverages[i]))];
        return [.. line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => One(part, place, phase)).OfType<Event>()];
    }

    private static Event? One(string line, Place place, string? phase)
    {
        var delta = Values(Delta(), line).FirstOrDefault();
        var coverage = Values(Coverage(), line).FirstOrDefault();
        if (delta is null && coverage is null)
        {
            if (BarePair().Match(line) is not { Success: true } pair) return null;
            (delta, coverage) = (Value(pair.Groups["d"].Value), Value(pair.Groups["c"].Value));
        }

        return Probe(line, place, phase, Id().Match(line) is { Success: true } id ? id.Groups["id"].Value : null, delta, coverage);
    }

    private static Event Probe(string line, Place place, string? phase, string? id, object? delta, object? coverage) => Event.Of(
        "probe", place, ("phase", phase), ("probe_id", id), ("question", Question(line)), ("ΔS_q_r", delta), ("coverage", coverage),
        ("λ_state", Lambda().Match(line) is { Success: true } lambda ? lambda.Groups["v"].Value : null), ("text", line.Trim()));

    private static string? Question(string line)
    {
        var match = Asked().Match(line);
        return match.Success ? match.Groups["q"].Value.Trim() : null;
    }

    private static List<object> Values(Regex cue, string line)
    {
        var match = cue.Match(line);
        return match.Success ? [.. match.Groups["v"].Captures.Select(c => Value(c.Value))] : [];
    }

    /// <summary>A number, or what was written in its place: the probe reader says what is wrong with it.</summary>
    private static object Value(string text) => ProbeTable.Number(text, false) is { } number ? number : text;

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Number = @"(?<v>[-−]?(?:\d+(?:\.\d+)?|\.\d+)(?:\s?%)?|NaN\b|n/a\b|null\b)";
    private const string Series = @"(?:\s+(?:is|was|of|at))?\s*[=:≈~]?\s*\[?\s*" + Number + @"(?:\s*[,/ ]\s*" + Number + @")*";

    [GeneratedRegex(@"(?:[Δδ\u2206]\s?S|\bdelta[ _-]?s|\bds)(?:_?q_?r)?\b" + Series, Plain)] private static partial Regex Delta();
    [GeneratedRegex(@"\bcov(?:erage)?\b" + Series, Plain)] private static partial Regex Coverage();
    [GeneratedRegex(@"(?:λ|\blambda)(?:[_ ]?(?:state|observe))?\s*[=:]?\s*(?<v>→|←|<>|×|->|<-|x\b|convergent|divergent|recursive|chaotic)", Plain)] private static partial Regex Lambda();
    [GeneratedRegex(@"\b(?:median|mean|average|avg|p90|p95|rises?|rose|falls?|fell|drops?|dropped)\b", Plain)] private static partial Regex Summary();
    [GeneratedRegex(@"^\s*(?<id>\p{L}{1,12}[-_]?\d{1,6}|#\d{1,6})(?=[\s:.,)|]|$)", Plain)] private static partial Regex Id();
    [GeneratedRegex(@"[""“](?<q>[^""”]{3,})[""”]|(?<q>\b\p{L}[^?""“:]{2,200}\?)", Plain)] private static partial Regex Asked();
    [GeneratedRegex(@"^(?:\s*(?:\p{L}{1,12}[-_]?\d{1,6}|#\d{1,6})[\s:.,)|]+)?\D*?(?<d>[01]?\.\d+|[01](?:\.0+)?)\s*[,/| ]\s*(?<c>[01]?\.\d+|[01](?:\.0+)?)\s*$", Plain)] private static partial Regex BarePair();
}
