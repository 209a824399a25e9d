using System.Diagnostics;
using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;

namespace TabletopAgent.Benchmarks;

/// <summary>What a status costs after each event of a log, and what folding a whole log costs once its events are read.</summary>
internal static class LiveTimes
{
    private const int Batch = 10_000;

    /// <param name="log">An event log.</param>
    public static void Print(string log)
    {
        var knowledge = Setting.Load([]);
        // Once to warm up.
        Statuses(Read(log).Take(2_000), knowledge, false);
        Fold(log, knowledge, false);
        Statuses(Read(log).Take(Batch), knowledge, true);
        Fold(log, knowledge, true);
    }

    private static IEnumerable<Event> Read(string log)
    {
        using var stream = File.OpenRead(log);
        foreach (var e in Exercises.EventLog.Read(stream, "log", [])) yield return e;
    }

    /// <summary>Of this process: on a shared machine the wall clock measures the others too.</summary>
    private static TimeSpan Cpu => Environment.CpuUsage.TotalTime;

    private static void Statuses(IEnumerable<Event> events, KnowledgeBase knowledge, bool print)
    {
        var live = new LiveExercise(() => knowledge, Targets.Default);
        var times = new List<(double Milliseconds, string Type)>();
        foreach (var e in events.ToList())
        {
            var start = Cpu;
            live.Add(e);
            Render.StatusJson.Of(live.Report([]));
            times.Add(((Cpu - start).TotalMilliseconds, e.Type));
        }

        if (!print) return;
        var all = times.Select(t => t.Milliseconds).Order().ToList();
        Console.WriteLine($"status after each of {all.Count:N0} events, processor time: p50 {all[all.Count / 2]:0.00} ms, p99 {all[all.Count * 99 / 100]:0.00} ms, most {all[^1]:0.00} ms");
        foreach (var type in times.GroupBy(t => t.Type).OrderByDescending(g => g.Average(t => t.Milliseconds)))
            Console.WriteLine($"  {type.Key,-10} {type.Count(),6}  mean {type.Average(t => t.Milliseconds):0.00} ms, most {type.Max(t => t.Milliseconds):0.00} ms");
    }

    private static void Fold(string log, KnowledgeBase knowledge, bool print)
    {
        var live = new LiveExercise(() => knowledge, Targets.Default);
        var (reading, folding, count) = (TimeSpan.Zero, TimeSpan.Zero, 0);
        var wall = new Stopwatch();
        using var events = Read(log).GetEnumerator();
        for (var more = true; more;)
        {
            var start = Cpu;
            var batch = new List<Event>(Batch);
            while (batch.Count < Batch && (more = events.MoveNext())) batch.Add(events.Current);
            reading += Cpu - start;
            (start, count) = (Cpu, count + batch.Count);
            wall.Start();
            foreach (var e in batch) live.Add(e);
            wall.Stop();
            folding += Cpu - start;
        }

        var last = Cpu;
        wall.Start();
        var report = live.Report([]);
        wall.Stop();
        if (print)
            Console.WriteLine($"{count:N0} events: reading {reading.TotalSeconds:0.00} s, folding {folding.TotalSeconds:0.00} s, reporting {(Cpu - last).TotalSeconds:0.00} s of processor; folding and reporting {wall.Elapsed.TotalSeconds:0.00} s; {GC.GetTotalMemory(false) / 1_000_000:N0} MB held; {report.Status.Rto}, {report.Status.Rpo}");
    }
}
