using Microsoft.Extensions.Time.Testing;
using TabletopAgent.Agent;
using TabletopAgent.Exercises;
using TabletopAgent.Tests.Diagnose;

namespace TabletopAgent.Tests.Agent;

/// <summary>Real files, and the one writer.</summary>
public sealed class ChatLogTests : IDisposable
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 5, 4, 14, 10, 0, TimeSpan.Zero));
    private readonly string _data = Directory.CreateTempSubdirectory("tabletop-chat-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task A_log_is_made_with_the_first_word_and_begins_with_what_was_handed_in()
    {
        List<Event> brief = [Shipped.Symptom("writes fail")];
        await using (var log = ChatLog.Begin(brief, [], _data, "ana", Clock))
        {
            Assert.Empty(Directory.GetDirectories(_data));
            await log.Append!(Note("hello"));
            await log.Append!(Note("again"));
        }

        var file = Path.Combine(_data, "chat-20260504-141000", "log.jsonl");
        var lines = File.ReadAllLines(file);
        Assert.StartsWith("""{"type":"exercise",""", lines[0]);
        Assert.Contains("\"v\":1", lines[0]);
        Assert.Contains("\"id\":\"chat-20260504-141000\"", lines[0]);
        Assert.Contains("\"role\":\"incident-commander\",\"person\":\"ana\"", lines[1]);
        Assert.Contains("\"from\":{\"file\":\"brief.txt\",\"line\":1}", lines[2]);
        Assert.Equal(5, lines.Length);
        Assert.True(ChatLog.Chained(file));
    }

    [Fact]
    public async Task It_goes_on_where_it_ended()
    {
        await using (var log = ChatLog.Begin([], [], _data, "ana", Clock)) await log.Append!(Note("hello"));
        var file = Directory.GetFiles(_data, "log.jsonl", SearchOption.AllDirectories).Single();

        await using var again = ChatLog.GoOn(file, Clock);
        Assert.Empty(again.Notes);
        Assert.Equal(4, (await again.Append!(Note("back"))).Seq);
        Assert.Equal("hello", again.Events[^1].Text("text"));
    }

    [Fact]
    public async Task Who_comes_second_only_reads()
    {
        await using var first = ChatLog.Begin([], [], _data, "ana", Clock);
        await first.Append!(Note("hello"));
        await using var second = ChatLog.GoOn(Directory.GetFiles(_data, "log.jsonl", SearchOption.AllDirectories).Single(), Clock);
        Assert.Null(second.Append);
        Assert.Equal("hello", second.Events[^1].Text("text"));
        Assert.Equal("TT611", Assert.Single(second.Notes).Code);
    }

    [Fact]
    public void Roles_that_were_given_are_not_given_again()
    {
        List<Event> staffed = [.. Shipped.Log("""{"type":"exercise","v":1,"id":"evening","roles":{"observer":"cy"}}""")];
        Assert.DoesNotContain(ChatLog.Begin(staffed, [], _data, "ana", Clock).Events, e => e.Type == "role");
    }

    [Theory]
    [InlineData("""{"type":"exercise","v":1}""", false)]
    [InlineData("""{"type":"exercise","v":1,"seq":1,"prev":"0000"}""", true)]
    [InlineData("", false)]
    [InlineData("no JSON", false)]
    public void Only_a_chained_log_goes_on(string line, bool chained)
    {
        var file = Path.Combine(_data, "log.jsonl");
        File.WriteAllText(file, line);
        Assert.Equal(chained, ChatLog.Chained(file));
    }

    private static Event Note(string text) => Event.Of("note", default, ("by", "ana"), ("text", text)) with { At = Clock.GetUtcNow() };
}
