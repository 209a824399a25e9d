using System.Diagnostics;
using TabletopAgent.Cli;
using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;
using EventLog = TabletopAgent.Exercises.EventLog;
namespace TabletopAgent.Benchmarks;
internal static class TempStages
{
    public static void Run(string folder)
    {
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Take(1500).ToArray();
        var k = Wiring.LoadKnowledge([]);
        IEnumerable<Event> Read(string f) { using var s = new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.Read, 1); foreach (var e in EventLog.Read(s, f, [])) yield return e; }
        for (var round = 0; round < 3; round++)
        {
            Stage("read", f => Read(f).Count());
            Stage("tally add", f => { var t = new Tally(Targets.Default); foreach (var e in Read(f)) t.Add(e); return t; });
            Stage("outcome", f => { var t = new Tally(Targets.Default); foreach (var e in Read(f)) t.Add(e); return t.Outcome(ReferenceDesk.Of(() => k)); });
            Stage("live add", f => { var l = new LiveExercise(() => k, Targets.Default); foreach (var e in Read(f)) l.Add(e); return l; });
            Stage("report", f => { var l = new LiveExercise(() => k, Targets.Default); foreach (var e in Read(f)) l.Add(e); return l.Report([]); });
        }
        void Stage(string what, Func<string, object> act)
        {
            var (cpu, alloc) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
            var me = Stopwatch.GetTimestamp();
            foreach (var f in files) act(f);
            Console.WriteLine($"{what}: {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / files.Length:0.000} ms, {(GC.GetTotalAllocatedBytes() - alloc) / files.Length / 1024} KB");
        }
    }
}
