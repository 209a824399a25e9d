using TabletopAgent.Exercises;

namespace TabletopAgent.MakeLogs;

/// <summary>Logs as the program itself writes them: each line numbered and holding the hash of the one before. The same for the same seed.</summary>
internal static class LogFolder
{
    /// <summary>A folder of a thousand files is still opened by anything.</summary>
    private const int InAFolder = 1000;

    public static void Make(string folder, int logs, int events, int seed, bool texts) =>
        Parallel.For(0, logs, i =>
        {
            var path = Path.Combine(folder, logs > InAFolder ? $"{i / InAFolder:000}" : "", $"{i:000000}.jsonl");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var file = File.Create(path, 1 << 16);
            Write(file, new Evening(seed, i, texts).Events(events));
        });

    private static void Write(FileStream to, IEnumerable<Event> events)
    {
        var (seq, prev) = (0L, Chain.Start);
        foreach (var e in events)
        {
            var line = EventWriter.Linked(EventWriter.Line(e), ++seq, prev);
            prev = Chain.Hash(line);
            to.Write(line);
            to.WriteByte((byte)'\n');
        }
    }
}
