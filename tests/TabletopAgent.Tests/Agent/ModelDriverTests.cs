using TabletopAgent.Agent;

namespace TabletopAgent.Tests.Agent;

/// <summary>A model that is well.</summary>
public sealed class ModelDriverTests
{
    [Fact]
    public async Task What_the_model_says_is_seen_sentence_by_sentence()
    {
        await using var model = new StubModel("""{"say":["Unmea","sured never counts as pass. Every fig","ure comes from the report."," I only repeat what the report says."]}""");
        await using var room = new Room(model);

        var heard = await room.SayAsync("what is wrong?");

        Assert.Equal(["Unmeasured never counts as pass. ", "Every figure comes from the report. ", "I only repeat what the report says."], heard.Passages.Select(p => p.Text));
        Assert.All(heard.Passages, p => Assert.Equal(PassageKind.Answer, p.Kind));
    }

    [Fact]
    public async Task It_calls_tools_and_answers_from_their_results()
    {
        await using var model = new StubModel("""{"call":[["Score-next_fix",{}],["Exercise-timeline",{"last":2}]]}""", """{"say":["Every figure comes from the report."]}""");
        await using var room = new Room(model);

        Assert.Equal("Every figure comes from the report.", (await room.SayAsync("what next?")).Answer);

        var results = model.Requests[1].Messages.Where(m => m.Role == "tool").Select(m => m.Text).ToList();
        Assert.Equal(2, results.Count);
        Assert.Contains(room.Sitting.Report.Status.NextFix, results[0]);
        Assert.Contains("queue depth climbs by 5x", results[1]);
        Assert.All(results, r => Assert.StartsWith("<<data tool ", r));
        Assert.Equal(["Score-next_fix", "Exercise-timeline"], room.Driver.Usage[0].Calls);
    }

    [Fact]
    public async Task A_symptom_is_written_in_the_words_of_the_person_who_said_it()
    {
        await using var model = new StubModel("""{"call":[["Exercise-log_symptom",{"text":"checkout is slow in region A"}]]}""", """{"say":["Noted."]}""");
        await using var room = new Room(model);

        await room.SayAsync("Checkout is slow in region A. What now?", "bo");

        var e = Assert.Single(room.Written);
        Assert.Equal(("symptom", "checkout is slow in region A", "bo", "cloud-operator"), (e.Type, e.Text("text"), e.Text("by"), e.Text("role")));
    }

    [Fact]
    public async Task The_wire_carries_the_key_the_model_and_all_tools_and_no_limit_of_its_own()
    {
        await using var model = new StubModel("""{"say":["Yes."]}""");
        await using var room = new Room(model);
        await room.SayAsync("are you there?");

        var request = Assert.Single(model.Requests);
        Assert.StartsWith("POST /v1/chat/completions ", request.Head);
        Assert.Contains("Authorization: Bearer k-123\r\n", request.Head);
        Assert.Contains("\"model\":\"stub\"", request.Body);
        Assert.Equal(
            [
                "Exercise-log_change", "Exercise-log_comms", "Exercise-log_decision", "Exercise-log_symptom", "Exercise-timeline", "Knowledge-open_page",
                "Knowledge-search", "Measure-index_identity", "Measure-probes", "Score-next_fix", "Score-scorecard", "Score-status", "Score-why",
            ],
            request.Tools.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("max_tokens", request.Body);
    }

    [Fact]
    public async Task A_slash_at_the_end_of_the_address_does_no_harm()
    {
        await using var model = new StubModel("""{"say":["Every figure comes from the report."]}""");
        await using var room = new Room(model, s => s with { Endpoint = new Uri($"{s.Endpoint}/") });
        await room.SayAsync("are you there?");
        Assert.StartsWith("POST /v1/chat/completions ", model.Requests[0].Head);
    }

    [Fact]
    public async Task Results_are_cut_where_the_window_is_full()
    {
        await using var model = new StubModel("""{"call":[["Score-status",{}],["Score-status",{}],["Score-status",{}]]}""", """{"say":["Every figure comes from the report."]}""");
        // Half of 6,000 less 1,500 for the answer: 1,500 tokens, so at most 4,500 characters. A status has about 4,000.
        await using var room = new Room(model, s => s with { ContextTokens = 6_000 });
        await room.SayAsync("how are we?");
        var results = model.Requests[1].Messages.Where(m => m.Role == "tool").Select(m => m.Text).ToList();
        Assert.InRange(results.Sum(r => r.Length), 4_000, 5_000);
        Assert.Contains("(cut: no room is left; answer with what you have)", results[1]);
        Assert.InRange(results[2].Length, 0, 200);
    }

    [Fact]
    public async Task Tokens_cost_and_time_are_kept_for_each_turn()
    {
        await using var model = new StubModel("""{"call":[["Score-status",{}]],"usage":[1200,20]}""", """{"say":["Well."],"usage":[1500,80]}""");
        await using var room = new Room(model, s => s with { PriceIn = 2, PriceOut = 10 });
        await room.SayAsync("how are we?");

        // 2,700 tokens at 2 and 100 at 10 a million: 0.0054 + 0.001.
        var usage = Assert.Single(room.Driver.Usage);
        Assert.Equal((2700, 100, 2, true), (usage.Sent, usage.Received, usage.Requests, usage.Counted));
        Assert.Equal(0.0064, usage.Cost(room.Settings)!.Value, 10);
        Assert.Contains("2700 tokens sent, 100 received, 2 request(s)", usage.Say(room.Settings));
        Assert.Contains("cost 0.0064, tools: Score-status", usage.Say(room.Settings));
    }

    [Fact]
    public async Task A_person_can_stop_an_answer_and_go_on()
    {
        await using var model = new StubModel("""{"say":["Unmeasured never counts as pass. ","On "],"silent":"end"}""", """{"say":["Every figure comes from the report."]}""");
        await using var room = new Room(model);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var passage in room.Say("tell me all", stop.Token))
            {
                Assert.Equal("Unmeasured never counts as pass. ", passage.Text);
                await stop.CancelAsync();
            }
        });

        Assert.Equal("Every figure comes from the report.", (await room.SayAsync("and now?")).Answer);
        // What was seen of the first answer is history, and in the log.
        Assert.Contains(model.Requests[1].Messages, m => m is ("assistant", "Unmeasured never counts as pass."));
        Assert.Contains(room.Sitting.Events, e => e.Type == "note" && e.Text("text") == "tell me all");
    }
}
