using TabletopAgent.Text;

namespace TabletopAgent.Benchmarks;

/// <summary>What an embedder has to beat: words counted, rare ones more, nothing learned.</summary>
internal sealed class TfIdf
{
    private readonly Dictionary<string, double> _rarity;
    private readonly double _unseen;

    public TfIdf(IEnumerable<string> texts)
    {
        var count = 0;
        var seen = new Dictionary<string, int>();
        foreach (var text in texts)
        {
            count++;
            foreach (var word in Words.Of(text).Distinct()) seen[word] = seen.GetValueOrDefault(word) + 1;
        }

        _rarity = seen.ToDictionary(s => s.Key, s => Math.Log((double)count / s.Value));
        _unseen = Math.Log(count);
    }

    /// <summary>Weights of length one.</summary>
    public Dictionary<string, double> Embed(string text)
    {
        var weights = Words.Of(text).GroupBy(w => w).ToDictionary(g => g.Key, g => (1 + Math.Log(g.Count())) * _rarity.GetValueOrDefault(g.Key, _unseen));
        var length = Math.Sqrt(weights.Values.Sum(x => x * x));
        return length == 0 ? [] : weights.ToDictionary(w => w.Key, w => w.Value / length);
    }

    public static double Cosine(Dictionary<string, double> a, Dictionary<string, double> b)
    {
        var sum = 0.0;
        foreach (var (word, weight) in a) sum += weight * b.GetValueOrDefault(word);
        return sum;
    }
}
