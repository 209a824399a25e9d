using System.Diagnostics;
using TabletopAgent.Diagnose;
using TabletopAgent.Measure;

namespace TabletopAgent.Benchmarks;

/// <summary>Percentiles of one diagnosis after load, which means of many hide.</summary>
internal static class Percentiles
{
    private const int Rounds = 50;

    public static void Print(string[] folders)
    {
        var knowledge = Setting.Load(folders);
        Measure("diagnosis with pages ranked (a line of --jsonl)", text => Prediction.Of(text, new Place("card", 1), knowledge, Targets.Default));
        Measure("whole report (Run)", text => Tabletop.Run(Setting.Log(text), [], knowledge, Targets.Default));

        void Measure(string what, Action<string> act)
        {
            foreach (var text in Setting.Cards.Concat(Setting.Cards)) act(text);
            var times = new List<double>();
            for (var i = 0; i < Rounds; i++)
                foreach (var text in Setting.Cards)
                {
                    var start = Stopwatch.GetTimestamp();
                    act(text);
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }

            times.Sort();
            Console.WriteLine($"{what}, {knowledge.Pages.Count} pages, {times.Count} runs: p50 {times[times.Count / 2]:0.00} ms, p99 {times[times.Count * 99 / 100]:0.00} ms, most {times[^1]:0.00} ms");
        }
    }
}
