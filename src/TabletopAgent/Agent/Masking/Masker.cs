using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TabletopAgent.Agent.Masking;

/// <summary>
/// Takes secrets and personal data out of a text before it leaves the machine. One masker serves one conversation: the same address
/// is the same placeholder throughout, and the reader at this machine can have it back.
/// </summary>
internal sealed partial class Masker
{
    private readonly Dictionary<(string Kind, string Value), string> _places = [];
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>With <c>[email 1]</c> for what a model must not see.</summary>
    public string Mask(string text) => Replace(text, MaskRules.Find(text).Concat(Forged(text)), Place);

    /// <summary>Puts personal data back, for the reader at this machine. Keys and passwords stay masked: nobody needs to read them again.</summary>
    public string Reveal(string text) => Placeholder().Replace(text, m => _values.GetValueOrDefault(m.Value, m.Value));

    /// <summary>With <c>[email]</c>: nothing leads back. For logs.</summary>
    public static string Forget(string text) => Replace(text, MaskRules.Find(text), span => $"[{span.Kind}]");

    private string Place(MaskSpan span)
    {
        var key = (span.Kind, span.Value);
        if (_places.TryGetValue(key, out var known)) return known;
        _counts[span.Kind] = _counts.GetValueOrDefault(span.Kind) + 1;
        var place = string.Create(CultureInfo.InvariantCulture, $"[{span.Kind} {_counts[span.Kind]}]");
        if (span.Reveal) _values[place] = span.Value;
        return _places[key] = place;
    }

    /// <summary>Text that only looks like a placeholder would be filled with somebody's data.</summary>
    private static IEnumerable<MaskSpan> Forged(string text) =>
        Placeholder().Matches(text).Select(m => new MaskSpan("text", m.Index, m.Length, m.Value, true));

    /// <summary>Of two that overlap the one that begins first holds, of one beginning the secret, then the longer.</summary>
    private static string Replace(string text, IEnumerable<MaskSpan> found, Func<MaskSpan, string> place)
    {
        var spans = found.OrderBy(s => s.Start).ThenBy(s => s.Reveal).ThenByDescending(s => s.Length).ToList();
        if (spans.Count == 0) return text;
        var (masked, at) = (new StringBuilder(text.Length), 0);
        foreach (var span in spans)
        {
            // What another ran into is masked as well, up to its end; of personal data behind a secret nothing is left to tell.
            var start = Math.Max(span.Start, at);
            if (start >= span.Start + span.Length || start > span.Start && span.Reveal) continue;
            masked.Append(text, at, start - at);
            masked.Append(place(start == span.Start ? span : span with { Value = text[start..(span.Start + span.Length)] }));
            at = span.Start + span.Length;
        }

        return masked.Append(text, at, text.Length - at).ToString();
    }

    [GeneratedRegex(@"\[[a-z-]{2,12} [0-9]{1,6}\]", RegexOptions.CultureInvariant)] private static partial Regex Placeholder();
}
