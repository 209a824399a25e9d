using System.Text.RegularExpressions;

namespace TabletopAgent.Import.Reports;

/// <summary>Takes the markup off one line, and leaves what a reader of the page would see.</summary>
internal static partial class Markup
{
    public static string Plain(string raw)
    {
        if (raw.Length > 20_000) raw = raw[..20_000];
        var text = raw;
        if (text.Contains('[', StringComparison.Ordinal)) text = Footnote().Replace(Link().Replace(text, "${text}"), "");
        if (text.Contains('<', StringComparison.Ordinal)) text = Tag().Replace(Break().Replace(text, " "), "");
        if (text.Contains('&', StringComparison.Ordinal)) text = System.Net.WebUtility.HtmlDecode(text);
        if (text.Contains('{', StringComparison.Ordinal)) text = Braces().Replace(text, "$1");
        if (text.AsSpan().IndexOfAny('*', '_', '`') >= 0) text = Emphasis().Replace(text, "$2");
        text = text.Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal).Replace('\u00A0', ' ').Replace('\u202F', ' ');
        return text.Trim();
    }

    /// <summary>The bold text a line begins with, and what follows it.</summary>
    public static (string? Label, string Value) Bold(string raw)
    {
        var m = Strong().Match(raw);
        if (!m.Success) return (null, raw);
        var label = Plain(m.Groups["label"].Value).TrimEnd(':', ' ', '.', '-', '–', '—').Trim();
        return label.Length == 0 ? (null, raw) : (label, raw[m.Length..].TrimStart(' ', ':', '*').Trim());
    }

    private const RegexOptions Regexes = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"!?\[(?<text>[^\]\[]{0,400})\]\([^()\s]{0,2000}(?:\([^()\s]*\)[^()\s]*)?(?:\s+""[^""]*"")?\)", Regexes)]
    private static partial Regex Link();

    [GeneratedRegex(@"\[\^[^\]]{1,20}\]", Regexes)]
    private static partial Regex Footnote();

    [GeneratedRegex(@"<br\s*/?>", Regexes)]
    private static partial Regex Break();

    [GeneratedRegex(@"</?[a-z][^<>]{0,300}>|<!--.*?-->", Regexes)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\{\{\s*([^{}]*?)\s*\}\}", Regexes)]
    private static partial Regex Braces();

    [GeneratedRegex(@"(?<![\w*])(\*{1,3}|_{1,3}|`+)(?=\S)(.+?)(?<=\S)\1(?![\w*])", Regexes)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"^\s*(?<mark>\*\*|__)(?<label>[^*]{1,120}?)\k<mark>\s*:?", Regexes)]
    private static partial Regex Strong();
}
