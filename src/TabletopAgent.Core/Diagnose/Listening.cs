using System.Text.RegularExpressions;
using TabletopAgent.Exercises;
using TabletopAgent.Hearing;
using TabletopAgent.Knowledge;

namespace TabletopAgent.Diagnose;

/// <summary>What the words sound like, as a whole and in two parts.</summary>
internal sealed class Listening
{
    private readonly string _whole;
    private readonly Ear _ear;
    private readonly int _place;
    private (bool Known, TwoParts? Value) _two;

    private Listening(string whole, Ear ear)
    {
        (_whole, _ear, Heard) = (whole, ear, ear.Hear(whole));
        for (var l = 1; l < Layers.All.Length; l++)
            if (Heard.Layers[l] > Heard.Layers[_place]) _place = l;
    }

    /// <summary>The whole text.</summary>
    public Heard Heard { get; }

    /// <summary>How far "nothing here is a fault" lies above the best layer, by subject and tone together.</summary>
    public double Healthy => Heard.Layers[^2] - Most + Heard.Tone[1];

    /// <summary>The same for "it cannot be told from this".</summary>
    public double NeedData => Heard.Layers[^1] - Most + Heard.Tone[2];

    /// <summary>The best reading as two faults; looked for when somebody asks.</summary>
    public TwoParts? Two
    {
        get
        {
            if (!_two.Known) _two = (true, TwoParts.Of(_whole, Heard, _ear));
            return _two.Value;
        }
    }

    /// <summary>The layer that the whole text sounds like most, and how much.</summary>
    public string Loudest => Layers.All[_place];

    public double Most => Heard.Layers[_place];

    /// <summary>How much the whole text sounds like a layer; labels are the layers in their order.</summary>
    public double Margin(string layer) => Heard.Layers[Layers.Order(layer)];

    public static Listening? To(IReadOnlyList<Said> said, Ear ear) => said.Count == 0 ? null : new Listening(string.Join('\n', said.Select(s => s.Text)), ear);
}

/// <summary>A text cut where two faults would meet.</summary>
/// <param name="Surety">Margin of the less sure part, more where each part sounds unlike the other's layer and where the writer says that
/// another thing begins: a new sentence, "also", "plus".</param>
/// <param name="Second">The words of the second layer's part.</param>
internal sealed partial record TwoParts(string FirstLayer, string SecondLayer, double Surety, string First, string Second)
{
    private const int FewestWords = 3, FewWords = 8, MostCuts = 24;
    private const double Begins = 0.2;

    /// <summary>Tries every place where a sentence or a clause ends, and keeps the cut whose parts are surest of two different layers.</summary>
    public static TwoParts? Of(string text, Heard whole, Ear ear)
    {
        var (bestI, bestJ, most, surety, best) = (0, 0, 0.0, 0.0, (Cut?)null);
        foreach (var cut in Cuts(text))
        {
            var (first, second) = (ear.Layers(cut.Before), ear.Layers(cut.After));
            for (var i = 0; i < first.Length; i++)
            {
                if (!Layers.Known(ear.Labels[i])) continue;
                for (var j = 0; j < second.Length; j++)
                {
                    if (i == j || !Layers.Known(ear.Labels[j])) continue;
                    var score = first[i] + second[j] + (cut.Announced ? Begins : 0);
                    if (best is null || score > most) (bestI, bestJ, most, surety, best) = (i, j, score, Sure(first, second, i, j, cut.Announced), cut);
                }
            }
        }

        if (best is null) return null;
        // The fault that the whole text is surer of is named first.
        return whole.Layers[bestI] >= whole.Layers[bestJ]
            ? new TwoParts(ear.Labels[bestI], ear.Labels[bestJ], surety, best.Before, best.After)
            : new TwoParts(ear.Labels[bestJ], ear.Labels[bestI], surety, best.After, best.Before);
    }

    private sealed record Cut(string Before, string After, bool Announced);

    private static double Sure(double[] first, double[] second, int i, int j, bool announced) =>
        Math.Min(first[i], second[j]) + 0.3 * Math.Min(first[i] - first[j], second[j] - second[i]) + (announced ? Begins : 0);

    private static IEnumerable<Cut> Cuts(string text)
    {
        var cuts = 0;
        foreach (Match cut in Joint().Matches(text))
        {
            var (before, after) = (text[..cut.Index], text[(cut.Index + cut.Length)..]);
            if (Count(before) < FewestWords || Count(after) < FewestWords) continue;
            if (++cuts > MostCuts) yield break;
            yield return new Cut(before, after, Announcing().IsMatch(cut.Value) || Elsewhere().IsMatch(Opening(after)));
        }
    }

    private static string Opening(string text) => string.Join(' ', text.Split(' ', FewWords + 1, StringSplitOptions.RemoveEmptyEntries).Take(FewWords));

    private static int Count(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(@"(?<=[.;!?])\s+|\n+|,\s+|\s+(?:and|also|plus|while|but|meanwhile|besides|separately|additionally)\s+|\s+-+\s+|\s*\+\s+|\s+\|\s+|:\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\b(?:also|(?:an)?other|different|sep[ae]rate(?:ly)?|unrelated|nothing to do|besides|on top of|in addition|one more|second|2nd)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"^\s*$|also|plus|besides|separately|additionally|meanwhile|\+|\band\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Announcing();
}
