using System.Text.RegularExpressions;
using TabletopAgent.Facts;
using TabletopAgent.Hearing;
using TabletopAgent.Knowledge;
using TabletopAgent.Play;
using TabletopAgent.Text;

namespace TabletopAgent.Talk;

/// <summary>
/// Plain words as commands. Questions may be put in any words: the nearest line of <c>phrases.yaml</c> says what is wanted. What writes must be a
/// whole sentence that is known, or a symptom; whatever could be either is asked about.
/// </summary>
internal sealed partial class Interpreter
{
    /// <summary>Likeness from which words are understood; a question already is from less; what speaks of faults and is no question, and a question half of whose words are strange ("tell me a joke"), only from more. Fitted to the phrasings people tried.</summary>
    private const double Near = 0.42, Asked = 0.27, Certain = 0.62;

    /// <summary>How much likeness of the words that matter counts beside that of the whole line.</summary>
    private const double ByMatter = 0.9;

    private const int Longest = 2000;

    private readonly IReadOnlyList<Pattern> _patterns;
    private readonly List<(Intent Intent, string Line)> _lines;
    private readonly Dictionary<string, Intent> _known;
    private readonly Lazy<NearestLines> _nearest;
    private readonly Lazy<NearestLines> _matter;
    private readonly HashSet<string> _words;
    private readonly HashSet<string> _things;
    private readonly Dictionary<string, string> _short;

    public Interpreter(Phrases phrases)
    {
        var words = phrases.Words.ToLookup(w => w.Slot, StringComparer.Ordinal);
        _patterns = [.. phrases.Intents.SelectMany(i => i.Takes.Select(t => new Pattern(i, t, true, words)).Concat(i.Maybe.Select(t => new Pattern(i, t, false, words))))
            .OrderByDescending(p => p.Sure).ThenByDescending(p => p.Weight)];
        _lines = [.. phrases.Intents.SelectMany(i => i.Says.Select(s => (i, s)))];
        _known = _lines.DistinctBy(l => Plain(l.Line)).ToDictionary(l => Plain(l.Line), l => l.Intent, StringComparer.Ordinal);
        _short = words["shorthand"].SelectMany(w => w.Said.Select(said => (said, w.Means))).ToDictionary(w => w.said, w => w.Means, StringComparer.OrdinalIgnoreCase);
        _things = [.. phrases.Words.SelectMany(w => w.Said.Append(w.Means)).SelectMany(Words.Of)];
        _words = [.. _lines.SelectMany(l => Words.Of(l.Line))];
        _nearest = new Lazy<NearestLines>(() => NearestLines.Build([.. _lines.Select(l => l.Line)]));
        _matter = new Lazy<NearestLines>(() => NearestLines.Build([.. _lines.Select(l => Matter(l.Line))]));
    }

    /// <returns>One meaning or several, in the order they were said.</returns>
    public IReadOnlyList<Meaning> Of(string line)
    {
        line = line.Trim();
        if (line.Length > Longest) line = line[..Longest];
        var whole = One(line);
        // A sentence that goes on is one; a question behind it is another.
        var sentences = Stop().Split(line).Where(s => s.Length > 0).ToList();
        if (sentences.Count < 2) return whole is { Grasp: Grasp.Sure, Likeness: >= 0.9 } ? [whole] : Both(line) ?? [whole];
        var meanings = new List<Meaning>();
        var told = sentences[0];
        foreach (var sentence in sentences.Skip(1))
        {
            if (One(sentence) is { Grasp: Grasp.Sure, Intent: not ("symptom" or "thanks" or "yes" or "no") })
            {
                meanings.AddRange(Parts(told));
                told = sentence;
            }
            else told = $"{told} {sentence}";
        }

        meanings.AddRange(Parts(told));
        // Thanks and greetings beside something else are not answered.
        var matter = meanings.Where(m => m.Intent is not ("thanks" or "hello")).ToList();
        matter = matter.Count > 0 ? matter : [meanings[0]];
        return matter.Count > 1 && matter.Exists(m => m.Grasp == Grasp.Lost) && matter.Exists(m => m.Grasp == Grasp.Sure) ? [.. matter.Where(m => m.Grasp != Grasp.Lost)] : matter;
    }

    private List<Meaning> Parts(string told) => One(told) is { Grasp: Grasp.Sure, Likeness: >= 0.9 } sure ? [sure] : Both(told) ?? [One(told)];

    /// <summary>Two questions in one breath.</summary>
    private List<Meaning>? Both(string line)
    {
        var parts = And().Split(line).Where(p => p.Length > 0).ToList();
        if (parts.Count is < 2 or > 4) return null;
        var meanings = parts.ConvertAll(One);
        return meanings.TrueForAll(m => m is { Grasp: Grasp.Sure, Intent: not "symptom" }) ? [.. meanings.DistinctBy(m => string.Join('\n', m.Commands))] : null;
    }

    private Meaning One(string said)
    {
        var written = Written(said);
        // What stands in the list as a question is that, whatever sentence it could also be a part of.
        if (_known.TryGetValue(Plain(written), out var known)) return Meaning.Sure(known.Id, known.Do[0].Split(" {")[0]);
        // Figures are given as KEY=VALUE; only the slash was left out.
        if (Figures().Match(said) is { Success: true } figures && CommandForm.Find(figures.Groups[1].Value.ToLowerInvariant()) is not null) return Meaning.Sure(figures.Groups[1].Value.ToLowerInvariant(), $"/{said}");
        Meaning? maybe = null;
        foreach (var pattern in _patterns)
        {
            if (maybe is not null && !pattern.Sure) break;
            if (pattern.Of(said) is not { } meaning) continue;
            if (meaning.Grasp == Grasp.Sure) return meaning;
            maybe ??= meaning;
        }

        var (asks, ranked) = (Question().IsMatch(written), Ranked(written));
        var (best, likeness) = ranked.Count > 0 ? ranked[0] : (null, 0);
        var told = FactReader.Read(said, default).Count > 0;
        var fault = told || Fault().IsMatch(said);
        if (maybe is not null && (!asks || likeness < 0.9)) return maybe;
        if (best is not null && likeness >= (asks ? Foreign(written) < 0.5 ? Asked : Certain : told ? 0.9 : fault ? Certain : Near))
            return Meaning.Sure(best.Id, best.Do[0].Split(" {")[0]) with { Likeness = likeness };
        if (fault && !asks) return Meaning.Sure("symptom", $"/symptom {said.Replace("|", @"\|", StringComparison.Ordinal)}");
        if (told) return new Meaning(Grasp.Unsure, "symptom", [$"/symptom {said.Replace("|", @"\|", StringComparison.Ordinal)}"], []);
        return new Meaning(Grasp.Lost, "", [], [.. ranked.Select(r => r.Intent).Where(i => i.Id is not ("yes" or "no" or "hello" or "thanks" or "help")).Take(3)]);
    }

    /// <summary>How much of what matters in a line is in no line that is known, 0 to 1.</summary>
    private double Foreign(string said)
    {
        var matter = Spelled(said).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => Terms.Of(w).Count > 0).ToList();
        return matter.Count == 0 ? 0 : (double)matter.Count(w => !_words.Contains(w) && !_things.Contains(w)) / matter.Count;
    }

    /// <summary>Misspelled words become the nearest one that is known here; a word that is not is left alone. Hardly anybody gets the first letter wrong, but for swapping it.</summary>
    private string Spelled(string said) =>
        string.Join(' ', Plain(said).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Length < 4 || _words.Contains(w) || Fault().IsMatch(w) ? w : Words.Nearest(w, _words.Where(k => k[0] == w[0] || k.Length > 1 && k[0] == w[1] && k[1] == w[0]).Order(StringComparer.Ordinal)) ?? w));

    /// <summary>Without the shorthand of people in a hurry; a single letter by itself is an answer.</summary>
    private string Written(string said)
    {
        var words = said.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 2 ? said : string.Join(' ', words.Select(w => _short.GetValueOrDefault(w, w)));
    }

    private List<(Intent Intent, double Likeness)> Ranked(string said)
    {
        if (_lines.Count == 0) return [];
        var spelled = Spelled(said);
        var (whole, matter) = (_nearest.Value.Cosines(spelled), _matter.Value.Cosines(Matter(spelled)));
        return [.. whole.Select((c, i) => (_lines[i].Intent, Likeness: Math.Max(c, ByMatter * matter[i]))).GroupBy(x => x.Intent.Id).Select(g => g.MaxBy(x => x.Likeness)).OrderByDescending(x => x.Likeness).ThenBy(x => x.Intent.Id, StringComparer.Ordinal)];
    }

    /// <summary>Without courtesies, stops and capitals.</summary>
    private static string Plain(string said) => string.Join(' ', Words.Of(Apostrophe().Replace(Courtesy().Replace(said, " "), "")));

    /// <summary>What remains without the words that stand everywhere; they decide where nothing else was said.</summary>
    private static string Matter(string line) => string.Join(' ', Terms.Of(line));

    [GeneratedRegex(@"(?<=[.!?;])\s+|\n+|\s+(?=(?:also|and then|then)\s)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)] private static partial Regex Stop();
    [GeneratedRegex(@"\s*(?:,|/|&|\band\b|\bthen\b|\balso\b|\bplus\b)\s*(?:(?:and|then|also)\s+)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)] private static partial Regex And();
    [GeneratedRegex(@"^([\p{L}-]+)\s[^\n]*\b\w+=", RegexOptions.CultureInvariant)] private static partial Regex Figures();
    [GeneratedRegex(@"['’]")] private static partial Regex Apostrophe();
    [GeneratedRegex(@"^\W*(?:(?:ok|okay|so|and|but|hey|hm+|um|well|right)\W+)+(?=\w)|\b(?:please|pls|plz|guys|folks|quick|quickly|asap|again|exactly|actually|right now|the hell|the heck|tabletop)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)] private static partial Regex Courtesy();

    [GeneratedRegex(@"\?\s*$|[,;]\s*(?:what|whats|why|who)\b|^\W*(?:(?:ok|okay|so|and|but|hey|please|pls)\W+)*(?:what|whats|what's|why|who|whos|who's|how|hows|which|when|where|is|are|am|do|does|did|can|could|should|shall|will|would|have|has|any|show|give|tell|list|explain|help|wht|waht|wich|whcih|shoud|wats|wat)\b(?!['’]t)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Question();

    [GeneratedRegex(@"\b(?:fail(?![\s-]*over)\w*|errors?|erroring|tim(?:e|es|ed|ing)[ -]?outs?|5xx|4xx|[45]\d\ds?|stale|slow\w*|hang\w*|hung|stuck|los(?:t|ing)|missing|duplicat\w*|twice|crash\w*|down|broken|refus\w*|reject\w*|denied|unauthori[sz]ed|forbidden|throttl\w*|spik\w*|climb\w*|pil(?:e|es|ed|ing) up|backlog|unreachable|unavailable|wrong|corrupt\w*|expired|mismatch\w*|empty|garbage|halluc\w*|nonsense|outdated|yesterday\w*|gr(?:ow|ew)\w*|frozen|freez(?:es|ing)|unresponsive|dying|died|dead|no (?:answers?|citations?|results?)|leak\w*|flapp?\w*|degraded|outage|red|cold starts?|oom\w*|out of memory|cannot|can't|cant|not work\w*|doesn'?t work|won'?t load|dropp\w*|split brain|deadlock\w*)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Fault();
}
