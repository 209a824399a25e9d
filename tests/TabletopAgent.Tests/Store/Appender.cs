using System.Diagnostics;
using System.Text;
using TabletopAgent.Exercises;
using TabletopAgent.Store;

namespace TabletopAgent.Tests.Store;

/// <summary>A process that appends to a log until it is killed, and says what was acknowledged. The test assembly, run as a program.</summary>
internal static class Appender
{
    private const int Refused = 3, Failed = 4;

    public static async Task<int> Main(string[] args)
    {
        if (args is not ["append", var log, var writers]) return Refused;
        var (writer, _, notes) = LogWriter.Open(log, TimeProvider.System);
        using var output = Console.OpenStandardOutput();
        if (writer is null)
        {
            Say($"refused {notes[0].Text}");
            return Refused;
        }

        try
        {
            await Task.WhenAll(Enumerable.Range(0, int.Parse(writers)).Select(async who =>
            {
                for (var i = 0; ; i++)
                {
                    var e = await writer.AppendAsync(Event.Of("note", default, ("text", $"{Environment.ProcessId} {who} {i} {new string('x', i % 97)}")));
                    Say($"ack {e.Seq} {e.Text("text")}");
                }
            }));
        }
        catch (IOException e)
        {
            Say($"failed {e.Message}");
        }

        await writer.DisposeAsync();
        return Failed;

        void Say(string line)
        {
            lock (output) output.Write(Encoding.UTF8.GetBytes(line + "\n"));
        }
    }

    public static Process Start(string log, int writers, string? before = null)
    {
        var program = typeof(Appender).Assembly.Location;
        var start = before is null
            ? new ProcessStartInfo("dotnet", [program, "append", log, $"{writers}"])
            : new ProcessStartInfo("bash", ["-c", $"{before}; exec dotnet \"$@\"", "bash", program, "append", log, $"{writers}"]);
        start.RedirectStandardOutput = true;
        // A runtime that lives for a moment should not spend it on making itself fast; and its own mapped files would count as written ones.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return Process.Start(start)!;
    }
}
