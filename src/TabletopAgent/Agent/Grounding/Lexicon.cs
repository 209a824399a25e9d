using System.Collections.Frozen;

namespace TabletopAgent.Agent.Grounding;

/// <summary>The words of one language that are understood; see <c>lexicon-en.txt</c>.</summary>
internal sealed class Lexicon
{
    private static readonly Dictionary<string, Cat> s_cats = new(StringComparer.Ordinal)
    {
        ["glue"] = Cat.Glue, ["talk"] = Cat.Talk, ["verb"] = Cat.Verb, ["work"] = Cat.Work, ["aux"] = Cat.Aux, ["past"] = Cat.Past, ["modal"] = Cat.Modal, ["if"] = Cat.If,
        ["cue"] = Cat.Cue, ["you"] = Cat.You, ["metric"] = Cat.Metric, ["stat"] = Cat.Stat, ["phase"] = Cat.Phase, ["bar"] = Cat.Bar, ["compare"] = Cat.Compare,
        ["move"] = Cat.Move, ["verdict"] = Cat.Verdict, ["verdict-past"] = Cat.Verdict | Cat.Past, ["not"] = Cat.Not, ["quant"] = Cat.Quant, ["unit"] = Cat.Unit,
        ["confidence"] = Cat.Confidence, ["rank"] = Cat.Rank, ["word"] = Cat.Word, ["role"] = Cat.Role, ["kind"] = Cat.Kind, ["say"] = Cat.Say, ["deed"] = Cat.Deed,
        ["staffed"] = Cat.Staffed,
    };

    private static Lexicon? s_english;

    private readonly FrozenDictionary<string, IReadOnlyList<(Cat Cat, string Value)>> _senses;

    private Lexicon(IEnumerable<string> lines)
    {
        var senses = new Dictionary<string, List<(Cat, string)>>(StringComparer.Ordinal);
        var lower = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            var head = line[..colon].Split(' ');
            if (head[0] == "metric" && head[2] == "lower") lower.Add(head[1]);
            foreach (var form in line[(colon + 2)..].Split(','))
            {
                var key = Key(form);
                if (!senses.TryGetValue(key, out var known)) senses[key] = known = [];
                known.Add((s_cats[head[0]], head[1]));
                Longest = Math.Max(Longest, key.Split(' ').Length);
            }
        }

        (_senses, LowerIsBetter) = (senses.ToFrozenDictionary(s => s.Key, s => (IReadOnlyList<(Cat, string)>)s.Value, StringComparer.Ordinal), lower.ToFrozenSet(StringComparer.Ordinal));
    }

    public static Lexicon English => s_english ??= Load("lexicon-en.txt");

    /// <summary>Metrics of which less is better.</summary>
    public FrozenSet<string> LowerIsBetter { get; }

    /// <summary>Words in the longest form.</summary>
    public int Longest { get; }

    public IReadOnlyList<(Cat Cat, string Value)>? Find(string key) => _senses.GetValueOrDefault(key);

    /// <summary>A form as all its spellings share it: lower case, hyphens and underscores as single spaces.</summary>
    public static string Key(string form) =>
        string.Join(' ', form.Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    private static Lexicon Load(string name)
    {
        using var reader = new StreamReader(typeof(Lexicon).Assembly.GetManifestResourceStream(name)!);
        return new Lexicon(reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n'));
    }
}
