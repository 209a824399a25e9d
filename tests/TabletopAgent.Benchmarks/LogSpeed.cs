using System.Diagnostics;
using System.Text.Json;
using TabletopAgent.Exercises;

namespace TabletopAgent.Benchmarks;

/// <summary>Reading logs, as whole processes beside a bare pass of the JSON reader over the same bytes. log.sh runs each and compares.</summary>
internal static class LogSpeed
{
    public static void Run(string[] args)
    {
        switch (args)
        {
            case ["make", var root, var logs, var events]: Console.WriteLine(SampleLogs.Folder(root, int.Parse(logs), int.Parse(events))); break;
            case ["bare", var folder, var threads]: Each(folder, threads, Bare); break;
            case ["read", var folder, var threads]: Each(folder, threads, file => Read(file).Count()); break;
            case ["fold", var folder, var threads]: Each(folder, threads, file => Exercise.Fold([.. Read(file)]).Events.Count); break;
        }
    }

    private static void Each(string folder, string threads, Func<string, long> act)
    {
        var files = Directory.GetFiles(folder);
        var start = Stopwatch.GetTimestamp();
        var all = 0L;
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = int.Parse(threads) }, file => Interlocked.Add(ref all, act(file)));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine($"{all} in {seconds:0.000} s, {files.Sum(f => new FileInfo(f).Length) / seconds / 1e6:0} MB/s, {GC.CollectionCount(0)}/{GC.CollectionCount(1)}/{GC.CollectionCount(2)} collections, {Environment.WorkingSet >> 20} MB");
    }

    private static IEnumerable<Event> Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        foreach (var e in EventLog.Read(stream, file, [])) yield return e;
    }

    private static long Bare(string file)
    {
        var reader = new Utf8JsonReader(File.ReadAllBytes(file), new JsonReaderOptions { AllowMultipleValues = true });
        var tokens = 0L;
        while (reader.Read()) tokens++;
        return tokens;
    }
}
