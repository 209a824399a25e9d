using System.Diagnostics;
using TabletopAgent.Exercises;
using TabletopAgent.Measure;

namespace TabletopAgent.Benchmarks;

/// <summary>What a status costs after each event of a log, and what folding a whole log costs.</summary>
internal static class LiveTimes
{
    /// <param name="log">An event log.</param>
    public static void Print(string log)
    {
        var knowledge = Setting.Load([]);
        var read = Stopwatch.GetTimestamp();
        List<Event> events;
        using (var stream = File.OpenRead(log)) events = [.. Exercises.EventLog.Read(stream, "log", [])];
        Console.WriteLine($"{events.Count:N0} events read in {Stopwatch.GetElapsedTime(read).TotalSeconds:0.00} s");
        Tabletop.Run([.. events.Take(1000)], [], knowledge, Targets.Default);
        if (events.Count <= 50_000) Statuses(events, knowledge);

        var (start, cpu) = (Stopwatch.GetTimestamp(), Cpu);
        var report = Tabletop.Run(events, [], knowledge, Targets.Default);
        Console.WriteLine($"{events.Count:N0} events folded and reported in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.00} s ({(Cpu - cpu).TotalSeconds:0.00} s of processor): {report.Status.Rto}, {report.Status.Rpo}");
    }

    /// <summary>Of this process: on a shared machine the wall clock measures the others too.</summary>
    private static TimeSpan Cpu => Environment.CpuUsage.TotalTime;

    private static void Statuses(List<Event> events, Knowledge.KnowledgeBase knowledge)
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var live = new LiveExercise(() => knowledge, Targets.Default);
            var times = new List<(double Milliseconds, string Type)>(events.Count);
            foreach (var e in events)
            {
                var start = Cpu;
                live.Add(e);
                Render.StatusJson.Of(live.Report([]));
                times.Add(((Cpu - start).TotalMilliseconds, e.Type));
            }

            var all = times.Select(t => t.Milliseconds).Order().ToList();
            Console.WriteLine($"status after each of {events.Count:N0} events, processor time: p50 {all[all.Count / 2]:0.00} ms, p99 {all[all.Count * 99 / 100]:0.00} ms, most {all[^1]:0.00} ms");
            foreach (var type in times.GroupBy(t => t.Type).OrderByDescending(g => g.Average(t => t.Milliseconds)))
                Console.WriteLine($"  {type.Key,-10} {type.Count(),6}  mean {type.Average(t => t.Milliseconds):0.00} ms, most {type.Max(t => t.Milliseconds):0.00} ms");
        }
    }
}
