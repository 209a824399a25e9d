using Microsoft.Extensions.Time.Testing;
using TabletopAgent.Agent;

namespace TabletopAgent.Tests.Agent;

/// <summary>
/// A model that is ill, over a real socket. Each time the person gets one line about the model and the code's own answer, what was
/// logged stays, and the conversation goes on.
/// </summary>
public sealed class IllnessTests
{
    private const string Well = """{"say":["Every figure comes from the report."]}""";

    /// <summary>The script of the illness, and what the line about it says.</summary>
    public static TheoryData<string, string, string> Illnesses => new()
    {
        { "no word, not even headers", """{"silent":"before"}""", "the model sent nothing for 1 s." },
        { "headers, then nothing", """{"silent":"head"}""", "the model sent nothing for 1 s." },
        { "a beginning, then nothing", """{"say":["Well. ","I"],"silent":"end"}""", "the model sent nothing for 1 s." },
        { "a word now and then, without end", """{"say":["a ","b ","c ","d ","e ","f ","g ","h ","i ","j ","k ","l ","m ","n ","o ","p "],"pause_ms":400,"patient":true}""", "the model brought no whole sentence in 4 s." },
        { "a sentence now and then, without end", """{"say":["Well. ","Look. ","So. ","Now. ","Then. ","Still. ","Again. ","Yes. ","Right. ","Fine. ","Good. ","Sure. ","Hm. ","Here. ","There. ","And. "],"pause_ms":250}""", "the model was not done after 3 s." },
        { "sign after sign of life, and no word", """{"say":["","","","","","","","","",""],"pause_ms":400}""", "the model sent nothing for 1 s." },
        { "401", """{"status":401}""", "the model refused the key (401); set TABLETOP__Model__ApiKey." },
        { "403", """{"status":403}""", "the model refused the key (403); set TABLETOP__Model__ApiKey." },
        { "404", """{"status":404}""", "the model is not there (404); Model.Endpoint must end in /v1 and serve \"stub\"." },
        { "400", """{"status":400,"body":"{\"error\":{\"message\":\"stub does not support tools\"}}"}""", "the model refused the question (400); it must be a chat model that can call tools." },
        { "a redirect elsewhere", """{"status":302,"headers":{"Location":"http://127.0.0.1:9/v1/chat/completions"}}""", "the model refused the question (302); it must be a chat model that can call tools." },
        { "429, for ever", """{"status":429,"forever":true}""", "the model is over its limit (429)." },
        { "429, come back in a minute", """{"status":429,"headers":{"Retry-After":"60"},"forever":true}""", "the model is over its limit (429) and asks to wait 60 s." },
        { "429, each time come back in a moment", """{"status":429,"headers":{"Retry-After":"1"},"forever":true,"impatient":true}""", "the model is over its limit (429) and asks to wait 1 s." },
        { "500, for ever", """{"status":500,"forever":true}""", "the model failed (500)." },
        { "503 with a page of HTML", """{"status":503,"body":"<html>down</html>","forever":true}""", "the model failed (503)." },
        { "reset in the middle", """{"say":["Well. ","Then"],"cut":2}""", "the model broke off in the middle." },
        { "ended in the middle, as if whole", """{"say":["Well. ","Then"],"end":2}""", "the model broke off in the middle." },
        { "half a tool call, then reset", """{"call":[["Exercise-log_symptom",{"text":"writes fail"}]],"cut":3}""", "the model broke off in the middle." },
        { "unknown tools, for ever", """{"call":[["Exercise-grant_role",{"person":"eve"}]],"forever":true}""", "the model asked for 3 rounds of tools and gave no answer." },
        { "known tools, for ever", """{"call":[["Score-status",{}]],"forever":true}""", "the model asked for 3 rounds of tools and gave no answer." },
        { "wrong argument types, for ever", """{"call":[["Exercise-timeline",{"last":{"of":["all"]}}]],"forever":true}""", "the model asked for 3 rounds of tools and gave no answer." },
        { "arguments that are no JSON, for ever", """{"call":[["Exercise-log_symptom","{\"text\": wri"]],"forever":true}""", "the model asked for 3 rounds of tools and gave no answer." },
        { "10 MB of text", """{"megabytes":10}""", "the model said more than 1,500 tokens and was cut off." },
        { "10 MB without an end of line", "{\"raw\":\"data: " + new string('x', 10_000_000) + "\"}", "the model said more than 1,500 tokens and was cut off." },
        { "a reply cut by its server", """{"say":["Well. ","Then"],"finish":"length"}""", "the model said more than 1,500 tokens and was cut off." },
        { "withheld", """{"say":[],"finish":"content_filter"}""", "the model said nothing." },
        { "nothing said", """{"say":[]}""", "the model said nothing." },
        { "invalid JSON", """{"raw":"data: {\"choices\": [,]}\n\ndata: [DONE]\n\n"}""", "the model sent what cannot be read." },
        { "JSON of another kind", """{"raw":"data: {\"hello\": \"world\"}\n\ndata: [DONE]\n\n"}""", "the model broke off in the middle." },
        { "a web page", """{"raw":"<html><body>hello</body></html>","type":"text/html"}""", "the model broke off in the middle." },
        { "nothing at all", """{"raw":""}""", "the model broke off in the middle." },
        { "UTF-16", """{"raw":"data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi.\"},\"finish_reason\":\"stop\"}]}\n\n","charset":"utf-16"}""", "the model broke off in the middle." },
        { "Latin-1", """{"raw":"data: {\"id\":\"a\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Größe.\"},\"finish_reason\":\"stop\"}]}\n\n","charset":"iso-8859-1"}""", "the model sent what cannot be read." },
    };

    /// <summary>Short waits only where the illness is waiting: a busy machine is not an ill model.</summary>
    private static Func<ModelSettings, ModelSettings> Impatient(string script)
    {
        var waits = script.Contains("silent", StringComparison.Ordinal) || script.Contains("pause", StringComparison.Ordinal) || script.Contains("impatient", StringComparison.Ordinal);
        // Its first word must have come, on a busy machine too.
        if (script.Contains("\"patient", StringComparison.Ordinal)) return s => s with { FirstTokenSeconds = 4, TurnSeconds = 60, Steps = 3 };
        return s => s with { FirstTokenSeconds = waits ? script.Contains("impatient", StringComparison.Ordinal) ? 1.5 : 1 : 20, TurnSeconds = waits ? 3 : 60, Steps = 3 };
    }

    [Theory]
    [MemberData(nameof(Illnesses))]
    public async Task The_person_gets_one_line_and_the_codes_answer(string name, string script, string line)
    {
        Assert.NotEmpty(name);
        await using var model = new StubModel(script, Well);
        await using var room = new Room(model, Impatient(script));

        var heard = await room.SayAsync("Writes fail in region A.");

        Assert.Equal(line, Assert.Single(heard.Asides).Replace(" This is the code's own answer:", "", StringComparison.Ordinal));
        Assert.EndsWith(room.CodesAnswer, heard.Answer, StringComparison.Ordinal);
        // Nothing said is lost, and nothing was written that nobody asked for.
        Assert.Equal(["Writes fail in region A.", heard.Answer.Trim()], room.Sitting.Events.Where(e => e.Type == "note").Select(e => e.Text("text")));
        Assert.Empty(room.Written);
    }

    [Theory]
    [MemberData(nameof(Illnesses))]
    public async Task The_conversation_goes_on(string name, string script, string line)
    {
        Assert.NotEmpty(name);
        Assert.NotEmpty(line);
        if (script.Contains("forever", StringComparison.Ordinal)) return;
        await using var model = new StubModel(script, Well);
        await using var room = new Room(model, Impatient(script));
        await room.SayAsync("Writes fail in region A.");

        var heard = await room.SayAsync("and now?");

        Assert.Equal(("Every figure comes from the report.", 0), (heard.Answer, heard.Asides.Count));
    }

    [Theory]
    [InlineData("""{"status":500}""")]
    [InlineData("""{"status":502}""")]
    [InlineData("""{"status":429}""")]
    [InlineData("""{"status":429,"headers":{"Retry-After":"1"}}""")]
    public async Task A_passing_illness_is_tried_again_and_never_seen(string script)
    {
        await using var model = new StubModel(script, script, Well);
        await using var room = new Room(model, s => s with { FirstTokenSeconds = 10 });

        var heard = await room.SayAsync("how are we?");

        Assert.Equal(("Every figure comes from the report.", 0), (heard.Answer, heard.Asides.Count));
        Assert.Equal(3, model.Requests.Count);
        Assert.Single(model.Requests.Select(r => r.Body).Distinct());
    }

    [Fact]
    public async Task Nobody_is_there()
    {
        var gone = new StubModel();
        await gone.DisposeAsync();
        await using var room = new Room(null, s => s with { Endpoint = gone.Endpoint, FirstTokenSeconds = 1 });
        var heard = await room.SayAsync("how are we?");
        Assert.StartsWith("the model cannot be reached", Assert.Single(heard.Asides));
        Assert.Equal(room.CodesAnswer, heard.Answer);
    }

    [Fact]
    public async Task A_model_that_wants_too_many_tokens_is_not_asked_again()
    {
        await using var model = new StubModel("""{"call":[["Score-status",{}]],"forever":true}""");
        await using var room = new Room(model, s => s with { TurnTokens = 10_000 });
        var heard = await room.SayAsync("how are we?");
        Assert.StartsWith("the model wanted more than 10,000 tokens for one answer.", Assert.Single(heard.Asides));
        Assert.InRange(room.Driver.Usage[0].Requests, 2, 4);
    }

    [Fact]
    public async Task What_a_tool_wrote_before_the_illness_stays()
    {
        await using var model = new StubModel("""{"call":[["Exercise-log_symptom",{"text":"Checkout times out"}]]}""", """{"status":401}""");
        await using var room = new Room(model);
        var heard = await room.SayAsync("Checkout times out.");
        Assert.Equal("Checkout times out", Assert.Single(room.Written).Text("text"));
        Assert.Equal([PassageKind.Written, PassageKind.Aside, PassageKind.Answer], heard.Passages.Select(p => p.Kind));
        Assert.Equal(room.CodesAnswer, heard.Answer);
    }

    /// <summary>The default patience, on a clock that the test turns: not given up a moment before 20 s, and given up then.</summary>
    [Fact]
    public async Task Twenty_seconds_of_silence_and_no_more()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var model = new StubModel("""{"silent":"head"}""");
        await using var room = new Room(model, s => s with { FirstTokenSeconds = new ModelSettings().FirstTokenSeconds, TurnSeconds = new ModelSettings().TurnSeconds }, clock);
        var saying = room.SayAsync("how are we?");
        await model.AskedAsync();

        clock.Advance(TimeSpan.FromSeconds(19.9));
        Assert.False(saying.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.StartsWith("the model sent nothing for 20 s.", Assert.Single((await saying).Asides));
    }

    [Fact]
    public async Task After_two_ill_answers_it_rests_and_then_is_asked_again()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        await using var model = new StubModel("""{"status":401}""", """{"say":[]}""", Well);
        await using var room = new Room(model, clock: clock);
        await room.SayAsync("one");
        await room.SayAsync("two");

        Assert.StartsWith("the model was ill twice and is left alone for 30 s.", Assert.Single((await room.SayAsync("three")).Asides));
        Assert.Equal(2, model.Requests.Count);

        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("Every figure comes from the report.", (await room.SayAsync("four")).Answer);
    }

    [Fact]
    public async Task A_tool_called_wrongly_tells_the_model_what_it_takes()
    {
        await using var model = new StubModel(
            """{"call":[["Exercise-timeline",{"last":"all"}],["Exercise-log_change",{}],["Exercise-grant_role",{"person":"eve"}]]}""", Well);
        await using var room = new Room(model);
        Assert.Equal("Every figure comes from the report.", (await room.SayAsync("log change: weights to green")).Answer);
        var results = model.Requests[1].Messages.Where(m => m.Role == "tool").Select(m => m.Text).ToList();
        Assert.Contains("Refused: the arguments do not fit. Exercise-timeline takes: last (optional): How many, 1 to 50.", results[0]);
        Assert.Contains("Refused: the arguments do not fit. Exercise-log_change takes: area: routing, cache,", results[1]);
        Assert.Contains("Error", results[2]);
    }
}
