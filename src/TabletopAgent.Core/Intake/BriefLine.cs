using System.Text.RegularExpressions;

namespace TabletopAgent.Intake;

/// <summary>One line of a brief: its marks, and its label if it has one.</summary>
/// <param name="Bullet">Whether it starts with a bullet or a number.</param>
/// <param name="Heading">1–6 for a Markdown heading, else 0.</param>
/// <param name="Indented">Whether it starts with white space.</param>
/// <param name="Text">Without bullet, heading marks, quote marks and bold.</param>
/// <param name="Named">What stands before a colon, or the whole line where it may be a label by itself; else null.</param>
/// <param name="Rest">What stands after the colon.</param>
internal sealed partial record BriefLine(bool Bullet, int Heading, bool Indented, string Text, string? Named, string Rest)
{
    public static BriefLine Of(string raw)
    {
        var marks = Marks().Match(raw);
        var heading = marks.Groups["heading"].Length;
        var bullet = marks.Groups["bullet"].Success;
        var body = raw[marks.Length..].TrimEnd();
        var bold = body.StartsWith("**", StringComparison.Ordinal) || body.StartsWith("__", StringComparison.Ordinal);
        if (heading > 0) body = body.TrimEnd('#').TrimEnd();
        var text = body.Replace("**", "", StringComparison.Ordinal).Replace("__", "", StringComparison.Ordinal).Trim();
        var indented = raw.Length > 0 && char.IsWhiteSpace(raw[0]);
        var label = Label().Match(text);
        if (label.Success) return new(bullet, heading, indented, text, label.Groups["label"].Value, label.Groups["rest"].Value.Trim());
        return new(bullet, heading, indented, text, heading > 0 || bold || !bullet ? text : null, "");
    }

    [GeneratedRegex(@"^\s*(?:>\s*)*(?:(?<heading>#{1,6})\s+|(?<bullet>(?:[-*+•–]|\(?\d{1,2}[.)])\s+(?:\[[ xX]\]\s+)?))?", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"^(?<label>[\p{L}][\p{L}\d /&'()_-]{1,58}?)\s*[:：]\s*(?<rest>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
