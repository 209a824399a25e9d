using System.Text.RegularExpressions;

namespace TabletopAgent.Agent.Grounding;

/// <summary>A sentence of the sources that a reply may repeat.</summary>
/// <param name="Clauses">Its words in lower case, cut where it pauses.</param>
/// <param name="Strong">Which clauses stand at the beginning or behind a colon, semicolon or bracket: they say something by themselves.</param>
internal sealed record SourceUnit(Mood Mood, string Text, IReadOnlyList<IReadOnlyList<string>> Clauses, IReadOnlyList<bool> Strong)
{
    /// <summary>It is the next fix.</summary>
    public bool Next { get; init; }

    /// <summary>Words that carry nothing by themselves.</summary>
    public static readonly IReadOnlySet<string> Light = new HashSet<string>(
        "the a an is are was were be been being of that this these those it its and also then still now so as s there".Split(' '), StringComparer.Ordinal);

    /// <summary>All words in a row.</summary>
    public IReadOnlyList<string> Words { get; } = [.. Clauses.SelectMany(c => c)];

    /// <summary>Those of them that carry something.</summary>
    public IReadOnlyList<string> Heavy { get; } = [.. Clauses.SelectMany(c => c).Where(w => !Light.Contains(w))];

    /// <summary>Where clauses begin, counted in <see cref="Heavy"/>; the last is behind the end.</summary>
    public IReadOnlyList<int> Begins { get; } = [.. Clauses.Select((_, i) => Clauses.Take(i).Sum(Weight)).Append(Clauses.Sum(Weight)).Distinct()];

    /// <summary>Those of <see cref="Begins"/> where a statement begins that can stand alone.</summary>
    public IReadOnlyList<int> Opens { get; } = [.. Clauses.Select((_, i) => (At: Clauses.Take(i).Sum(Weight), i)).Where(c => Strong[c.i]).Select(c => c.At).Distinct()];

    private static int Weight(IReadOnlyList<string> clause) => clause.Count(w => !Light.Contains(w));
}

/// <summary>Cuts what the sources say into sentences.</summary>
internal static partial class SourceUnits
{
    public static IReadOnlyList<SourceUnit> Of(GroundingSources sources)
    {
        var (report, units) = (sources.Report, new List<SourceUnit>());
        var diagnosis = report.Diagnosis;
        Add(Mood.Told, diagnosis.Reason);
        foreach (var layer in diagnosis.Layers)
        {
            foreach (var evidence in layer.For.Concat(layer.Against).Where(e => e.Kind != "words" || !e.Text.StartsWith('“'))) Add(Mood.Told, evidence.Text);
            foreach (var refuted in layer.RefutedBy) Add(Mood.Condition, refuted);
        }

        if (diagnosis.RunnerUp is { } next) Add(Mood.Told, next.WhyNot);
        Add(Mood.Advice, report.Status.NextFix, next: true);
        foreach (var step in diagnosis.Steps)
        {
            Add(Mood.Advice, step.Text, next: step == diagnosis.Steps[0]);
            Add(Mood.Condition, step.Precondition);
            Add(Mood.Condition, step.Expect);
        }

        foreach (var action in diagnosis.Actions)
        {
            Add(Mood.Advice, action.Do);
            Add(Mood.Advice, $"{action.Area}: {action.Do}");
            Add(Mood.Condition, action.Proof);
        }

        foreach (var ask in diagnosis.Ask) Add(Mood.Ask, ask);
        foreach (var dimension in report.Dimensions.Values)
        {
            Add(Mood.Told, dimension.Reason);
            Add(Mood.Ask, dimension.Verdict == "unmeasured" ? dimension.Reason : null);
        }

        if (report.Probes.Values.Any(p => p.Unverified)) Add(Mood.Told, "These figures are reported and unverified.");
        foreach (var finding in report.Findings) Add(Mood.Told, finding.Text);
        foreach (var note in report.Notes) Add(Mood.Told, note.Text);
        foreach (var tool in sources.Tools.Where(t => t.Name is "open_page" or "search"))
            foreach (var line in tool.Text.Split('\n')) Add(Mood.Page, line);
        foreach (var house in s_house) Add(Mood.Told, house);
        return units;

        void Add(Mood mood, string? text, bool next = false)
        {
            if (string.IsNullOrWhiteSpace(text)) return;
            if (text.Contains('(', StringComparison.Ordinal) && Aside().Replace(text, "") is var plain && plain != text) Add(mood, plain, next);
            // What stands in quotation marks are somebody's words, not the report's.
            foreach (var sentence in Sentence().Split(Quoted().Replace(text, " . ")))
                if (Parts(sentence) is { Count: > 0 } parts) units.Add(new SourceUnit(mood, sentence.Trim(), [.. parts.Select(p => p.Clause)], [.. parts.Select(p => p.Strong)]) { Next = next });
        }
    }

    /// <summary>What the measures are; true of every exercise.</summary>
    private static readonly string[] s_house =
    [
        "Unmeasured never counts as pass.", "The exercise passes only if all six dimensions pass.", "An exercise passes only if all six dimensions pass.",
        "ΔS measures how far the retrieved text is from the question.", "Coverage measures how much of the expected section was retrieved.",
        "λ says whether paraphrases and seeds agree.", "RTO is the time from impact to the stable instant.", "RPO counts writes that nothing accounts for.",
        "The code decides every figure and verdict.", "Every figure comes from the report.", "I only repeat what the report says.",
        "A reported figure is unverified.", "The medians are of the latest phase recorded.",
    ];

    /// <summary>Words of a text, clause by clause.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Cut(string text) => [.. Parts(text).Select(p => p.Clause)];

    private static List<(IReadOnlyList<string> Clause, bool Strong)> Parts(string text)
    {
        var (parts, strong) = (new List<(IReadOnlyList<string>, bool)>(), true);
        foreach (var piece in Pause().Split(Cleaned.Folded(text)))
        {
            if (piece.Trim() is ":" or ";" or "(" or ")" or "[" or "]" or "-" or "*") strong = true;
            else if (Tokens(piece) is { Count: > 0 } words)
            {
                // What joins a clause to the one before is no part of it.
                parts.Add((words is ["but" or "and" or "so" or "because" or "while", _, ..] ? [.. words.Skip(1)] : words, strong));
                strong = false;
            }
        }

        return parts;
    }

    /// <summary>Words, numbers and the signs that compare, in lower case; hyphens part words.</summary>
    public static IReadOnlyList<string> Tokens(string text) => [.. Token().Matches(Cleaned.Folded(text)).Select(m => m.Value.ToLowerInvariant())];

    [GeneratedRegex("“[^”]*”|\"[^\"]*\"", RegexOptions.CultureInvariant)] private static partial Regex Quoted();

    [GeneratedRegex(@"\s?\([^()]*\)", RegexOptions.CultureInvariant)] private static partial Regex Aside();

    [GeneratedRegex(@"(?<=[.!?…])\s+(?=\P{Ll})|\n", RegexOptions.CultureInvariant)] private static partial Regex Sentence();

    [GeneratedRegex(@"([,;:()\[\]])(?:\s|$)|\s(-)\s|\s(?=and\s|but\s|so\s|while\s|because\s)|(?:^|\s)([-*(\[])", RegexOptions.CultureInvariant)] private static partial Regex Pause();

    [GeneratedRegex(@"[0-9]+(?:[.,:][0-9]+)*|\p{L}[\p{L}\p{M}\p{N}]*(?:'\p{L}+)?|[<>]=?|=|%|→|←|≥|≤", RegexOptions.CultureInvariant)] private static partial Regex Token();
}
