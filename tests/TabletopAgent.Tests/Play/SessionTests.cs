using System.Text;
using FsCheck.Xunit;
using TabletopAgent.Exercises;
using TabletopAgent.Play;

namespace TabletopAgent.Tests.Play;

public sealed class SessionTests
{
    [Fact]
    public void The_plan_is_played_to_the_second()
    {
        var evening = Evening.Started();
        evening.Until(11).Says("Marek", "/sli chat ok=yes");
        evening.Until(61);
        // The cards of the plan at 10, 25, 40 and 50; and one brought forward where it was green too early would stand here too.
        Assert.Equal("10:00", evening.When(e => e.Text("card") == "write-routes-fail"));
        Assert.Equal("minute 10 of the plan", evening.Log.First(e => e.Type == "inject").Text("reason"));
        Assert.Equal(
            ["0:00", "10:00", "20:00", "35:00", "50:00", "60:00"],
            evening.Log.Where(e => e.Text("kind") == "time-box").Select(e => evening.When(f => f == e)));
    }

    [Fact]
    public void Paused_time_does_not_count()
    {
        var evening = Evening.Started().Until(8);
        evening.Says("Fay", "/pause");
        evening.Wait(20 * 60);
        evening.Says("Fay", "/resume");
        evening.Until(10.5);
        Assert.Equal("30:00", evening.When(e => e.Type == "inject"));
        Assert.Contains(evening.Log, e => e.Text("text")?.StartsWith("At 14:30 UTC write routes", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void A_card_with_a_condition_comes_once_it_holds_for_every_service()
    {
        var evening = Evening.Started("primary-region-write-outage").Until(41);
        Assert.DoesNotContain("writer-handed-over", evening.Injects);
        evening.Says("Marek", "/sli checkout error_pct=8");
        evening.Says("Marek", "/sli help-chat error_pct=0.1");
        Assert.DoesNotContain("writer-handed-over", evening.Wait(60).Injects);
        evening.Says("Marek", "/sli checkout error_pct=0.4");
        Assert.Contains("writer-handed-over", evening.Injects);
        Assert.Equal("from minute 40, as error_pct <= 1", evening.Log[^1].Text("reason"));
    }

    [Fact]
    public void A_condition_that_never_holds_waits_until_its_last_minute()
    {
        var evening = Evening.Started("primary-region-write-outage").Until(52);
        Assert.Equal("50:00", evening.When(e => e.Text("card") == "writer-handed-over"));
    }

    /// <summary>A first look at minute 20 shows red: before it nobody was stuck, and the reason would not be true.</summary>
    [Fact]
    public void A_late_first_look_is_not_being_stuck()
    {
        var evening = Evening.Started().Until(16);
        evening.Says("Marek", "/sli chat ok=no error_pct=22");
        Assert.DoesNotContain("queue-looked-into", evening.Until(23.9).Injects);
    }

    [Fact]
    public void A_team_that_is_stuck_gets_a_clue_and_the_log_says_why()
    {
        var evening = Evening.Started().Until(10.5);
        evening.Says("Marek", "/sli chat ok=no error_pct=22");
        evening.Until(19);
        Assert.Equal(["write-routes-fail", "queue-looked-into"], evening.Injects);
        Assert.Equal("18:30", evening.When(e => e.Text("card") == "queue-looked-into"));
        Assert.Equal("nothing was decided or changed for 8 min while chat is red", evening.Log.First(e => e.Text("card") == "queue-looked-into").Text("reason"));
    }

    [Fact]
    public void All_green_too_early_brings_the_next_card_forward()
    {
        var evening = Evening.Started("primary-region-write-outage", _ => ([Event.Of("probe", new Place("p.csv", 2), ("probe_id", "p-1"), ("ΔS_q_r", 0.3), ("coverage", 0.8))], []));
        evening.Until(10.5).Says("Sofia", "/probe p.csv inject");
        foreach (var minute in new[] { 11, 15, 19, 23, 27, 31, 35 })
        {
            evening.Until(minute).Says("Marek", "/sli checkout region=A ok=yes");
            evening.Says("Marek", "/sli help-chat region=A ok=yes");
            if (minute == 27) evening.Says("Fay", "/skip 3");
        }

        // Green from 11 would be early at 21, but the plan has a card at 25; green from 25 is early at 35, when the plan has none left.
        Assert.Equal(["order-writes-fail", "saved-addresses-gone", "green-takes-all"], evening.Injects);
        Assert.Equal("everything was green for 10 min, ahead of the plan", evening.Log.Single(e => e.Text("card") == "green-takes-all").Text("reason"));
    }

    [Theory]
    [InlineData("writes fail", "TT692", "/note")]
    [InlineData("/staus", "TT680", "did you mean /status?")]
    [InlineData("/dec go", "TT680", "did you mean /decide?")]
    [InlineData("/xyzzy", "TT680", "/help")]
    [InlineData("/as Dana", "TT689", "own name")]
    public void A_line_that_is_no_command_is_answered_and_not_recorded(string line, string code, string said)
    {
        var evening = Evening.Started();
        var before = evening.Log.Count;
        var wrong = evening.Says("Ines", line).Wrong!;
        Assert.Equal((code, before), (wrong.Code, evening.Log.Count));
        Assert.Contains(said, wrong.Text);
    }

    [Fact]
    public void An_empty_line_is_nothing() => Assert.Equal(("", 0), Evening.Started().Says("Ines", "  ") is var reply ? (reply.Text, reply.Events.Count) : default);

    [Fact]
    public void After_the_end_only_the_retro_is_written()
    {
        var evening = Evening.Started().Until(12);
        evening.Says("Fay", "/end");
        Assert.Contains("/action-item", evening.Says("Ines", "/decide more").Wrong!.Text);
        Assert.Null(evening.Says("Ines", "/action-item mend it | owner Sam").Wrong);
        Assert.Null(evening.Says("Ines", "/why").Wrong);
        Assert.Empty(evening.Session.Due(evening.Now + TimeSpan.FromHours(1)));
    }

    /// <summary>At any moment of a whole evening, a session rebuilt from the log answers and goes on exactly as the live one.</summary>
    [Fact]
    public void A_session_rebuilt_from_its_log_goes_on_alike()
    {
        var evening = new Evening("primary-region-write-outage");
        var moments = 0;
        Whole.Play(evening, () =>
        {
            if (evening.Log.Count % 5 != 0) return;
            moments++;
            var rebuilt = evening.Rebuilt(evening.Log.Count);
            foreach (var wait in new[] { 0, 1, 60, 600 })
                Assert.Equal(Said(evening.Session.Due(evening.Now.AddSeconds(wait))), Said(rebuilt.Due(evening.Now.AddSeconds(wait))));
            foreach (var (who, line) in new[] { ("Fay", "/next"), ("Ines", "/clock"), ("Fay", "/release"), ("Ines", "/decide go"), ("Jonas", "/who"), ("Ines", "/briefed"), ("Kim", "/note x"), ("Priya", "/correct 3 text=x") })
                Assert.Equal(Said(evening.Session.Handle(who, line, evening.Now)), Said(rebuilt.Handle(who, line, evening.Now)));
        });
        Assert.InRange(moments, 10, 200);
    }

    /// <summary>Whatever is typed, by whomever and when: nothing throws, every entry reads back without a note, and the log alone gives the same session.</summary>
    [Property(MaxTest = 40)]
    public void Whatever_is_typed_is_answered_and_what_is_entered_is_sound(int seed)
    {
        var random = new Random(seed);
        var evening = Evening.Started("primary-region-write-outage", _ => ([Event.Of("probe", new Place("p.csv", 2), ("probe_id", "p-1"), ("ΔS_q_r", 0.5))], []));
        string Word() => Words[random.Next(Words.Length)];
        for (var i = 0; i < 60; i++)
        {
            var command = CommandForm.All[random.Next(CommandForm.All.Count)];
            var line = random.Next(4) switch
            {
                0 => command.Example,
                1 => $"/{command.Name} {Word()} {Word()} {Word()}",
                2 => $"{command.Example} {Word()}{Word()}",
                _ => $"{Word()}{Word()} {Word()}",
            };
            var reply = evening.Says(People[random.Next(People.Length)], line);
            Assert.True(reply.Wrong is null || reply.Events.Count == 0, line);
            if (random.Next(3) == 0) evening.Wait(random.Next(90));
        }

        var notes = new List<Note>();
        foreach (var e in evening.Log) EventReader.Read(Encoding.UTF8.GetString(EventWriter.Line(e)), e.Place, notes);
        Assert.Empty(notes);
        Assert.Equal(Said(evening.Session.Due(evening.Now.AddMinutes(3))), Said(evening.Rebuilt(evening.Log.Count).Due(evening.Now.AddMinutes(3))));
    }

    private static readonly string[] People = ["Fay", "Ines", "Marek", "Priya", "Sofia", "Jonas", "Ada", "Kim", "Ines "];

    private static readonly string[] Words =
        ["/", "/note", "chat", "checkout", "orders", "ok=no", "error_pct=3", "error_pct=", "=", "|", "\\|", "| owner", "| owner Dana", "\"", "\u001b[31m", "🦙", "12", "-1", "1e400", "NaN", "#3", "held", "not", "routing", "customers:", "declared", "post", "me", "ic", "\ud800", "x=1", ""];

    [Fact]
    public void The_same_evening_twice_is_the_same_log()
    {
        var (one, two) = (new Evening(), new Evening());
        Whole.Play(one);
        Whole.Play(two);
        Assert.Equal(Said(one.Log), Said(two.Log));
    }

    private static string Said(SessionReply reply) => $"{Said(reply.Events)}{reply.Text}{reply.Wrong}";

    private static string Said(IEnumerable<Event> events) => string.Join('\n', events.Select(e => Encoding.UTF8.GetString(EventWriter.Line(e))));
}
