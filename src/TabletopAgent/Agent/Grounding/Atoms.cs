using System.Net;
using System.Text.RegularExpressions;

namespace TabletopAgent.Agent.Grounding;

internal enum AtomKind
{
    Word,
    Number,
    Sign,

    /// <summary>Several signs that only mean something together: an id, a path, a time.</summary>
    Id,
    Quote,
    Url,
}

/// <summary>The smallest thing a sentence is made of.</summary>
/// <param name="Tight">Nothing stands between it and the one before.</param>
/// <param name="Code">It stood in backticks.</param>
internal readonly record struct Atom(AtomKind Kind, string Text, bool Tight, bool Code);

/// <summary>Takes a sentence apart, without the signs that only set it in bold.</summary>
internal static partial class Atoms
{
    public static List<Atom> Of(string sentence)
    {
        // A dash between words is a pause; folded, it would be a hyphen. What a browser would decode is decoded.
        var text = Cleaned.Folded(WebUtility.HtmlDecode(sentence).Replace("\u2014", " - ", StringComparison.Ordinal).Replace(" \u2013 ", " - ", StringComparison.Ordinal));
        text = Link().Replace(text, m => m.Value[0] == '!' ? " \u2297 " : $"{m.Groups["label"].Value} <{m.Groups["url"].Value}>");
        var (atoms, at, code) = (new List<Atom>(), 0, false);
        while (at < text.Length)
        {
            var c = text[at];
            if (c == '\'' && (at == 0 || at + 1 == text.Length || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at + 1]))) (code, at) = (!code, at + 1);
            else if (char.IsWhiteSpace(c) || c == '*') at++;
            else if (c == '_' && !(at > 0 && char.IsLetterOrDigit(text[at - 1]) && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]))) at++;
            else
            {
                var tight = at > 0 && !char.IsWhiteSpace(text[at - 1]);
                var m = Next().Match(text, at);
                var kind = m.Groups["quote"].Success ? AtomKind.Quote : m.Groups["url"].Success ? AtomKind.Url : m.Groups["id"].Success ? AtomKind.Id : AtomKind.Sign;
                if (kind == AtomKind.Quote) atoms.Add(new Atom(kind, m.Groups["quote"].Value, tight, code));
                else if (kind == AtomKind.Url) atoms.Add(new Atom(kind, m.Groups["url"].Value.TrimEnd('.', ',', ';', ':', '\'', '*'), tight, code));
                else if (kind == AtomKind.Id) atoms.Add(new Atom(kind, m.Value.Replace("*", "", StringComparison.Ordinal), tight, code));
                else
                {
                    var rune = char.IsSurrogatePair(text, at) || text[at] is '<' or '>' && at + 1 < text.Length && text[at + 1] == '=' ? text.Substring(at, 2) : text[at].ToString();
                    atoms.Add(new Atom(kind, rune, tight, code));
                    at += rune.Length;
                    continue;
                }

                at = kind == AtomKind.Url ? m.Groups["url"].Index + atoms[^1].Text.Length + (m.Value.EndsWith('>') ? 1 : 0) : m.Index + m.Length;
            }
        }

        return atoms;
    }

    /// <summary>An id that nobody knows, as the words and numbers it is made of.</summary>
    public static IEnumerable<Atom> Split(Atom id)
    {
        var tight = id.Tight;
        foreach (Match m in Part().Matches(id.Text))
        {
            yield return new Atom(char.IsAsciiDigit(m.Value[0]) ? AtomKind.Number : char.IsLetter(m.Value[0]) ? AtomKind.Word : AtomKind.Sign, m.Value, tight, id.Code);
            tight = true;
        }
    }

    [GeneratedRegex(@"!?\[(?<label>[^\]\n]*)\]\((?<url>[^)\s]*)\)|!\[[^\]\n]*\](?:\[[^\]\n]*\])?", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("\\G(?:\"(?<quote>[^\"\n]*)\"|<?(?<url>(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^\\s<>\"]+)>?|<(?<url>[^\\s<>]*)>|(?<id>[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}*]|[-_./#~:@',](?=[\\p{L}\\p{N}]))*)|(?<sign>.))", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Next();

    [GeneratedRegex(@"[0-9]+(?:[.,][0-9]+)*|\p{L}[\p{L}\p{M}\p{N}]*(?:'\p{L}+)?|.", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Part();
}
