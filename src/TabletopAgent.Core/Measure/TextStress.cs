using System.Runtime.CompilerServices;
using TabletopAgent.Embedding;
using TabletopAgent.Exercises;

namespace TabletopAgent.Measure;

/// <summary>What the built-in embedder hears in the texts of one run, each 0 to 1. Null: a text is missing or has no words.</summary>
/// <param name="Question">ΔS of question and retrieved text.</param>
/// <param name="Anchor">ΔS of retrieved and expected text.</param>
/// <param name="Decoy">ΔS of retrieved text and decoy.</param>
internal sealed record TextStress(double? Question, double? Anchor, double? Decoy)
{
    // A live exercise reads its probes again with every one that comes, and embedding is most of that work. Only numbers are kept, no vectors.
    private static readonly ConditionalWeakTable<Event, TextStress?[]> s_heard = new();

    /// <summary>Fills in what no recorded vector says, from the texts; the probe as it is where some run has vectors, for two models never meet in one median.</summary>
    public static Probe Fill(Event e, Probe probe, List<Note> notes)
    {
        if (!probe.Runs.Any(HasText) || probe.Runs.Any(r => r.QuestionVec is not null && r.RetrievedVec is not null)) return probe;
        if (BuiltIn.Get(probe.Place, notes) is not { } embedder) return probe;
        var heard = s_heard.GetValue(e, _ => [.. probe.Runs.Select(r => HasText(r) ? Of(probe, r, embedder) : null)]);
        if (heard.Length != probe.Runs.Count) return probe;
        if (heard.Any(h => h is { Question: null })) notes.Add(Notes.NoWords(probe.Place));
        if (!heard.Any(h => h is { Question: not null })) return probe;
        return probe with { Recomputed = BuiltIn.Model(embedder), Runs = [.. probe.Runs.Zip(heard, (run, said) => run with { Heard = said })] };

        bool HasText(Run run) => (run.Question ?? probe.Question) is not null && !string.IsNullOrWhiteSpace(run.Joined);
    }

    /// <summary>1 − cosine of two vectors of the embedder, held in 0 to 1; null where one is all zeros.</summary>
    public static double? Between(ReadOnlySpan<float> u, ReadOnlySpan<float> v)
    {
        double dot = 0, uu = 0, vv = 0;
        for (var i = 0; i < u.Length; i++)
        {
            double a = u[i], b = v[i];
            dot += a * b;
            uu += a * a;
            vv += b * b;
        }

        return uu > 0 && vv > 0 ? 1 - Math.Clamp(dot / Math.Sqrt(uu * vv), 0, 1) : null;
    }

    private static TextStress Of(Probe probe, Run run, Embedder embedder)
    {
        Span<float> retrieved = stackalloc float[embedder.Dim];
        Span<float> other = stackalloc float[embedder.Dim];
        embedder.Embed(run.Joined, retrieved);
        return new TextStress(
            Stress(run.Question ?? probe.Question, retrieved, other, embedder), Stress(probe.Expected?.Text, retrieved, other, embedder),
            Stress(probe.Decoy?.Text, retrieved, other, embedder));
    }

    private static double? Stress(string? text, ReadOnlySpan<float> retrieved, Span<float> other, Embedder embedder)
    {
        if (text is null) return null;
        embedder.Embed(text, other);
        return Between(retrieved, other);
    }
}
