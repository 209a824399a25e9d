using System.Text;
using System.Text.RegularExpressions;

namespace TabletopAgent.Play;

/// <summary>A line that begins with a slash, taken apart: <c>/decide fail over to green | owner Dana | runbook region-failover-drills</c>.</summary>
/// <param name="Name">In lower case, without the slash.</param>
/// <param name="Text">What follows the name, up to the first bar.</param>
/// <param name="Parts">What stands between bars, untouched.</param>
internal sealed partial record Command(string Name, string Text, IReadOnlyList<string> Parts)
{
    /// <returns>The command; null where the line is plain words.</returns>
    public static Command? Parse(string line)
    {
        if (Form().Match(line.Trim()) is not { Success: true } m) return null;
        var pieces = Split(m.Groups["rest"].Value);
        return new Command(m.Groups["name"].Value.ToLowerInvariant(), pieces[0].Trim(), [.. pieces.Skip(1).Select(p => p.Trim()).Where(p => p.Length > 0)]);
    }

    /// <summary>At bars; a bar that is meant as such is written \|.</summary>
    private static List<string> Split(string text)
    {
        var (pieces, piece) = (new List<string>(), new StringBuilder());
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] == '|') piece.Append(text[++i]);
            else if (text[i] != '|') piece.Append(text[i]);
            else
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
        }

        pieces.Add(piece.ToString());
        return pieces;
    }

    [GeneratedRegex(@"^/(?<name>[\p{L}][\p{L}-]*)\s*(?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)] private static partial Regex Form();
}
