using System.Text.RegularExpressions;

namespace TabletopAgent.Agent.Grounding;

/// <summary>What a reply may rest on.</summary>
internal sealed record GroundingSources(Report Report, IReadOnlyList<string> ToolResults, IReadOnlyList<string> Said);

/// <param name="Text">What may be shown.</param>
/// <param name="Struck">What was not grounded, and was replaced.</param>
internal sealed record CheckedReply(string Text, IReadOnlyList<string> Struck);

/// <summary>Strikes what a reply claims and nothing supports.</summary>
internal static partial class Grounding
{
    public static CheckedReply Check(string reply, GroundingSources sources)
    {
        var known = string.Join('\n', sources.ToolResults.Concat(sources.Said));
        return Number().Matches(reply).All(n => known.Contains(n.Value, StringComparison.Ordinal))
            ? new CheckedReply(reply, [])
            : new CheckedReply("[struck: a number here is in no measurement] ", [reply]);
    }

    [GeneratedRegex(@"\d+(?:\.\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
