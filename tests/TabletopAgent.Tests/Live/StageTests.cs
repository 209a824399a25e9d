using Microsoft.Extensions.Time.Testing;
using TabletopAgent.Exercises;
using TabletopAgent.Live;
using TabletopAgent.Play;
using TabletopAgent.Store;
using Evening = TabletopAgent.Tests.Play.Evening;

namespace TabletopAgent.Tests.Live;

public sealed class StageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tabletop-stage-").FullName;
    private readonly FakeTimeProvider _time = new(Evening.Opened);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Two hundred people write at once into a real log: each entry is there once, numbered without a gap, and each was answered with its own.</summary>
    [Fact]
    public async Task Two_hundred_speakers_lose_no_entry_and_double_none()
    {
        const int people = 200, lines = 5;
        var (stage, table, writer) = Open();
        var answers = new SessionReply[people * lines];
        await Parallel.ForEachAsync(Enumerable.Range(0, people), new ParallelOptions { MaxDegreeOfParallelism = people }, async (p, _) =>
        {
            for (var l = 0; l < lines; l++) answers[p * lines + l] = await stage.SayAsync("Fay", $"/note {p}-{l}");
        });
        await stage.DisposeAsync();
        await writer.DisposeAsync();

        var log = Read();
        var said = Enumerable.Range(0, people).SelectMany(p => Enumerable.Range(0, lines).Select(l => $"{p}-{l}")).ToList();
        Assert.Equal(said.Order(), log.Where(e => e.Type == "note").Select(e => e.Text("text")!).Order());
        Assert.Equal(Enumerable.Range(1, log.Count).Select(i => (long?)i), log.Select(e => e.Seq));
        Assert.Equal(said, answers.Select(a => Assert.Single(a.Events).Text("text")));
        Assert.Equal(log.Count, table.State.Events.Count);
        // What one person said keeps its order.
        for (var p = 0; p < people; p++)
            Assert.Equal(Enumerable.Range(0, lines).Select(l => $"{p}-{l}"), log.Select(e => e.Text("text") ?? "").Where(t => t.StartsWith($"{p}-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_clock_releases_injects_without_anybody_speaking()
    {
        var (stage, _, writer) = Open();
        await stage.SayAsync("Fay", "/start");
        for (var second = 0; second < 11 * 60; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            // Behind the tick in the queue: once it is answered, the tick is through.
            await stage.SayAsync("Fay", "");
        }

        await stage.DisposeAsync();
        await writer.DisposeAsync();
        Assert.Equal(Evening.Opened.AddMinutes(10), Read().Single(e => e.Type == "inject").At);
    }

    [Fact]
    public async Task What_cannot_be_written_is_answered_so_and_may_be_said_again()
    {
        var full = true;
        var session = new Session(Evening.PlanOf("seed-evening"), TabletopAgent.Measure.Targets.Default, _ => throw new InvalidOperationException(), _ => ([], []), () => []);
        session.Accept(Head(session.State.Plan));
        var shown = new List<Event>();
        var table = new Table(session, e => full ? throw new IOException("no space left") : Task.FromResult(e), shown.AddRange);
        await using var stage = new Stage(table, _time, TimeSpan.FromSeconds(1), _ => { });
        await Assert.ThrowsAsync<IOException>(() => stage.SayAsync("Fay", "/note x"));
        full = false;
        await stage.SayAsync("Fay", "/note x");
        Assert.Equal("x", Assert.Single(shown).Text("text"));
        Assert.Equal(2, session.State.Events.Count);
    }

    private (Stage Stage, Table Table, LogWriter Writer) Open()
    {
        var writer = LogWriter.Open(Path.Combine(_folder, "log.jsonl"), _time).Writer!;
        var plan = Evening.PlanOf("seed-evening");
        var table = new Table(new Session(plan, TabletopAgent.Measure.Targets.Default, _ => throw new InvalidOperationException(), _ => ([], []), () => []), writer.AppendAsync, _ => { });
        table.EnterAsync([Head(plan)]).GetAwaiter().GetResult();
        return (new Stage(table, _time, TimeSpan.FromMilliseconds(250), _ => { }), table, writer);
    }

    private static Event Head(Plan plan) => Opening.Head(plan, "e", null, new Dictionary<string, string> { ["facilitator"] = "Fay" }, "", Evening.Opened);

    private List<Event> Read()
    {
        using var stream = File.OpenRead(Path.Combine(_folder, "log.jsonl"));
        return [.. EventLog.Read(stream, "log.jsonl", [])];
    }
}
