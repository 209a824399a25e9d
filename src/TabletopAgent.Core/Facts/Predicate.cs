using System.Globalization;
using System.Text.RegularExpressions;
using TabletopAgent.Text;

namespace TabletopAgent.Facts;

/// <summary>A condition on facts, as rules and pages write it: <c>delta_s >= 0.60 and coverage &lt; 0.70 or index_metric = mismatch</c>.</summary>
internal sealed partial record Predicate(IReadOnlyList<IReadOnlyList<Condition>> AnyOf, string Source)
{
    /// <returns>The predicate, or null with why it is none.</returns>
    public static Predicate? Parse(string text, out string? error)
    {
        error = null;
        var anyOf = new List<IReadOnlyList<Condition>>();
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in Parts(words, "or"))
        {
            var all = new List<Condition>();
            foreach (var one in Parts(part, "and").Select(p => string.Join(' ', p)))
            {
                if (Condition().Match(one) is not { Success: true } m)
                {
                    error = $"\"{one}\" is not: fact operator value";
                    return null;
                }

                var (op, value) = (m.Groups["op"].Value is "==" ? "=" : m.Groups["op"].Value, m.Groups["value"].Value);
                double? number = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n) ? n : null;
                if (number is null && op is not ("=" or "!="))
                {
                    error = $"\"{value}\" is a word, and words are only equal (=) or not (!=)";
                    return null;
                }

                all.Add(new Condition(m.Groups["fact"].Value, op, number, number is null ? value : null));
            }

            anyOf.Add(all);
        }

        return new Predicate(anyOf, text.Trim());
    }

    /// <summary>The words between joints. A joint at either end is part of what is no condition.</summary>
    private static List<string[]> Parts(string[] words, string joint)
    {
        var (parts, from) = (new List<string[]>(), 0);
        for (var i = 1; i < words.Length - 1; i++)
        {
            if (words[i] != joint || i == from) continue;
            parts.Add(words[from..i]);
            from = i + 1;
        }

        parts.Add(words[from..]);
        return parts;
    }

    /// <summary>A fact that words call steady is known and moves nothing: no condition holds by it.</summary>
    /// <returns>True with the facts it rests on, false when every alternative is known to be false, null when a fact is missing.</returns>
    public bool? Holds(ILookup<string, Fact> facts, List<Fact>? restsOn = null)
    {
        var unknown = false;
        foreach (var all in AnyOf)
        {
            var used = new List<Fact>();
            bool? every = true;
            foreach (var condition in all)
            {
                var candidates = facts[condition.Fact];
                if (candidates.FirstOrDefault(f => !(f.Steady && f.Source == Facts.Source.Words) && condition.Holds(f)) is { } fact) used.Add(fact);
                else
                {
                    every = candidates.Any() ? false : every == false ? false : null;
                    if (every == false) break;
                }
            }

            if (every == true)
            {
                restsOn?.AddRange(used);
                return true;
            }

            unknown |= every is null;
        }

        return unknown ? null : false;
    }

    public override string ToString() => Source;

    public void Write(BinaryWriter to)
    {
        to.Write(Source);
        to.Write(AnyOf.Count);
        foreach (var all in AnyOf)
        {
            to.Write(all.Count);
            foreach (var condition in all)
            {
                to.Write(condition.Fact);
                to.Write(condition.Op);
                to.Write(condition.Number ?? double.NaN);
                Blobs.Write(to, condition.Word);
            }
        }
    }

    /// <summary>What was written, without parsing it again.</summary>
    public static Predicate Read(BinaryReader from)
    {
        var source = from.ReadString();
        var anyOf = new Condition[from.ReadInt32()][];
        for (var i = 0; i < anyOf.Length; i++)
        {
            anyOf[i] = new Condition[from.ReadInt32()];
            for (var c = 0; c < anyOf[i].Length; c++)
                anyOf[i][c] = new Condition(from.ReadString(), from.ReadString(), from.ReadDouble() is var n && double.IsNaN(n) ? null : n, Blobs.Text(from));
        }

        return new Predicate(anyOf, source);
    }

    [GeneratedRegex(@"^(?<fact>[\p{L}][\p{L}\p{N}_]*)\s*(?<op><=|>=|!=|==|=|<|>)\s*(?<value>[\p{L}\p{N}._-]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Condition();
}

/// <param name="Op">= != &lt; &lt;= &gt; &gt;=</param>
internal sealed record Condition(string Fact, string Op, double? Number, string? Word)
{
    public bool Holds(Fact fact)
    {
        if (Word is not null) return (fact.Word == Word) == (Op == "=");
        if (fact.Number is not { } value || Number is not { } bar) return false;
        var order = Math.Round(value, 4).CompareTo(bar);
        return Op switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, ">=" => order >= 0, "=" => order == 0, _ => order != 0 };
    }
}
