using System.Diagnostics;
using TabletopAgent.Exercises;
using TabletopAgent.Store;

namespace TabletopAgent.Benchmarks;

/// <summary>Acknowledged events a second, beside what the disk alone takes of writes that are each flushed; in turns, so that both see the same disk.</summary>
internal static class AppendSpeed
{
    private const int Rounds = 7;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1.5);

    public static async Task RunAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        var (disk, one, many) = (new List<double>(), new List<double>(), new List<double>());
        // The first round warms up.
        for (var round = 0; round <= Rounds; round++)
        {
            var alone = Disk(Path.Combine(folder, "disk"));
            var single = await WritersAsync(Path.Combine(folder, "one.jsonl"), 1);
            var group = await WritersAsync(Path.Combine(folder, "many.jsonl"), 64);
            if (round == 0) continue;
            disk.Add(alone);
            one.Add(single / alone);
            many.Add(group / alone);
            Console.WriteLine($"disk alone {alone:0}/s, one writer {single:0}/s ({single / alone:0.00}), 64 writers {group:0}/s ({group / alone:0.00})");
        }

        Console.WriteLine($"medians: disk alone {Median(disk):0} flushed writes/s, one writer {Median(one):0.00} of it, 64 writers {Median(many):0.00} of it");
    }

    private static double Disk(string file)
    {
        File.Delete(file);
        using var handle = File.OpenHandle(file, FileMode.CreateNew, FileAccess.Write);
        var line = new byte[300];
        Array.Fill(line, (byte)'x');
        var (start, count) = (Stopwatch.GetTimestamp(), 0L);
        while (Stopwatch.GetElapsedTime(start) < Turn)
        {
            RandomAccess.Write(handle, line, count++ * line.Length);
            RandomAccess.FlushToDisk(handle);
        }

        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<double> WritersAsync(string file, int writers)
    {
        File.Delete(file);
        var writer = LogWriter.Open(file, TimeProvider.System).Writer!;
        var e = Event.Of("decision", default, ("owner", "Ann"), ("text", "Fail over checkout to us-east-1; reads stay where they are."), ("runbook", "pages/failover.md"))
            with { At = new DateTimeOffset(2026, 5, 4, 14, 0, 0, default) };
        var (start, count) = (Stopwatch.GetTimestamp(), 0L);
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            for (; Stopwatch.GetElapsedTime(start) < Turn; Interlocked.Increment(ref count)) await writer.AppendAsync(e);
        })));
        var rate = count / Stopwatch.GetElapsedTime(start).TotalSeconds;
        await writer.DisposeAsync();
        return rate;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
