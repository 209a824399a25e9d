using System.Diagnostics;
using TabletopAgent.Cli;
using TabletopAgent.Tests.Agent;

namespace TabletopAgent.Tests.Cli;

/// <summary>The whole program: a real process, real files, and a model on a real socket.</summary>
public sealed class ChatVerbTests : IDisposable
{
    private const string Brief = "symptoms:\n- write routes in region A return 500 on 22 percent of requests\n- queue depth climbs by 5x\ntopology: region:A(active,write),B(passive,read)\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("tabletop-chat-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Log => Directory.GetFiles(_folder, "log.jsonl", SearchOption.AllDirectories).Single();

    [Fact]
    public async Task A_brief_is_talked_over_without_a_model()
    {
        File.WriteAllText(Path.Combine(_folder, "brief.md"), Brief);
        var (code, output, error) = await ChatAsync("what is failing?\n/usage\n/nonsense\n/quit\nnever read\n", null, "brief.md", "--as", "ana");
        Assert.Equal((0, ""), (code, error));
        var lines = output.Split('\n');
        Assert.StartsWith("tabletop ", lines[0]);
        Assert.Equal("ana (incident-commander); 4 events; no model: the code answers", lines[1]);
        Assert.StartsWith("FAULT  queue-and-writes", lines[2]);
        Assert.Contains("no model is asked here: no tokens, no cost\n/nonsense is no command /help lists them; /note TEXT keeps words as they are.\n", output);
        Assert.DoesNotContain("never read", File.ReadAllText(Log));
        Assert.Contains("\"text\":\"what is failing?\"", File.ReadAllText(Log));
    }

    [Fact]
    public async Task A_model_is_asked_and_what_it_writes_is_in_the_log()
    {
        await using var model = new StubModel(
            """{"call":[["Exercise-log_symptom",{"text":"checkout takes nine seconds"}]],"usage":[900,30]}""", """{"say":["Every figure comes from the report."],"usage":[1000,10]}""");
        var (code, output, _) = await ChatAsync("symptom: checkout takes nine seconds\n/usage\n", model, "--as", "ana");
        Assert.Equal(0, code);
        Assert.Contains("; model stub\n", output);
        Assert.Contains("symptom ana (incident-commander): checkout takes nine seconds\nEvery figure comes from the report.\n", output);
        Assert.Contains("1. 1900 tokens sent, 40 received, 2 request(s), first token ", output);
        Assert.Equal(0, Session.Of("check", Log).Code);
        Assert.Contains("\"type\":\"symptom\"", File.ReadAllText(Log));
    }

    /// <summary>A model that is gone takes nothing along: what is asked is answered, what is decided is logged, once.</summary>
    [Fact]
    public async Task Where_the_model_is_ill_the_code_hears_the_words_itself()
    {
        await using var model = new StubModel("""{"status":401}""", """{"call":[["Exercise-log_symptom",{"text":"checkout takes nine seconds"}]]}""", """{"status":401}""");
        var (code, output, _) = await ChatAsync("decision: wait, owner ana\nsymptom: checkout takes nine seconds\nwho is incident commander?\n", model, "--as", "ana");
        Assert.Equal(0, code);
        Assert.Contains("the model refused the key (401)", output);
        Assert.Contains("ana: decided: wait (owner ana)", output);
        Assert.Contains("incident-commander  ana", output);
        var log = File.ReadAllLines(Log);
        Assert.Single(log, l => l.Contains("\"type\":\"decision\"", StringComparison.Ordinal));
        Assert.Single(log, l => l.Contains("\"type\":\"symptom\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_model_means_none()
    {
        await using var model = new StubModel("""{"say":["Every figure comes from the report."]}""");
        var (_, output, _) = await ChatAsync("what next?\n", model, "--no-model");
        Assert.Contains("Next: ", output);
        Assert.Empty(model.Requests);
    }

    [Fact]
    public async Task An_exercise_is_taken_up_again_with_what_was_said()
    {
        await ChatAsync("the first word\n", null, "--as", "ana");
        var id = Path.GetFileName(Path.GetDirectoryName(Log))!;
        await using var model = new StubModel("""{"say":["Every figure comes from the report."]}""");
        var (code, output, _) = await ChatAsync("and now?\n", model, "--resume", id, "--as", "ana");
        Assert.Equal(0, code);
        Assert.Contains("ana (incident-commander)", output);
        Assert.Contains(model.Requests[0].Messages, m => m.Text.Contains("the first word", StringComparison.Ordinal));
        Assert.Contains("\"text\":\"and now?\"", File.ReadAllText(Log));
    }

    /// <summary>Nobody types; what the clock of the exercise brings is shown and logged all the same.</summary>
    [Fact]
    public async Task The_clock_brings_what_is_due_while_nobody_speaks()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "exercises", "live"));
        var log = Path.Combine(_folder, "exercises", "live", "log.jsonl");
        await using (var writer = TabletopAgent.Store.LogWriter.Open(log, TimeProvider.System).Writer!)
        {
            foreach (var line in (string[])["""{"type":"exercise","v":1,"id":"live","scenario":"seed-evening","roles":{"incident-commander":"ana","facilitator":"fay"}}""", """{"type":"clock","state":"start"}"""])
                await writer.AppendAsync(TabletopAgent.Exercises.EventReader.Read(line, default, [])! with { At = DateTimeOffset.UtcNow });
        }

        using var process = Start(null, [], "--resume", "live", "--as", "ana");
        // The first time box is due at minute 0; it is shown although nothing was typed.
        for (string? line; (line = await process.StandardOutput.ReadLineAsync()) is not null;)
            if (line.Contains("Minute 0–10", StringComparison.Ordinal)) break;
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.Contains("Minute 0–10", File.ReadAllText(log));
    }

    [Fact]
    public async Task Status_is_printed_straight_from_the_code()
    {
        File.WriteAllText(Path.Combine(_folder, "brief.md"), Brief);
        var status = Session.Of("diagnose", Path.Combine(_folder, "brief.md"), "--format", "status").Out;
        var (_, output, _) = await ChatAsync("", null, "brief.md", "--format", "status");
        // One event more, who is in charge, is in the hash and in the roles that are judged, and nowhere else.
        Assert.Equal(status.Split("\"dimensions\"")[0].Replace(Path.Combine(_folder, "brief.md"), "brief.md", StringComparison.Ordinal), output.Split("\"dimensions\"")[0]);
        Assert.Equal(2, (await ChatAsync("one\ntwo\n", null, "brief.md", "--format", "status")).Out.Count(c => c == '\n'));
    }

    [Fact]
    public async Task The_prompt_is_shown_and_nothing_is_asked_or_kept()
    {
        await using var model = new StubModel();
        var (code, output, _) = await ChatAsync("", model, "--show-prompt", "--as", "ana");
        Assert.Equal(0, code);
        foreach (var part in new[] { "[system]\n", "[user]\n", "We are running a disaster recovery tabletop", "ana (incident-commander) says:", "[tools]\n", "Score-status(): " }) Assert.Contains(part, output);
        Assert.Empty(model.Requests);
        Assert.Empty(Directory.GetDirectories(_folder));
    }

    [Theory]
    [InlineData(2, "TT002", "nowhere.md")]
    [InlineData(2, "holds no exercise \"nowhere\"", "--resume", "nowhere")]
    [InlineData(2, "TT616", "--resume", "../etc")]
    public async Task What_is_not_there_is_said(int code, string said, params string[] args)
    {
        var (exit, _, error) = await ChatAsync("", null, args);
        Assert.Equal(code, exit);
        Assert.Contains(said, error);
    }

    [Fact]
    public async Task Settings_that_cannot_be_used_are_said_and_the_code_answers()
    {
        var (code, output, error) = await ChatAsync("what next?\n", null, [("TABLETOP__Model__Endpoint", "http://localhost:11434"), ("TABLETOP__Model__Name", "m")]);
        Assert.Equal(0, code);
        Assert.Contains("TT731", error);
        Assert.Contains("no model: the code answers", output);
    }

    private Task<(int Code, string Out, string Error)> ChatAsync(string said, StubModel? model, params string[] args) => ChatAsync(
        said, model, model is null ? [] : [("TABLETOP__Model__Endpoint", model.Endpoint.ToString()), ("TABLETOP__Model__Name", "stub"), ("TABLETOP__Model__ApiKey", "k")], args);

    private async Task<(int Code, string Out, string Error)> ChatAsync(string said, StubModel? model, (string Name, string Value)[] environment, params string[] args)
    {
        using var process = Start(model, environment, args);
        await process.StandardInput.WriteAsync(said);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    private Process Start(StubModel? model, (string Name, string Value)[] environment, params string[] args)
    {
        Assert.True(model is null || environment.Length > 0);
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, "chat", .. args])
        {
            WorkingDirectory = _folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
