using System.Collections.Frozen;
using System.Text.RegularExpressions;
using TabletopAgent.Exercises;
using TabletopAgent.Facts;
using TabletopAgent.Measure;
using TabletopAgent.Text;

namespace TabletopAgent.Knowledge;

/// <summary>Checks conditions as pages, rules and checks write them: they parse, name known facts, and use the targets' numbers.</summary>
internal sealed partial class PredicateLint(Targets targets, List<Note> notes)
{
    private static readonly FrozenDictionary<string, string[]> Fields = EventCatalog.Types.Values.SelectMany(f => f).GroupBy(f => f.Name)
        .ToFrozenDictionary(g => g.Key, g => g.All(f => f.Kind == FieldKind.Word) ? g.SelectMany(f => f.Words).Distinct().ToArray() : g.All(f => f.Kind == FieldKind.Flag) ? ["true", "false"] : []);

    /// <summary>Every code span of a line that compares anything, and comparisons that somebody forgot to put in one.</summary>
    public void Line(string line, Place at)
    {
        foreach (Match span in Span().Matches(line))
            if (Operator().IsMatch(span.Groups[1].Value)) Text(span.Groups[1].Value, at);
        var prose = Span().Replace(line, " ");
        foreach (Match bare in Bare().Matches(prose))
            if (FactNames.Units.ContainsKey(bare.Groups[1].Value)) notes.Add(Notes.NoBackticks(at, bare.Value));
        foreach (var bar in Bars.Other(prose, targets)) notes.Add(Notes.AgainstTargets(at, bar, Bars.Of(targets)));
    }

    /// <summary>A text that is meant to be a condition.</summary>
    public void Text(string text, Place at)
    {
        if (Predicate.Parse(text, out var error) is { } predicate) Check(predicate, at);
        else notes.Add(Notes.BadPredicate(at, text, error!));
    }

    public void Check(Predicate predicate, Place at)
    {
        foreach (var condition in predicate.AnyOf.SelectMany(all => all)) Check(condition, predicate.Source, at);
    }

    private void Check(Condition condition, string source, Place at)
    {
        var fact = condition.Fact;
        if (FactNames.Units.TryGetValue(fact, out var unit))
        {
            var allowed = targets.ForFact(fact);
            if (unit == "word")
            {
                string[] words = fact switch
                {
                    "index_identity" => ["equal", "intentional", "mismatch", "unknown"],
                    "old_side" => ["served"],
                    _ => ["equal", "mismatch", "unknown"],
                };
                if (!words.Contains(condition.Word)) notes.Add(Notes.WordOfFact(at, source, fact, string.Join(", ", words)));
            }
            else if (condition.Number is not { } number) notes.Add(Notes.WordOfFact(at, source, fact, $"a number ({unit})"));
            else if (allowed.Count > 0 && !allowed.Contains(number)) notes.Add(Notes.AgainstTargets(at, source, string.Join(" or ", allowed.Select(n => $"{n:0.00##}"))));
        }
        else if (Fields.TryGetValue(fact, out var words))
        {
            if (words.Length > 0 && !words.Contains(condition.Word)) notes.Add(Notes.WordOfFact(at, source, fact, string.Join(", ", words)));
        }
        else notes.Add(Notes.UnknownFact(at, source, fact, Words.Nearest(fact, FactNames.Units.Keys.Concat(Fields.Keys).Order(StringComparer.Ordinal))));
    }

    [GeneratedRegex("`([^`]+)`", RegexOptions.CultureInvariant)] private static partial Regex Span();
    [GeneratedRegex("[<>=≤≥]", RegexOptions.CultureInvariant)] private static partial Regex Operator();
    [GeneratedRegex(@"\b([a-z][a-z0-9_]+)\s*(?:<=|>=|!=|==|=|<|>|≤|≥)\s*[\p{L}\p{N}._-]+", RegexOptions.CultureInvariant)] private static partial Regex Bare();
}
