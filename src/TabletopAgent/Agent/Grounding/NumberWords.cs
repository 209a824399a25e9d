using System.Globalization;

namespace TabletopAgent.Agent.Grounding;

/// <summary>Numbers in digits and in English words.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, double> s_small = Table(
        "zero nil one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", i => i < 2 ? 0 : i - 1);

    private static readonly Dictionary<string, double> s_tens = Table("twenty thirty forty fourty fifty sixty seventy eighty ninety", i => i < 3 ? (i + 2) * 10 : (i + 1) * 10);

    private static readonly Dictionary<string, double> s_scale = new(StringComparer.Ordinal) { ["hundred"] = 100, ["thousand"] = 1e3, ["million"] = 1e6, ["billion"] = 1e9, ["k"] = 1e3 };

    private static readonly Dictionary<string, double> s_parts = new(StringComparer.Ordinal)
    {
        ["half"] = 2, ["halves"] = 2, ["third"] = 3, ["thirds"] = 3, ["quarter"] = 4, ["quarters"] = 4, ["fifth"] = 5, ["fifths"] = 5, ["sixth"] = 6, ["sixths"] = 6,
        ["eighth"] = 8, ["eighths"] = 8, ["tenth"] = 10, ["tenths"] = 10,
    };

    private static readonly Dictionary<string, double> s_whole = new(StringComparer.Ordinal)
    {
        ["dozen"] = 12, ["dozens"] = 12, ["couple"] = 2, ["pair"] = 2, ["twice"] = 2, ["double"] = 2, ["doubled"] = 2, ["triple"] = 3, ["tripled"] = 3, ["hundreds"] = 100,
        ["thousands"] = 1e3, ["millions"] = 1e6, ["twofold"] = 2, ["fourth"] = 4,
    };

    /// <summary>The number in words that begins here, and how many words it takes; 0: none does.</summary>
    /// <param name="words">In lower case.</param>
    public static (double Value, int Words) Read(IReadOnlyList<string> words, int at)
    {
        var (total, run, taken) = (0.0, 0.0, 0);
        for (var any = false; at + taken < words.Count; taken++, any = true)
        {
            var word = words[at + taken];
            if (s_small.TryGetValue(word, out var small)) run += small;
            else if (s_tens.TryGetValue(word, out var tens)) run += tens;
            else if (s_scale.TryGetValue(word, out var scale) && (any || word is not "k"))
            {
                run = Math.Max(run, 1) * scale;
                if (scale >= 1e3) (total, run) = (total + run, 0);
            }
            else if (any && word == "and" && at + taken + 1 < words.Count && (s_small.ContainsKey(words[at + taken + 1]) || s_tens.ContainsKey(words[at + taken + 1])) && run >= 100) continue;
            else if (s_parts.TryGetValue(word, out var part)) return ((any ? total + run : 1) / part, taken + 1);
            else if (!any && s_whole.TryGetValue(word, out var whole)) return (whole, 1);
            else break;
        }

        return (total + run, taken);
    }

    /// <summary>A number in digits, or in capitals as Rome wrote it; null where it is neither, or could be read in two ways.</summary>
    public static (double Value, int Decimals)? Digits(string text)
    {
        if (text.Length > 1 && text.All(c => "IVXLCDM".Contains(c, StringComparison.Ordinal))) return (Roman(text), 0);
        if (text.Length == 0 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[^1])) return null;
        var plain = text;
        if (text.Contains(',', StringComparison.Ordinal))
        {
            // 1,000 groups; 0,45 is a decimal comma, which English does not have.
            var groups = text.Split('.')[0].Split(',');
            if (groups[0].Length > 3 || groups[0] == "0" || groups.Skip(1).Any(g => g.Length != 3)) return null;
            plain = text.Replace(",", "", StringComparison.Ordinal);
        }

        var point = plain.IndexOf('.', StringComparison.Ordinal);
        return plain.All(c => char.IsAsciiDigit(c) || c == '.') && double.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? (value, point < 0 ? 0 : plain.Length - point - 1) : null;
    }

    private static double Roman(string text)
    {
        var total = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var value = Of(text[i]);
            total += i + 1 < text.Length && Of(text[i + 1]) > value ? -value : value;
        }

        return total;

        static int Of(char c) => c switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, 'D' => 500, _ => 1000 };
    }

    private static Dictionary<string, double> Table(string words, Func<int, double> value) =>
        words.Split(' ').Select((w, i) => (w, i)).ToDictionary(w => w.w, w => value(w.i), StringComparer.Ordinal);
}
