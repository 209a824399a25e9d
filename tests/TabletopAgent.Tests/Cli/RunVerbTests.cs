namespace TabletopAgent.Tests.Cli;

public sealed class RunVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tabletop-run-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Without_a_scenario_they_are_listed()
    {
        var session = Session.Of("run");
        Assert.Equal(0, session.Code);
        foreach (var file in Directory.GetFiles(Repository.Path("knowledge", "scenarios"))) Assert.Contains(Path.GetFileNameWithoutExtension(file), session.Out);
    }

    /// <summary>Ninety minutes in simulated time: the log is there, the scorecard is printed, and what was not measured has not passed.</summary>
    [Fact]
    public void A_script_plays_a_whole_evening_at_once()
    {
        var session = Play("/role ic Ines\n+12:00 Ines: /milestone declared\n+12:30 Ines: /decide fail over | runbook region-failover-drills\nKim: /note x\n");
        Assert.Equal(1, session.Code);
        Assert.Equal("", session.Error);
        Assert.Contains("14:10:00  #", session.Out);
        Assert.Contains("INJECT: At 14:10 UTC write routes in region A return 500", session.Out);
        Assert.Contains("script.txt:4: error TT681: Kim holds no role", session.Out.Replace("\n  ", " ", StringComparison.Ordinal));
        Assert.Contains("15:00:00", session.Out);
        Assert.Contains("\nFAIL\n", session.Out);
        Assert.Contains("nobody is cloud-operator", session.Out);
        var verified = Session.Of("check", Path.Combine(_folder, "alpha", "log.jsonl"));
        Assert.Equal(0, verified.Code);
        Assert.EndsWith(", 1 notes\n", verified.Out);
    }

    /// <summary>The words of chat: what writes is written in the speaker's name, what is doubtful is asked, and what fails is not told to those who are to find it.</summary>
    [Fact]
    public void Plain_words_play_an_evening_too()
    {
        var session = Play("""
            Ines is incident commander
            Bo is cloud operator
            +11:00 Ines: what is failing and why?
            Fay: what is failing and why?
            Bo: write routes in region A return 500 on 22 percent of requests
            +12:00 Ines: we declare an incident
            Ines: decision: fail over to B, owner Ines, runbook region-failover-drills
            +13:00 Bo: lets flush the cache
            Ines: yes
            Bo: yes
            +14:00 Ines: tell customers: orders are delayed, next update 14:40
            Ines: tell me a joke
            +15:00 /end

            """);
        Assert.Equal("", session.Error);
        var said = session.Out.ReplaceLineEndings(" ");
        foreach (var words in (string[])["yours to find; the facilitator knows", "FAULT  queue-and-writes", "Shall I log that? \"yes\" writes /decide flush the cache", "Nothing waits for a yes", "I do not understand that. Nearest:"]) Assert.Contains(words, said);
        var log = File.ReadAllLines(Log("alpha"));
        Assert.Contains(log, l => l.Contains("\"type\":\"symptom\"", StringComparison.Ordinal) && l.Contains("\"by\":\"Bo\"", StringComparison.Ordinal));
        Assert.Contains(log, l => l.Contains("fail over to B", StringComparison.Ordinal) && l.Contains("\"runbook\":\"region-failover-drills\"", StringComparison.Ordinal));
        Assert.Contains(log, l => l.Contains("\"text\":\"flush the cache\"", StringComparison.Ordinal) && l.Contains("\"by\":\"Bo\"", StringComparison.Ordinal));
        Assert.Contains(log, l => l.Contains("\"audience\":\"customers\"", StringComparison.Ordinal));
        Assert.DoesNotContain(log, l => l.Contains("joke", StringComparison.Ordinal));
    }

    [Fact]
    public void The_rehearsal_that_ships_passes()
    {
        var session = Session.Of("run", "seed-evening", "--script", Repository.Path("knowledge", "demo", "rehearsal.txt"), "--data", _folder, "--as", "Fay", "--start", "2026-05-04T14:00:00Z");
        Assert.Equal("", session.Error);
        Assert.Contains("\nPASS\n", session.Out);
        Assert.Equal(0, session.Code);
        Assert.DoesNotContain("\n! ", session.Out);
    }

    /// <summary>One file for each who speaks: laid together by time, they are one evening.</summary>
    [Fact]
    public void Several_scripts_are_laid_together()
    {
        Write("/role ic Ines\n/role observer Ada\n+11:00 Ines: /note one\n+13:00 Ines: /note three\n+14:00 /end\n");
        var second = Path.Combine(_folder, "ada.txt");
        File.WriteAllText(second, "+11:00 Ada: /note two\n+13:30 Ada: /note four\n");
        var session = Session.Of("run", "seed-evening", "--script", Script, "--script", second, "--data", _folder, "--as", "Fay", "--id", "alpha", "--start", "2026-05-04T14:00:00Z");
        Assert.Equal("", session.Error);
        Assert.Equal(["one", "two", "three", "four"], session.Out.Split('\n').Where(l => l.Contains("Ines: ", StringComparison.Ordinal) || l.Contains("Ada: ", StringComparison.Ordinal)).Select(l => l.Split(' ')[^1]));
    }

    [Fact]
    public void The_same_script_twice_is_the_same_log_and_the_same_words()
    {
        const string script = "/role ic Ines\n+11:00 Ines: /sli chat ok=no\n+70:00 /end\n";
        var (one, two) = (Play(script), Play(script, "omega"));
        Assert.Equal(one.Out.Replace("alpha", "omega", StringComparison.Ordinal), two.Out);
        Assert.Equal(File.ReadAllText(Log("alpha")).Split('\n')[1..].Select(Without), File.ReadAllText(Log("omega")).Split('\n')[1..].Select(Without));

        // The exercise's id is in the first line, so the chain differs.
        static string Without(string line) => line.Split(",\"prev\"")[0];
    }

    [Fact]
    public void What_was_left_goes_on_where_its_log_ends()
    {
        const string start = "/role ic Ines\n+11:00 Ines: /sli chat ok=no\n", rest = "+30:00 Ines: /sli chat ok=yes\n+62:00 /end\n";
        var left = Play($"{start}+20:30 /leave\n");
        Assert.Equal(1, left.Code);
        Assert.Contains("go on with: tabletop run --resume", left.Out);
        var before = File.ReadAllLines(Log("alpha")).Length;
        Write(start + rest);
        var resumed = Session.Of("run", "--resume", "alpha", "--script", Script, "--data", _folder);
        Assert.Contains("the exercise has ended", resumed.Out);
        var log = File.ReadAllLines(Log("alpha"));
        Assert.Equal(1, log.Count(l => l.Contains("write-routes-fail", StringComparison.Ordinal)));
        Assert.Equal(2, log.Count(l => l.Contains("\"type\":\"sli\"", StringComparison.Ordinal)));
        Assert.True(log.Length > before);

        // As if it had never been left.
        var whole = Play(start + rest, "whole");
        Assert.Equal(0, whole.Error.Length);
        Assert.Equal(Times(File.ReadAllLines(Log("whole"))), Times(log));

        static IEnumerable<string> Times(string[] lines) => lines.Skip(1).Select(l => l[..l.IndexOf(",\"seq\"", StringComparison.Ordinal)]);
    }

    [Fact]
    public void A_scenario_of_ones_own_needs_no_code()
    {
        var home = Path.Combine(_folder, "mine");
        Directory.CreateDirectory(Path.Combine(home, "scenarios"));
        Directory.CreateDirectory(Path.Combine(home, "cards"));
        File.WriteAllText(Path.Combine(home, "cards", "lights-out.md"), "---\nid: lights-out\ntitle: Lights out\nscenario: mine\nkind: fault\nlayer: routing\nverdict: fault\noffset_minutes: 12\n---\nAt 10:12 UTC the lights go out.\n");
        var file = Path.Combine(home, "scenarios", "mine.md");
        File.WriteAllText(file, """
            ---
            id: mine
            title: Mine
            shown_as: An evening of ours
            layer: routing
            cards: [lights-out]
            duration_minutes: 30
            tier: A
            topology: region:A(active)
            services:
              - {name: door, tier: A}
            stores:
              - {name: keys, rpo_minutes: 5}
            baseline:
              - {service: door, p95_warm_ms: 100}
            ---
            # Mine
            ## Situation
            It gets dark.

            ## Briefing
            - `data`: Keys are counted.

            ## Time boxes
            - 0–10: Tea.
            - 10–30: Work.

            ## Injects
            - 12: lights-out

            ## Exact checks
            - `light`: There is light.
            """);
        Write("+13:00 /check light held it is\n");
        var session = Session.Of("run", file, "--script", Script, "--data", _folder, "--as", "Fay", "--id", "alpha", "--start", "2026-05-04T14:00:00Z");
        Assert.Contains("14:12:00", session.Out);
        Assert.Contains("INJECT: At 14:12 UTC the lights go out.", session.Out);
        Assert.Contains("Minute 0–10: Tea.", session.Out);
        Assert.Contains("14:30:00", session.Out);
    }

    [Theory]
    [InlineData("did you mean \"seed-evening\"", "run", "seed-evning")]
    [InlineData("TT685", "run", "seed-evening", "--role", "comms-lead")]
    [InlineData("TT687", "run", "seed-evening", "--role", "boss=Kim")]
    [InlineData("TT685", "run", "seed-evening", "--start", "tomorrow")]
    [InlineData("plays at once", "run", "seed-evening", "--speed", "60")]
    [InlineData("TT696", "run", "--resume", "never-was")]
    [InlineData("TT002", "run", "seed-evening", "--script", "/no/such/file")]
    public void What_cannot_be_run_is_refused(string said, params string[] args)
    {
        var session = Session.Of([.. args, "--data", _folder]);
        Assert.Equal(2, session.Code);
        Assert.Contains(said, session.Error);
    }

    [Fact]
    public void An_exercise_is_not_begun_twice()
    {
        Play("+1:00 /leave\n");
        var again = Play("+1:00 /leave\n");
        Assert.Equal(2, again.Code);
        Assert.Contains("TT698", again.Error);
        Assert.Contains("--resume alpha", again.Error);
    }

    [Fact]
    public void A_speed_that_is_none_is_said() => Assert.Equal(3, Session.Of("run", "seed-evening", "--speed", "0").Code);

    private string Script => Path.Combine(_folder, "script.txt");

    private string Log(string id) => Path.Combine(_folder, id, "log.jsonl");

    private void Write(string script) => File.WriteAllText(Script, script);

    private Session Play(string script, string id = "alpha")
    {
        Write(script);
        return Session.Of("run", "seed-evening", "--script", Script, "--data", _folder, "--as", "Fay", "--id", id, "--start", "2026-05-04T14:00:00Z");
    }
}
