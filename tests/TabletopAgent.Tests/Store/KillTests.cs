using System.Diagnostics;
using TabletopAgent.Exercises;
using TabletopAgent.Store;
using TabletopAgent.Tests.Exercises;

namespace TabletopAgent.Tests.Store;

/// <summary>What happens to real processes: killed at any moment, two on one log, a disk that is full.</summary>
public sealed class KillTests : IDisposable
{
    private const int Lanes = 4, KilledAtWork = 50, KilledEarly = 5;

    private readonly string _folder = Directory.CreateTempSubdirectory("tabletop-kill-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    /// <summary>220 kills, 200 of them under load: nothing acknowledged is lost or doubled, and the chain is whole once the log was opened again.</summary>
    [Fact]
    public async Task Nothing_acknowledged_is_lost_to_kill_9()
    {
        var lanes = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(() => Lane(Path.Combine(_folder, $"{lane}.jsonl"), new Random(lane)))));
        Assert.Equal(Lanes * KilledAtWork, lanes.Sum(l => l.Kills));
        // The kills hit writing processes, and not idle ones.
        Assert.InRange(lanes.Sum(l => l.Acknowledged), Lanes * KilledAtWork, int.MaxValue);
    }

    private static async Task<(int Kills, int Acknowledged)> Lane(string log, Random random)
    {
        var acknowledged = new Dictionary<long, string>();
        var kills = 0;
        for (var round = 0; round < KilledAtWork + KilledEarly; round++)
        {
            using var process = Appender.Start(log, 8);
            string? first = null;
            // Some are killed while they open the log, or start at all.
            if (round >= KilledAtWork) await Task.Delay(random.Next(200));
            else first = await process.StandardOutput.ReadLineAsync();
            var start = Stopwatch.GetTimestamp();
            var wait = TimeSpan.FromMicroseconds(random.Next(20_000));
            while (Stopwatch.GetElapsedTime(start) < wait) Thread.SpinWait(10);
            process.Kill();
            var acks = first + "\n" + await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            // A word that was cut off was not said.
            foreach (var ack in acks[..(acks.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var words = ack.Split(' ', 3);
                acknowledged.Add(long.Parse(words[1]), words[2]);
            }

            if (first is not null) kills++;
            await Check(log, acknowledged);
        }

        return (kills, acknowledged.Count);
    }

    private static async Task Check(string log, Dictionary<long, string> acknowledged)
    {
        var (writer, events, notes) = LogWriter.Open(log, TimeProvider.System);
        Assert.True(writer is not null, string.Join('\n', notes));
        await writer.DisposeAsync();
        Assert.DoesNotContain(notes, n => n.Severity == Severity.Error);
        Assert.Empty(Chained.Check(File.ReadAllBytes(log)));
        var held = events.ToDictionary(e => e.Seq!.Value, e => e.Text("text")!);
        Assert.All(acknowledged, a => Assert.Equal(a.Value, held.GetValueOrDefault(a.Key)));
        Assert.Equal(held.Count, held.Values.Distinct().Count());
    }

    [Fact]
    public async Task Of_two_processes_on_one_log_one_writes_and_the_other_says_who_does()
    {
        var log = Path.Combine(_folder, "log.jsonl");
        using var first = Appender.Start(log, 1);
        await first.StandardOutput.ReadLineAsync();
        using var second = Appender.Start(log, 1);
        var said = await second.StandardOutput.ReadToEndAsync();
        await second.WaitForExitAsync();
        Assert.StartsWith($"refused is being written by process {first.Id} on ", said, StringComparison.Ordinal);

        // The lock dies with its holder, and nothing of it has to be cleared away.
        first.Kill();
        await first.WaitForExitAsync();
        using var third = Appender.Start(log, 1);
        Assert.StartsWith("ack ", await third.StandardOutput.ReadLineAsync());
        third.Kill();
    }

    /// <summary>The limit on the size of a file stands in for a full disk: some of the bytes go through, the rest does not.</summary>
    [Fact]
    public async Task A_full_disk_refuses_what_it_cannot_hold_and_keeps_the_rest()
    {
        if (OperatingSystem.IsWindows()) return;
        var log = Path.Combine(_folder, "log.jsonl");
        using var process = Appender.Start(log, 3, before: "trap '' XFSZ; ulimit -f 16");
        var said = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync();
        Assert.Contains(said, s => s.StartsWith("failed not written to log.jsonl: ", StringComparison.Ordinal));
        var acknowledged = said.Where(s => s.StartsWith("ack ", StringComparison.Ordinal)).Select(s => s.Split(' ', 3)).ToDictionary(s => long.Parse(s[1]), s => s[2]);
        Assert.InRange(acknowledged.Count, 10, 1000);
        Assert.Empty(Chained.Check(File.ReadAllBytes(log)));

        // There is room again.
        var (writer, _, notes) = LogWriter.Open(log, TimeProvider.System);
        Assert.Empty(notes.Where(n => n.Code != "TT114"));
        var next = await writer!.AppendAsync(Event.Of("note", default, ("text", "again")));
        await writer.DisposeAsync();
        Assert.True(next.Seq > acknowledged.Keys.Max());
        await Check(log, acknowledged);
    }
}
