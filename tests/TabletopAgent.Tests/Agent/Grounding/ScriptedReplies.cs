namespace TabletopAgent.Tests.Agent.Grounding;

/// <summary>A reply as a model might give it.</summary>
/// <param name="Report">The report it speaks of; see <see cref="Reports"/>.</param>
/// <param name="Kind">What is true or false about it.</param>
/// <param name="Lies">What of it must not reach anybody; none: no word of it may.</param>
public sealed record ScriptedReply(string Report, string Kind, string Text, IReadOnlyList<string> Lies);

/// <summary>Data files of replies: <c>@@ report | kind</c> on a line, the reply below it, a lie between ⟦ and ⟧ where the rest is true.</summary>
internal static class ScriptedReplies
{
    public static IReadOnlyList<ScriptedReply> Read(string file)
    {
        var replies = new List<ScriptedReply>();
        foreach (var block in File.ReadAllText(Repository.Path("tests", "TabletopAgent.Tests", "Agent", "Grounding", file)).ReplaceLineEndings("\n").Split("\n@@ ").Skip(1))
        {
            var end = block.IndexOf('\n', StringComparison.Ordinal);
            var head = block[..end].Split('|', 2);
            var text = Unescape(block[(end + 1)..].Trim('\n'));
            var lies = text.Split('⟦').Skip(1).Select(l => l[..l.IndexOf('⟧', StringComparison.Ordinal)]).ToList();
            replies.Add(new ScriptedReply(head[0].Trim(), head[1].Trim(), text.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal), lies));
        }

        return replies;
    }

    /// <summary>Invisible characters are written \u200B, so that whoever reads the file sees them.</summary>
    private static string Unescape(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\\u([0-9A-Fa-f]{4})", m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString());
}
