using System.Diagnostics;
using TabletopAgent.Embedding;
using TabletopAgent.Text;
using TrainEmbedder;

namespace TabletopAgent.Benchmarks;

/// <summary>How good and how fast the built-in embedder is, and plain TF-IDF beside it in the same run.</summary>
internal static class EmbeddingScores
{
    public static void Print()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "embedding", "builtin.model");
        var loads = Enumerable.Range(0, 21).Select(_ => Took(() => Embedder.Load(file))).ToList();
        var embedder = Embedder.Shared;
        Console.WriteLine($"{embedder.Name}@{embedder.Rev}, {new FileInfo(file).Length:N0} bytes; loads in {Median(loads, t => t.Wall):0.0} ms, {Median(loads, t => t.Processor):0.0} ms of processor time (medians of 21)");
        Speed(embedder);
        if (Inputs.Folder(Setting.Root) is not { } folder)
        {
            Console.WriteLine("scores left out: ../shared/data is not here (TABLETOP_SHARED names another place)");
            return;
        }

        var inputs = Inputs.Read(folder);
        Console.WriteLine($"built-in: {Scores.Of(inputs, embedder.Embed, Scores.Cosine)}");
        var tfidf = new TfIdf(inputs.Learn.Select(h => h.Text));
        Console.WriteLine($"TF-IDF:   {Scores.Of(inputs, tfidf.Embed, TfIdf.Cosine)}");
    }

    /// <summary>Short sentences of the kind that probes ask, ten words and a number, so that no two are alike.</summary>
    public static IEnumerable<string> Sentences(int count) =>
        Enumerable.Range(0, count).Select(i => string.Join(' ', Setting.Cards[i % Setting.Cards.Count].Split(' ').Take(10)) + $" {i}");

    public static void OnAllCores(Embedder embedder, string[] sentences) =>
        Parallel.For(0, Environment.ProcessorCount, core =>
        {
            var into = new float[embedder.Dim];
            for (var i = core; i < sentences.Length; i += Environment.ProcessorCount) embedder.Embed(sentences[i], into);
        });

    private static void Speed(Embedder embedder)
    {
        var sentences = Sentences(100_000).ToArray();
        var into = new float[embedder.Dim];
        var one = Enumerable.Range(0, 5).Select(_ => Took(() => { foreach (var s in sentences) embedder.Embed(s, into); })).ToList();
        var all = Enumerable.Range(0, 5).Select(_ => Took(() => OnAllCores(embedder, sentences))).ToList();
        Console.WriteLine(
            $"sentences of {sentences.Average(s => Words.Of(s).Count):0.0} words, best of 5: {sentences.Length / one.Min(t => t.Wall):0.0} thousand/s on one core, " +
            $"{sentences.Length / all.Min(t => t.Wall):0.0} thousand/s on {Environment.ProcessorCount}; {sentences.Length / one.Min(t => t.Processor):0.0} thousand a second of processor time");
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var s in sentences) embedder.Embed(s, into);
        Console.WriteLine($"memory for {sentences.Length:N0} sentences into a given vector: {GC.GetAllocatedBytesForCurrentThread() - before} bytes");
    }

    /// <summary>In milliseconds. On a shared machine the time on the wall is mostly waiting for others.</summary>
    private static (double Wall, double Processor) Took(Action act)
    {
        var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        act();
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
    }

    private static double Median(List<(double Wall, double Processor)> times, Func<(double Wall, double Processor), double> of) => times.Select(of).Order().ElementAt(times.Count / 2);
}
