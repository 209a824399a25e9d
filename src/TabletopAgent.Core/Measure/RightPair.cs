using System.Runtime.CompilerServices;
using TabletopAgent.Embedding;

namespace TabletopAgent.Measure;

/// <summary>A question and its right section, each as a vector of length one.</summary>
/// <param name="Name">Of the section: pairs of one name are no strangers.</param>
internal sealed record RightPair(string Id, string Name, string? Model, double[] Question, double[] Section)
{
    /// <summary>More probes than this change a calibration little and cost their square; they are taken evenly from all.</summary>
    private const int Most = 500;

    public static RightPair? Of(string id, string name, string? model, double[]? question, double[]? section) =>
        question?.Length == section?.Length && Unit(question) is { } q && Unit(section) is { } s ? new RightPair(id, name, model, q, s) : null;

    public static RightPair? Of(string id, string name, string question, string section, Embedder embedder) =>
        Of(id, name, BuiltIn.Model(embedder), Array.ConvertAll(embedder.Embed(question), x => (double)x), Array.ConvertAll(embedder.Embed(section), x => (double)x));

    /// <summary>One a probe id, of the embedder most of them have, in the order of the ids. The right section is the expected text; where none is recorded, what the earliest phase retrieved.</summary>
    public static IReadOnlyList<RightPair> Of(IEnumerable<Probe> probes)
    {
        var asked = probes.Where(p => p.Answerable).GroupBy(p => p.Id).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        var pairs = Enumerable.Range(0, Math.Min(Most, asked.Count)).Select(i => asked[(int)((long)i * asked.Count / Math.Min(Most, asked.Count))])
            .Select(g => g.OrderBy(p => p.Expected?.Text is null && p.Expected?.Vec is null).ThenBy(p => p.Phase).ThenBy(p => p.Place.File, StringComparer.Ordinal)
                .ThenBy(p => p.Place.Line).Select(Of).FirstOrDefault(p => p is not null)).OfType<RightPair>().ToList();
        var most = pairs.GroupBy(p => (p.Model, p.Question.Length)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Model, StringComparer.Ordinal).ThenBy(g => g.Key.Length).FirstOrDefault();
        return most is null ? [] : [.. most];
    }

    /// <summary>Whether the other's section is a wrong one for this question.</summary>
    public bool Elsewhere(RightPair other) => Name != other.Name && !Section.AsSpan().SequenceEqual(other.Section);

    /// <summary>Of this question and the section of a pair.</summary>
    public double DeltaS(RightPair of)
    {
        var dot = 0.0;
        for (var i = 0; i < Question.Length; i++) dot += Question[i] * of.Section[i];
        return 1 - Math.Clamp(dot, 0, 1);
    }

    // Embedding is most of the work, and a live exercise asks again with every probe that comes.
    private static readonly ConditionalWeakTable<Probe, Made> s_made = new();

    private sealed record Made(RightPair? Pair);

    private static RightPair? Of(Probe probe) => s_made.GetValue(probe, p => new Made(Make(p))).Pair;

    private static RightPair? Make(Probe probe)
    {
        var name = probe.Section ?? probe.Id;
        var vectors = probe.Runs.FirstOrDefault(r => r.QuestionVec is not null && (probe.Expected?.Vec ?? r.RetrievedVec) is not null);
        if (vectors is not null) return Of(probe.Id, name, probe.Recomputed ?? probe.EmbedModel, vectors.QuestionVec, probe.Expected?.Vec ?? vectors.RetrievedVec);

        // Texts of a log that has another embedder's vectors are not heard by this one.
        if (probe.Fetched) return Of(probe.Id, name, probe.Recomputed, probe.QuestionVec, probe.Expected?.Vec);
        if (probe.Recomputed is null && probe.Runs.Count > 0 || BuiltIn.Get(probe.Place, []) is not { } embedder) return null;
        var (question, section) = (probe.Question ?? probe.Runs.Select(r => r.Question).FirstOrDefault(q => q is not null), probe.Expected?.Text ?? probe.Runs.Select(r => r.Joined).FirstOrDefault(j => j is not null));
        return question is null || section is null ? null : Of(probe.Id, name, question, section, embedder);
    }

    private static double[]? Unit(double[]? vector)
    {
        if (vector is null) return null;
        var squares = 0.0;
        foreach (var x in vector) squares += x * x;
        return squares > 0 && double.IsFinite(squares) ? Array.ConvertAll(vector, x => x / Math.Sqrt(squares)) : null;
    }
}
