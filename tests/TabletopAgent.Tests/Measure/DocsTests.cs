using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class DocsTests
{
    private const string Roles = "'roles':{'incident-commander':'I','cloud-operator':'M','data-owner':'P','llm-owner':'S','comms-lead':'J','observer':'A'}";
    private static readonly References Library = References.None with { Page = p => p switch { "failover" => LinkStanding.Resolves, "gone" => LinkStanding.Dead, _ => LinkStanding.Unchecked } };

    /// <summary>Over in 20 minutes, declared at once, all roles staffed.</summary>
    private static Incident Short(string head = Roles) =>
        new Incident().Head($"'tier':'A','services':['chat'],{head}").At("14:10", "milestone", "'what':'declared'").Red("14:10", "14:20").Green("14:21", "14:40");

    private static Measurement Of(Incident log) => log.Outcome(references: Library).Docs;

    [Fact]
    public void Owner_time_and_a_runbook_that_resolves() =>
        Assert.Equal((Verdict.Pass, 0), (Of(Short().At("14:12", "decision", "'owner':'I','text':'fail over','runbook':'failover'")) is var d ? d.Verdict : default, d.Value));

    [Theory]
    [InlineData("14:12", "'text':'fail over','runbook':'failover'", "without an owner", "decision-owner")]
    [InlineData("14:12", "'owner':' ','text':'fail over','runbook':'failover'", "without an owner", "decision-owner")]
    [InlineData(null, "'owner':'I','text':'fail over','runbook':'failover'", "without a time", "decision-time")]
    [InlineData("14:12", "'owner':'I','text':'fail over'", "without a runbook", "decision-runbook")]
    [InlineData("14:12", "'owner':'I','text':'fail over','runbook':'gone'", "with a runbook that leads nowhere", "decision-runbook-dead")]
    public void What_a_decision_lacks_fails_and_is_a_finding(string? at, string decision, string says, string finding)
    {
        var outcome = Short().At("14:11", "decision", "'owner':'I','text':'declare','runbook':'failover'").At(at, "decision", decision).Outcome(references: Library);
        Assert.Equal((Verdict.Fail, 1), (outcome.Docs.Verdict, outcome.Docs.Value));
        Assert.Equal($"1 decision(s) {says}: “fail over”", outcome.Docs.Reason);
        Assert.StartsWith($"{finding}:", outcome.Findings.Single(f => f.Kind == "docs").Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Unmeasured")] // nobody fetched it
    [InlineData("200", "Pass")]
    [InlineData("301", "Pass")]
    [InlineData("404", "Fail")]
    public void An_address_is_as_good_as_its_last_answer(string status, string verdict)
    {
        var log = Short().At("14:12", "decision", "'owner':'I','text':'x','runbook':'https://wiki/failover'").At("14:30", "link", "'url':'https://wiki/failover','status':500");
        if (status.Length > 0) log.At("14:31", "link", $"'url':'https://wiki/failover','status':{status}");
        else log = Short().At("14:12", "decision", "'owner':'I','text':'x','runbook':'https://wiki/failover'");
        Assert.Equal(verdict, Of(log).Verdict.ToString());
    }

    [Fact]
    public void An_unstaffed_role_fails_and_a_role_event_staffs_it()
    {
        var log = Short(Roles.Replace(",'observer':'A'", "", StringComparison.Ordinal)).At("14:12", "decision", "'owner':'I','text':'x','runbook':'failover'");
        Assert.Equal((Verdict.Fail, "nobody is observer"), (Of(log).Verdict, Of(log).Reason));
        Assert.Equal(Verdict.Pass, Of(log.At("14:05", "role", "'role':'observer','person':'Ada'")).Verdict);
    }

    [Fact]
    public void What_is_not_in_the_log_is_unmeasured()
    {
        Assert.Equal(Verdict.Unmeasured, Of(new Incident()).Verdict);
        Assert.Contains("no decision is in the log", Of(Short()).Reason, StringComparison.Ordinal);
        Assert.Contains("no roles are in the log", Of(Short("'v':1").At("14:12", "decision", "'owner':'I','text':'x','runbook':'failover'")).Reason, StringComparison.Ordinal);
    }

    /// <summary>Somebody who talks about a brief and says who they are has not begun an exercise.</summary>
    [Fact]
    public void A_role_on_a_brief_measures_nothing()
    {
        var brief = new Incident().At(null, "symptom", "'text':'orders fail'").At("14:05", "role", "'role':'incident-commander','person':'Ines'");
        Assert.Equal(Verdict.Unmeasured, Of(brief).Verdict);
        Assert.Equal(Verdict.Fail, Of(brief.At("14:06", "clock", "'state':'start'")).Verdict);
    }

    /// <summary>A post-mortem seldom names who decided; that is no exercise badly written down.</summary>
    [Theory]
    [InlineData("'title':'outage'", "Unmeasured")]
    [InlineData("'title':'outage','scenario':'seed-evening'", "Fail")]
    public void What_an_incident_leaves_out_is_not_known_and_what_an_exercise_leaves_out_is_missing(string head, string verdict)
    {
        var log = new Incident().Head(head).At(null, "decision", "'text':'we failed over'");
        Assert.Equal(verdict, Of(log).Verdict.ToString());
        Assert.Contains("1 decision(s) without an owner: “we failed over”; 1 decision(s) without a time", Of(log).Reason, StringComparison.Ordinal);
        Assert.Equal(Verdict.Fail, Of(log.At("14:06", "decision", "'owner':'I','text':'back','runbook':'gone'")).Verdict);
    }

    [Fact]
    public void Too_few_updates_fail_it()
    {
        var log = new Incident().Head($"'tier':'A','services':['chat'],{Roles}").At("14:10", "milestone", "'what':'declared'").Red("14:10", "14:50").Green("14:51", "15:10")
            .At("14:12", "decision", "'owner':'I','text':'x','runbook':'failover'");
        Assert.Equal(Verdict.Fail, Of(log).Verdict);
        Assert.Contains("2 updates in any 30 min were due", Of(log).Reason, StringComparison.Ordinal);
    }
}
