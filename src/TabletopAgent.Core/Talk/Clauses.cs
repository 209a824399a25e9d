using System.Text.RegularExpressions;
using TabletopAgent.Play;

namespace TabletopAgent.Talk;

/// <summary>What people hang on to a sentence, as the parts of its command: "…, owner Ana, runbook secrets-rotation, because writes fail".</summary>
internal static partial class Clauses
{
    public static string Of(string said, CommandForm form)
    {
        var text = said;
        var parts = new List<string>();
        foreach (var mark in Opens().Matches(said).Reverse())
        {
            var name = mark.Groups["name"].Value.ToLowerInvariant() switch { "because" or "since" or "reason" or "rationale" => "rationale", "owned by" => "owner", var n => n };
            if (!form.Parts.Contains(name) || parts.Exists(p => p.StartsWith(name + " ", StringComparison.Ordinal))) continue;
            var value = Bar(text[(mark.Index + mark.Length)..].Trim(' ', ',', ';', '.', ':'));
            if (value.Length == 0) continue;
            parts.Insert(0, $"{name} {value}");
            text = text[..mark.Index];
        }

        return string.Join(" | ", parts.Prepend(Bar(text.Trim(' ', ',', ';'))));
    }

    /// <summary>A bar that was said is a bar, not the end of a part.</summary>
    private static string Bar(string text) => text.Replace("|", @"\|", StringComparison.Ordinal);

    /// <summary>After a stop, or where nothing else can be meant.</summary>
    [GeneratedRegex(@"(?:[,;|.]\s*(?:and\s+)?(?:the\s+)?(?<name>owner|owned by|runbook|because|since|rationale|reason|options|service|region|before|after|proof|state|due)\b(?:\s+is\b)?[\s:=]+|\s+(?<name>because|owned by|runbook:?)\s+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opens();
}
