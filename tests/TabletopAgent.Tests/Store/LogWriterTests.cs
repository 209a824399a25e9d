using System.Text;
using Microsoft.Extensions.Time.Testing;
using TabletopAgent.Exercises;
using TabletopAgent.Store;
using TabletopAgent.Tests.Exercises;

namespace TabletopAgent.Tests.Store;

public sealed class LogWriterTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 5, 4, 14, 0, 0, default);

    private readonly string _folder = Directory.CreateTempSubdirectory("tabletop-log-").FullName;
    private readonly FakeTimeProvider _time = new(Start);

    private string Log => Path.Combine(_folder, "drill", "log.jsonl");

    public void Dispose() => Directory.Delete(_folder, true);

    private OpenedLog Open(Action<Note>? say = null) => LogWriter.Open(Log, _time, say);

    private static Event Say(string text, int second = 0) => Event.Of("symptom", default, ("text", text)) with { At = Start.AddSeconds(second) };

    private static string Codes(IEnumerable<Note> notes) => string.Join(' ', notes.Select(n => n.Code));

    [Fact]
    public async Task What_was_appended_is_there_when_it_is_opened_again()
    {
        var (writer, events, notes) = Open();
        Assert.Empty(events);
        Assert.Empty(notes);
        await using (writer)
        {
            var first = await writer!.AppendAsync(Event.Of("exercise", default, ("id", "drill")) with { At = Start });
            Assert.Equal((1, Chain.Start, "log.jsonl:1"), (first.Seq, first.Prev, first.Place.ToString()));
            var others = await writer.AppendAsync([Say("a"), Say("b")]);
            Assert.Equal([2, 3], others.Select(e => e.Seq!.Value));
            Assert.Equal((3, Chain.Hash(Encoding.UTF8.GetBytes(File.ReadAllLines(Log)[2]))), (writer.Seq, writer.Root));
        }

        Assert.Empty(Chained.Check(File.ReadAllBytes(Log)));
        (writer, events, notes) = Open();
        await using (writer)
        {
            Assert.Equal(["exercise", "symptom", "symptom"], events.Select(e => e.Type));
            Assert.Empty(notes);
            Assert.Equal(4, (await writer!.AppendAsync(Say("c"))).Seq);
        }

        Assert.Empty(Chained.Check(File.ReadAllBytes(Log)));
        Assert.Equal(4, File.ReadAllLines(Log).Length);
    }

    [Fact]
    public async Task Many_at_once_come_in_some_order_each_once_and_those_of_one_in_theirs()
    {
        var (writer, _, _) = Open();
        await using (writer)
            await Task.WhenAll(Enumerable.Range(0, 64).Select(async who =>
            {
                for (var i = 0; i < 20; i++) await writer!.AppendAsync(Say($"{who} {i}"));
            }));

        Assert.Empty(Chained.Check(File.ReadAllBytes(Log)));
        var said = Events().Select(e => e.Text("text")!.Split(' ')).ToList();
        Assert.Equal(64 * 20, said.Select(s => string.Join(' ', s)).Distinct().Count());
        Assert.All(said.GroupBy(s => s[0]), who => Assert.Equal(Enumerable.Range(0, 20), who.Select(s => int.Parse(s[1]))));
    }

    [Fact]
    public async Task What_is_appended_together_stays_together()
    {
        var (writer, _, _) = Open();
        await using (writer)
            await Task.WhenAll(Enumerable.Range(0, 50).Select(i => writer!.AppendAsync([Say($"{i}"), Say($"{i}"), Say($"{i}")])));
        Assert.All(Events().Chunk(3), three => Assert.Single(three.Select(e => e.Text("text")).Distinct()));
    }

    [Fact]
    public async Task What_was_appended_is_written_before_it_is_closed()
    {
        var (writer, _, _) = Open();
        var appended = Enumerable.Range(0, 100).Select(i => writer!.AppendAsync(Say($"{i}"))).ToList();
        await writer!.DisposeAsync();
        await Task.WhenAll(appended);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"{i}"), Events().Select(e => e.Text("text")));
        await Assert.ThrowsAsync<System.Threading.Channels.ChannelClosedException>(() => writer.AppendAsync(Say("late")));
    }

    [Fact]
    public async Task A_copy_made_while_it_is_written_is_whole_but_for_its_last_line()
    {
        var (writer, _, _) = Open();
        await using (writer)
        {
            var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(async who =>
            {
                for (var i = 0; i < 40; i++) await writer!.AppendAsync(Say($"{who} {i}"));
            }));
            while (!writing.IsCompleted)
            {
                using var log = new FileStream(Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var copy = new MemoryStream();
                await log.CopyToAsync(copy);
                Assert.All(Chained.Check(copy.ToArray()), n => Assert.Equal("TT609", n.Code));
            }

            await writing;
        }
    }

    [Fact]
    public async Task A_second_writer_reads_and_says_who_has_the_log()
    {
        var (writer, _, _) = Open();
        await using (writer)
        {
            await writer!.AppendAsync(Say("a"));
            var (second, events, notes) = Open();
            Assert.Null(second);
            Assert.Equal("a", Assert.Single(events).Text("text"));
            var note = notes[0];
            Assert.Equal("TT611", note.Code);
            Assert.Contains($"process {Environment.ProcessId} on {Environment.MachineName} since 2026-05-04 14:00:00 UTC", note.Text, StringComparison.Ordinal);
        }

        var third = Open();
        Assert.NotNull(third.Writer);
        await third.Writer.DisposeAsync();
    }

    [Fact]
    public async Task A_clock_that_stepped_back_is_noted_and_the_time_kept()
    {
        var notes = new List<Note>();
        var (writer, _, _) = Open(notes.Add);
        await using (writer)
        {
            await writer!.AppendAsync(Say("a", 60));
            Assert.Equal(Start, (await writer.AppendAsync(Say("b", 0))).At);
            await writer.AppendAsync(Say("c", 1));
        }

        var note = Assert.Single(notes);
        Assert.Equal(("TT610", 2), (note.Code, note.Place.Line));
        Assert.StartsWith("is 60 s earlier", note.Text, StringComparison.Ordinal);
    }

    /// <summary>Killed while it wrote the last line, at any byte: all before is there, the rest is kept aside, and it goes on.</summary>
    [Fact]
    public async Task A_line_torn_at_any_byte_is_put_aside()
    {
        var lines = Chained.Lines(4);
        var whole = string.Concat(lines.Take(3));
        var last = Encoding.UTF8.GetBytes(lines[3]);
        Directory.CreateDirectory(Path.GetDirectoryName(Log)!);
        for (var cut = 1; cut < last.Length; cut++)
        {
            File.Delete(Log + ".torn");
            File.WriteAllBytes(Log, [.. Encoding.UTF8.GetBytes(whole), .. last[..cut]]);
            var (writer, events, notes) = Open();
            await using (writer) Assert.Equal(cut == last.Length - 1 ? 5 : 4, (await writer!.AppendAsync(Say("next", 60))).Seq);

            // Only its break was missing: the line is whole, and somebody may have been told so.
            if (cut == last.Length - 1)
            {
                Assert.Equal(("TT613", 4), (Codes(notes), events.Count));
                continue;
            }

            Assert.Equal(("TT612", 3), (Codes(notes), events.Count));
            Assert.Equal([.. last[..cut], (byte)'\n'], File.ReadAllBytes(Log + ".torn"));
            Assert.StartsWith(whole, File.ReadAllText(Log), StringComparison.Ordinal);
            Assert.Empty(Chained.Check(File.ReadAllBytes(Log)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"type\":\"exer")]
    public async Task A_log_torn_in_its_first_line_begins_anew(string left)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Log)!);
        File.WriteAllText(Log, left);
        var (writer, _, notes) = Open();
        await using (writer) Assert.Equal(1, (await writer!.AppendAsync(Say("a"))).Seq);
        Assert.Equal(left.Length > 0 ? "TT612" : "", Codes(notes));
    }

    [Theory]
    [InlineData("{\"type\":\"symptom\",\"text\":\"x\"}\n")]
    [InlineData("{\"type\":\"symptom\",\"text\":\"x\"}")]
    [InlineData("my notes\n")]
    public void What_another_program_wrote_is_left_as_it_is(string log)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Log)!);
        File.WriteAllText(Log, log);
        var (writer, _, notes) = Open();
        Assert.Null(writer);
        Assert.Equal("TT615", notes[^1].Code);
        Assert.Equal(log, File.ReadAllText(Log));
    }

    [Fact]
    public async Task A_log_that_was_edited_is_gone_on_with_and_the_edit_is_named()
    {
        var lines = Chained.Lines(6);
        lines[2] = lines[2].Replace("true", "false", StringComparison.Ordinal);
        Directory.CreateDirectory(Path.GetDirectoryName(Log)!);
        File.WriteAllText(Log, string.Concat(lines));
        var (writer, events, notes) = Open();
        await using (writer) Assert.Equal(7, (await writer!.AppendAsync(Say("next", 60))).Seq);
        Assert.Equal(6, events.Count);
        Assert.Equal("log.jsonl:3", Assert.Single(notes, n => n.Code == "TT600").Place.ToString());
        Assert.Equal("TT600", Codes(Chained.Check(File.ReadAllBytes(Log))));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_a_note()
    {
        File.WriteAllText(Path.Combine(_folder, "drill"), "a file");
        var (writer, _, notes) = Open();
        Assert.Null(writer);
        Assert.Equal("TT614", Codes(notes));
    }

    private List<Event> Events()
    {
        using var stream = File.OpenRead(Log);
        return [.. EventLog.Read(stream, "log.jsonl", [])];
    }
}
