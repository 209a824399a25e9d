using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace TabletopAgent.Intake;

/// <summary>The parts of a brief; the prompt's own words around them are none.</summary>
internal enum Section
{
    Symptoms,
    Topology,
    Index,
    Probes,
    Exercise,
    Prompt,
}

/// <param name="Field">Of <see cref="Section.Exercise"/>: the field of the exercise event that the label names.</param>
/// <param name="Phase">Of <see cref="Section.Probes"/>: the phase that the label names.</param>
internal sealed record Label(Section Section, string? Field = null, string? Phase = null);

/// <summary>The words by which people name the parts of a brief.</summary>
internal static partial class BriefLabels
{
    private static readonly FrozenDictionary<string, Label> Labels = new Dictionary<Section, string[]>
    {
        [Section.Symptoms] =
        [
            "symptom", "symptoms", "observed symptoms", "symptoms observed", "what we see", "what we saw", "what happened", "observations", "observed",
            "incident", "problem", "problems", "issue", "issues", "signs", "signals", "description", "summary", "facts", "injects",
        ],
        [Section.Topology] = ["topology", "region topology", "regions topology", "deployment topology", "region layout", "regions", "region"],
        [Section.Index] =
        [
            "index", "indexes", "indices", "index family", "index family and analyzer", "index family analyzer", "index and analyzer", "vector index",
            "index identity", "vector store",
        ],
        [Section.Probes] =
        [
            "probe", "probes", "gold probes", "probe results", "probe board", "semantic probes", "sample questions", "δs and coverage", "delta s and coverage",
        ],
        [Section.Exercise] = ["title", "team", "tier", "scenario"],
        [Section.Prompt] = ["given", "tell me"],
    }.SelectMany(s => s.Value.Select(name => (name, Label: new Label(s.Key, s.Key == Section.Exercise ? name : null))))
        .ToFrozenDictionary(l => l.name, l => l.Label, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Phases = new(StringComparer.Ordinal)
    {
        ["baseline"] = "baseline", ["before"] = "baseline", ["pre"] = "baseline", ["inject"] = "inject", ["during"] = "inject", ["post"] = "post", ["after"] = "post",
    };

    /// <summary>The part that a label names, in any case and with - _ / &amp; between its words; null where it names none.</summary>
    public static Label? Find(string label)
    {
        if (label.Length > 60) return null;
        var words = Word().Matches(label.ToLowerInvariant().Replace("&", " and ", StringComparison.Ordinal)).Select(m => m.Value).ToList();
        if (Labels.TryGetValue(string.Join(' ', words), out var known)) return known;
        var phase = words.Select(w => Phases.GetValueOrDefault(w)).FirstOrDefault(p => p is not null);
        if (phase is null) return null;
        var rest = string.Join(' ', words.Where(w => !Phases.ContainsKey(w) && w is not ("the" or "incident" or "failover")));
        return Labels.TryGetValue(rest, out known) && known.Section == Section.Probes ? known with { Phase = phase } : null;
    }

    /// <summary>The label that was probably meant.</summary>
    public static string? Nearest(string label) => Text.Words.Nearest(label.Trim().ToLowerInvariant(), ["symptoms", "topology", "index", "probes"]);

    [GeneratedRegex(@"[\p{L}\d]+", RegexOptions.CultureInvariant)] private static partial Regex Word();
}
