using System.Text.RegularExpressions;
using TabletopAgent.Exercises;
using TabletopAgent.Hearing;
using TabletopAgent.Knowledge;

namespace TabletopAgent.Diagnose;

/// <summary>What the words sound like, as a whole and in two parts.</summary>
/// <param name="Heard">The whole text.</param>
/// <param name="Healthy">Margin of "nothing here is a fault".</param>
/// <param name="NeedData">Margin of "it cannot be told from this".</param>
/// <param name="Two">The best reading as two faults: first and second layer, and how sure the less sure part is.</param>
internal sealed record Listening(Heard Heard, IReadOnlyDictionary<string, double> Layers, double Healthy, double NeedData, TwoParts? Two)
{
    public static Listening? To(IReadOnlyList<Said> said, Ear ear)
    {
        if (said.Count == 0) return null;
        var whole = string.Join('\n', said.Select(s => s.Text));
        var heard = ear.Hear(whole);
        var layers = ear.Labels.Select((l, i) => (l, i)).Where(l => Knowledge.Layers.Known(l.l)).ToDictionary(l => l.l, l => heard.Labels[l.i], StringComparer.Ordinal);
        return new Listening(heard, layers, Of(KnowledgeBuilder.Healthy), Of(KnowledgeBuilder.NeedData), TwoParts.Of(whole, heard, ear));

        double Of(string label) => Array.IndexOf(ear.Labels, label) is var i and >= 0 ? heard.Labels[i] : double.NegativeInfinity;
    }
}

/// <summary>A text cut where two faults would meet.</summary>
/// <param name="Surety">Margin of the less sure part.</param>
/// <param name="Second">The words of the second layer's part.</param>
internal sealed partial record TwoParts(string FirstLayer, string SecondLayer, double Surety, string First, string Second)
{
    private const int FewestWords = 3, MostCuts = 24;
    private const double Whole = 0.6;

    /// <summary>Tries every place where a sentence or a clause ends, and keeps the cut whose parts are surest of two different layers.</summary>
    public static TwoParts? Of(string text, Heard whole, Ear ear)
    {
        (double Score, int I, int J, double Surety, string First, string Second)? best = null;
        foreach (var (before, after) in Cuts(text))
        {
            var (first, second) = (ear.Hear(before).Labels, ear.Hear(after).Labels);
            for (var i = 0; i < first.Length; i++)
            {
                if (!Layers.Known(ear.Labels[i])) continue;
                for (var j = 0; j < second.Length; j++)
                {
                    if (i == j || !Layers.Known(ear.Labels[j])) continue;
                    var score = first[i] + second[j] + Whole * (whole.Labels[i] + whole.Labels[j]);
                    if (best is null || score > best.Value.Score) best = (score, i, j, Math.Min(first[i], second[j]), before, after);
                }
            }
        }

        if (best is not { } b) return null;
        // The fault that the whole text is surer of is named first.
        return whole.Labels[b.I] >= whole.Labels[b.J]
            ? new TwoParts(ear.Labels[b.I], ear.Labels[b.J], b.Surety, b.First, b.Second)
            : new TwoParts(ear.Labels[b.J], ear.Labels[b.I], b.Surety, b.Second, b.First);
    }

    private static IEnumerable<(string Before, string After)> Cuts(string text)
    {
        var cuts = 0;
        foreach (Match cut in Joint().Matches(text))
        {
            var (before, after) = (text[..cut.Index], text[(cut.Index + cut.Length)..]);
            if (Count(before) < FewestWords || Count(after) < FewestWords) continue;
            if (++cuts > MostCuts) yield break;
            yield return (before, after);
        }
    }

    private static int Count(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(@"(?<=[.;!?])\s+|\n+|,\s+|\s+(?:and|also|plus|while|but|meanwhile|besides|separately|additionally)\s+|\s+-+\s+|\s*\+\s+|:\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joint();
}
