using System.Diagnostics;
using System.Text.Json;
using TabletopAgent.Exercises;
using TabletopAgent.MakeLogs;
using EventLog = TabletopAgent.Exercises.EventLog;

namespace TabletopAgent.Benchmarks;

/// <summary>Reading logs, as whole processes beside a bare pass of the JSON reader over the same bytes. log.sh runs each and compares.</summary>
internal static class LogSpeed
{
    public static void Run(string[] args)
    {
        switch (args)
        {
            case ["make", var root, var logs, var events]: Console.WriteLine(Make(root, int.Parse(logs), int.Parse(events))); break;
            case ["bare", var folder, var threads]: Each(folder, threads, Bare); break;
            case ["read", var folder, var threads]: Each(folder, threads, file => Read(file).Count()); break;
            case ["fold", var folder, var threads]: Each(folder, threads, file => Exercise.Fold([.. Read(file)]).Events.Count); break;
            case ["million", var file]: Million(file); break;
        }
    }

    /// <summary>One long log: read as it is streamed, kept, and folded; each the best of five.</summary>
    private static void Million(string file)
    {
        Best("bare pass", () => Bare(file));
        Best("streamed", () => Read(file).Count());
        Best("kept and folded", () => Exercise.Fold([.. Read(file)]).Events.Count);
        IReadOnlyList<Event> events = [.. Read(file)];
        Best("folded alone", () => Exercise.Fold(events).Events.Count);

        static void Best(string what, Func<long> act)
        {
            var (best, cpu) = (double.MaxValue, double.MaxValue);
            for (var i = 0; i < 5; i++)
            {
                GC.Collect();
                var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                act();
                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
                cpu = Math.Min(cpu, (Environment.CpuUsage.TotalTime - used).TotalSeconds);
            }

            Console.WriteLine($"{what}: {best:0.00} s, {cpu:0.00} s of processor time, at most {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB so far");
        }
    }

    private static string Make(string root, int logs, int events)
    {
        var folder = Path.Combine(root, $"{logs}x{events}");
        LogFolder.Make(folder, logs, events, 1, texts: false);
        return folder;
    }

    private static void Each(string folder, string threads, Func<string, long> act)
    {
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
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
