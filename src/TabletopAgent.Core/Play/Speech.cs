using System.Text.RegularExpressions;

namespace TabletopAgent.Play;

/// <summary>A line as it is typed where several people share a keyboard: who says it, and what.</summary>
internal sealed partial record Speech(string Speaker, string Line)
{
    /// <param name="speaker">Who speaks where the line names nobody.</param>
    /// <param name="roster">Plain words behind a name are that person's only where the name is known; "note: …" is nobody's.</param>
    public static Speech Of(string line, string speaker, Roster roster)
    {
        if (Named().Match(line.Trim()) is { Success: true } m)
        {
            var (name, rest) = (m.Groups["name"].Value.TrimEnd(), m.Groups["rest"].Value);
            if (rest.StartsWith('/') || roster.RolesOf(name).Count > 0) return new Speech(name, rest);
        }

        return new Speech(speaker, line.Trim());
    }

    [GeneratedRegex(@"^(?<name>[\p{L}][\p{L}\p{M}\p{N} ._'’-]{0,39}):\s*(?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)] private static partial Regex Named();
}
