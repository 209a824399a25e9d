using System.Runtime.CompilerServices;
using TabletopAgent.Agent;
using TabletopAgent.Exercises;
using TabletopAgent.Measure;
using TabletopAgent.Tests.Diagnose;

namespace TabletopAgent.Tests.Agent;

public sealed class ConversationTests
{
    private const string Log = """{"type":"exercise","v":1,"roles":{"incident-commander":"ana"}}""";

    private readonly List<Event> _kept = [];

    [Fact]
    public async Task What_is_said_is_kept_before_it_is_answered_and_so_is_the_answer()
    {
        var sitting = Sitting(Keep);
        var conversation = new Conversation(sitting, new Echo(t => $"{_kept.Count} kept when {t.Words}"));
        Assert.Equal("1 kept when asked", await AnswerAsync(conversation, "ana", "asked"));
        Assert.Equal([("ana", "incident-commander", "asked"), ("tabletop", null, "1 kept when asked")], _kept.Select(e => (e.Text("by"), e.Text("role"), e.Text("text"))));
        Assert.All(_kept, e => Assert.Equal(("note", true), (e.Type, e.At is not null)));
    }

    [Fact]
    public async Task Who_has_no_role_is_answered_and_leaves_no_trace()
    {
        Assert.Equal("yes eve (no role)", await AnswerAsync(new Conversation(Sitting(Keep), new Echo(t => $"yes {t.Speaker}")), "eve", "may I?"));
        Assert.Empty(_kept);
    }

    [Fact]
    public async Task A_hand_over_counts_from_then_on()
    {
        var sitting = Sitting(Keep);
        await sitting.AppendAsync("role", "ana", "incident-commander", ("person", "eve"));
        Assert.Equal(["incident-commander"], sitting.Speaker("Eve").Roles);
        Assert.Empty(sitting.Speaker("ana").Roles);
    }

    [Fact]
    public async Task A_full_disk_is_said_and_the_answer_comes_all_the_same()
    {
        var conversation = new Conversation(Sitting(_ => throw new IOException("No space left on device")), new Echo(_ => "pause the writers"));
        var heard = await HearAsync(conversation, "ana", "what next?");
        Assert.Equal([PassageKind.Aside, PassageKind.Answer], heard.Select(p => p.Kind));
        Assert.Equal("the log cannot be written: No space left on device. Nothing was logged; free the disk or the file, and say it again.", heard[0].Text);
    }

    [Fact]
    public async Task No_secret_is_kept()
    {
        await AnswerAsync(new Conversation(Sitting(Keep), new Echo(_ => "well")), "ana", "the new password: Tr0ub4dor&3 works");
        Assert.DoesNotContain("Tr0ub4dor", _kept[0].Text("text"));
        Assert.Contains("works", _kept[0].Text("text"));
    }

    [Fact]
    public async Task Each_turn_knows_those_before_it()
    {
        var conversation = new Conversation(Sitting(Keep), new Echo(t => string.Join('|', t.Before.Select(e => $"{e.Words}:{e.Answer}"))));
        await AnswerAsync(conversation, "ana", "one");
        await AnswerAsync(conversation, "ana", "two");
        Assert.Equal("one:|two:one:", await AnswerAsync(conversation, "ana", "three"));
    }

    private static async Task<string> AnswerAsync(Conversation conversation, string name, string words) =>
        string.Concat((await HearAsync(conversation, name, words)).Where(p => p.Kind == PassageKind.Answer).Select(p => p.Text));

    private static async Task<List<Passage>> HearAsync(Conversation conversation, string name, string words)
    {
        var heard = new List<Passage>();
        await foreach (var passage in conversation.SayAsync(name, words, CancellationToken.None)) heard.Add(passage);
        return heard;
    }

    private Task<Event> Keep(Event e)
    {
        _kept.Add(e);
        return Task.FromResult(e);
    }

    private static Sitting Sitting(Func<Event, Task<Event>> write) => new(Shipped.Log(Log), [], () => Shipped.Knowledge, Targets.Default, write, TimeProvider.System);

    private sealed class Echo(Func<Turn, string> says) : IDriver
    {
        public async IAsyncEnumerable<Passage> AnswerAsync(Turn turn, [EnumeratorCancellation] CancellationToken stop)
        {
            await Task.CompletedTask;
            yield return new Passage(PassageKind.Answer, says(turn));
        }
    }
}
