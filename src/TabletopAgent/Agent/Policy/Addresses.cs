using System.Text.RegularExpressions;

namespace TabletopAgent.Agent.Policy;

/// <summary>Whether a text holds something that a program could fetch.</summary>
internal static partial class Addresses
{
    public static bool In(string text) => Address().IsMatch(text.Normalize(System.Text.NormalizationForm.FormKC));

    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9+.-]*:/|(?:^|[^A-Za-z0-9:])//|\bwww\.|\b(?:data|javascript|mailto|file|vbscript):|(?:^|\s)\\\\|\b[0-9]{1,3}(?:\.[0-9]{1,3}){3}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
