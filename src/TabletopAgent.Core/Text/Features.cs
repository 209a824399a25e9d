using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace TabletopAgent.Text;

/// <summary>A text as a set of hashed features: stems, pairs of stems and runs of five characters, so that misspellings still meet.</summary>
internal static partial class Features
{
    public const int Count = 1 << 18;

    private const uint Basis = 2166136261, Prime = 16777619;

    /// <returns>Distinct features in ascending order, each below <see cref="Count"/>.</returns>
    public static int[] Of(string text)
    {
        var words = Words.Of(Normal(text));
        var found = new List<int>(words.Count * 10);
        string? before = null;
        foreach (var word in words)
        {
            var stem = Stems.Of(word);
            found.Add(Fold(Hash(Hash(Basis, 'w'), stem)));
            if (before is not null) found.Add(Fold(Hash(Hash(Hash(Hash(Basis, 'b'), before), '_'), stem)));
            before = stem;
        }

        var run = " " + string.Join(' ', words) + " ";
        for (var i = 0; i + 5 <= run.Length; i++) found.Add(Fold(Hash(Hash(Basis, 'c'), run.AsSpan(i, 5))));

        return Sorted(found);
    }

    /// <summary>
    /// How outcomes are told, whatever the subject: stems, their pairs and triples with numbers left blank, the last words, whether a
    /// pair of numbers stayed about the same, and whether something is said not to have happened.
    /// </summary>
    public static int[] OfTone(string text)
    {
        var stems = Tokens(Normal(text).ToLowerInvariant());
        var found = new List<int>(stems.Count * 4);
        for (var i = 0; i < stems.Count; i++)
        {
            found.Add(Fold(Hash(Hash(Basis, 'w'), stems[i])));
            if (i > 0) found.Add(Fold(Hash(Hash(Hash(Hash(Basis, 'b'), stems[i - 1]), '_'), stems[i])));
            if (i > 1) found.Add(Fold(Hash(Hash(Hash(Hash(Hash(Hash(Basis, 't'), stems[i - 2]), '_'), stems[i - 1]), '_'), stems[i])));
            if (i >= stems.Count - 6) found.Add(Fold(Hash(Hash(Basis, 'e'), stems[i])));
        }

        foreach (Match pair in Change().Matches(Normal(text)))
        {
            if (!double.TryParse(pair.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var before) || before <= 0) continue;
            if (!double.TryParse(pair.Groups[2].ValueSpan, CultureInfo.InvariantCulture, out var after)) continue;
            found.Add(Fold(Hash(Hash(Basis, 'p'), (after / before) switch { < 0.8 => "down", > 1.25 => "up", _ => "same" })));
        }

        if (Nothing().IsMatch(text)) found.Add(Fold(Hash(Hash(Basis, 'z'), "zero")));
        return Sorted(found);
    }

    /// <summary>In ascending order, each once.</summary>
    private static int[] Sorted(List<int> found)
    {
        var features = CollectionsMarshal.AsSpan(found);
        features.Sort();
        var distinct = 0;
        foreach (var feature in features)
            if (distinct == 0 || features[distinct - 1] != feature) features[distinct++] = feature;
        return features[..distinct].ToArray();
    }

    /// <summary>Runs of plain letters as stems, # for every number, and the signs # and %.</summary>
    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var from = i;
            if (char.IsDigit(text[i]))
            {
                i = Digits(text, i);
                if (i + 1 < text.Length && text[i] is '.' or ',' && char.IsDigit(text[i + 1])) i = Digits(text, i + 1);
                tokens.Add("#");
            }
            else if (IsLetter(text[i]))
            {
                while (i < text.Length && IsLetter(text[i])) i++;
                tokens.Add(Stems.Of(text[from..i]));
            }
            else if (text[i++] is '#' or '%') tokens.Add(text[from..i]);
        }

        return tokens;

        static bool IsLetter(char c) => c is >= 'a' and <= 'z' or '\'';

        static int Digits(string text, int at)
        {
            while (at < text.Length && char.IsDigit(text[at])) at++;
            return at;
        }
    }

    [GeneratedRegex(@"(?<!\d)(\d+(?:\.\d+)?) *(?:%|ms|s)? +to +(\d+(?:\.\d+)?)", RegexOptions.CultureInvariant)] private static partial Regex Change();
    [GeneratedRegex(@"\b(?:0|no|none|zero|nobody|nothing|never|not one)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)] private static partial Regex Nothing();

    /// <summary>Symbols that carry a word's meaning become that word.</summary>
    private static string Normal(string text) =>
        text.Replace("ΔS", " deltas ", StringComparison.Ordinal).Replace("λ", " lambda ", StringComparison.Ordinal)
            .Replace("→", " to ", StringComparison.Ordinal).Replace("->", " to ", StringComparison.Ordinal);

    private static uint Hash(uint hash, char c) => (hash ^ c) * Prime;

    private static uint Hash(uint hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text) hash = (hash ^ c) * Prime;
        return hash;
    }

    private static int Fold(uint hash) => (int)((hash ^ (hash >> 18)) & (Count - 1));
}
