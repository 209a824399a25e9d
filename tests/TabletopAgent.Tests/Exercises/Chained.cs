using System.Text;
using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Exercises;

/// <summary>Chained logs for tests, and what the check says of them.</summary>
internal static class Chained
{
    /// <summary>The lines of a log as the program writes it, each with its break.</summary>
    public static List<string> Lines(int count)
    {
        var lines = new List<string>();
        var prev = Chain.Start;
        for (var seq = 1; seq <= count; seq++)
        {
            var e = seq == 1
                ? Event.Of("exercise", default, ("id", "drill"), ("tier", "S"))
                : Event.Of("sli", default, ("service", "pay"), ("p95_warm_ms", 300 + seq), ("ok", true));
            var line = EventWriter.Linked(EventWriter.Line(e with { At = new DateTimeOffset(2026, 5, 4, 14, 0, 0, default).AddSeconds(seq) }), seq, prev);
            prev = Chain.Hash(line);
            lines.Add(Encoding.UTF8.GetString(line) + "\n");
        }

        return lines;
    }

    public static string Root(IEnumerable<string> lines) => Chain.Hash(Encoding.UTF8.GetBytes(lines.Last().TrimEnd('\n')));

    /// <summary>What is said of the chain, without the remark that the root was not given.</summary>
    public static IReadOnlyList<Note> Check(byte[] log, string? root = null)
    {
        var check = new ChainCheck("log.jsonl", root);
        foreach (var _ in EventLog.Read(new MemoryStream(log), "log.jsonl", [], check))
        {
        }

        return [.. check.End().Where(n => n.Code != "TT607")];
    }

    public static IReadOnlyList<Note> Check(IEnumerable<string> lines, string? root = null) => Check(Encoding.UTF8.GetBytes(string.Concat(lines)), root);
}
