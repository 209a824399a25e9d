using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace TabletopAgent.Agent.Masking;

/// <summary>What is to be masked, and where it stands.</summary>
/// <param name="Reveal">Whether the reader at this machine may have it back.</param>
internal readonly record struct MaskSpan(string Kind, int Start, int Length, string Value, bool Reveal);

/// <summary>One line of <c>masks.json</c>.</summary>
/// <param name="Hints">Without one of these in the text the pattern is not tried.</param>
/// <param name="Pattern">Its group <c>secret</c> is masked, where it has one, else all of it.</param>
/// <param name="Check">Name of a test in <see cref="MaskChecks"/>.</param>
internal sealed record MaskRule(string Kind, string Name, IReadOnlyList<string>? Hints, bool Digits, string Pattern, string? Check, bool Reveal);

/// <summary>The rules of <c>masks.json</c>. No pattern backtracks, so time grows with the length of the text and nothing else.</summary>
internal static class MaskRules
{
    private static readonly Lazy<IReadOnlyList<(MaskRule Rule, Lazy<Regex> Pattern)>> s_rules = new(() =>
        [.. All().Select(r => (r, new Lazy<Regex>(() => new Regex(r.Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant))))]);

    public static IReadOnlyList<MaskRule> All()
    {
        using var stream = typeof(MaskRules).Assembly.GetManifestResourceStream("masks.json")!;
        return JsonSerializer.Deserialize(stream, MaskContext.Default.IReadOnlyListMaskRule)!;
    }

    public static IEnumerable<MaskSpan> Find(string text)
    {
        foreach (var (rule, pattern) in s_rules.Value)
        {
            if (!Tempts(rule, text)) continue;
            for (var at = 0; at <= text.Length && pattern.Value.Match(text, at) is { Success: true } m;)
            {
                var secret = m.Groups["secret"] is { Success: true } part ? part : m;
                var length = rule.Check is null ? secret.Length : MaskChecks.Holds(rule.Check, m.Value, secret.Value);
                if (length > 0) yield return new MaskSpan(rule.Kind, secret.Index, length, text.Substring(secret.Index, length), rule.Reveal);
                at = length > 0 ? secret.Index + length : secret.Index > m.Index ? secret.Index : m.Index + 1;
            }
        }
    }

    private static bool Tempts(MaskRule rule, string text) =>
        rule.Digits ? text.AsSpan().ContainsAnyInRange('0', '9') : rule.Hints is null || rule.Hints.Any(h => text.Contains(h, StringComparison.OrdinalIgnoreCase));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<MaskRule>))]
internal sealed partial class MaskContext : JsonSerializerContext;
