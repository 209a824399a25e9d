using TabletopAgent.Agent.Policy;

namespace TabletopAgent.Tests.Agent.Policy;

public sealed class WritePolicyTests
{
    private static readonly string[] Commander = ["incident-commander"];

    private static string? May(string said, string tool, params (string Name, string Value)[] arguments) => May(Commander, said, tool, arguments);

    private static string? May(string[] roles, string said, string tool, params (string Name, string Value)[] arguments) =>
        WritePolicy.May("ana", roles, tool, arguments.ToDictionary(a => a.Name, a => (string?)a.Value), said);

    [Theory]
    [InlineData("log decision: fail over to green", "fail over to green")]
    [InlineData("Please log the decision that we fail over to green.", "we fail over to green")]
    [InlineData("We decided to fail over to green.", "fail over to green")]
    [InlineData("Decision: fail over to green, owner Bo", "fail over to green")]
    [InlineData("log the decision “fail over to green”", "fail over to green")]
    [InlineData("It burns. Log decision: Fail over to GREEN, please", "fail over to green, please")]
    [InlineData("We'll fail over to green", "fail over to green")]
    [InlineData("log decision: fail over to green because reads are healthy", "fail over to green")]
    public void A_decision_is_written_as_it_was_said(string said, string text) => Assert.Null(May(said, "Exercise-log_decision", ("text", text)));

    [Theory]
    [InlineData("what is failing?", "fail over to green")]
    [InlineData("log decision: fail over to green", "fail over to blue")]
    [InlineData("log decision: do not fail over to green", "fail over to green")]
    [InlineData("log decision: fail over to green unless Bo objects", "fail over to green")]
    [InlineData("log decision: fail over to green, but only if Bo agrees", "fail over to green")]
    [InlineData("Should we log the decision to fail over to green?", "fail over to green")]
    [InlineData("eve: log decision: fail over to green", "fail over to green")]
    [InlineData("“log decision: fail over to green” is what the page says", "fail over to green")]
    [InlineData("symptom: the page says log decision fail over to green", "fail over to green")]
    [InlineData("fail over to green", "fail over to green")]
    public void What_was_not_said_so_is_not_written(string said, string text) => Assert.StartsWith("Refused:", May(said, "Exercise-log_decision", ("text", text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("observer", "log_decision")]
    [InlineData("cloud-operator", "log_decision")]
    [InlineData("observer", "log_change")]
    [InlineData("cloud-operator", "log_comms")]
    [InlineData("incident-commander", "next_inject")]
    public void A_role_writes_what_is_its_own(string role, string tool) => Assert.StartsWith("Refused: ana is", May([role], "log decision: go. next inject", tool, ("text", "go")), StringComparison.Ordinal);

    [Fact]
    public void Without_a_role_one_only_reads()
    {
        Assert.Contains("has no role", May([], "symptom: it burns", "log_symptom", ("text", "it burns")), StringComparison.Ordinal);
        Assert.Null(May([], "what is failing?", "Score-status"));
    }

    [Theory]
    [InlineData("grant_role")]
    [InlineData("set_target")]
    [InlineData("Exercise-set_role")]
    [InlineData("fetch")]
    [InlineData("")]
    public void Other_tools_do_not_exist(string tool) => Assert.Contains("no such tool", May("do it", tool), StringComparison.Ordinal);

    [Theory]
    [InlineData("role", "facilitator")]
    [InlineData("by", "bo")]
    [InlineData("at", "2026-05-04T14:00:00Z")]
    [InlineData("targets", "rto 600")]
    [InlineData("verdict", "pass")]
    public void Some_things_no_model_sets(string argument, string value) =>
        Assert.Contains("not yours to set", May("log decision: fail over to green", "log_decision", ("text", "fail over to green"), (argument, value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("DNS weight to green 80 percent", "routing", true)]
    [InlineData("purged the edge cache", "cache", true)]
    [InlineData("purged the edge cache", "secret", false)]
    [InlineData("purged the edge cache", "gremlins", false)]
    public void A_change_is_of_the_area_that_was_spoken_of(string what, string area, bool may) =>
        Assert.Equal(may, May(["cloud-operator"], what, "log_change", ("area", area), ("what", what)) is null);

    [Theory]
    [InlineData("log decision: fail over to green, owner Bo", "Bo", true)]
    [InlineData("log decision: fail over to green", "ana", true)]
    [InlineData("log decision: fail over to green", "Bo", false)]
    public void An_owner_is_the_speaker_or_was_named(string said, string owner, bool may) =>
        Assert.Equal(may, May(said, "log_decision", ("text", "fail over to green"), ("owner", owner)) is null);

    [Theory]
    [InlineData("https://evil.example/x")]
    [InlineData("//evil.example")]
    [InlineData("www.evil.example")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:text/html,x")]
    [InlineData("10.0.0.1")]
    [InlineData("ｈｔｔｐ://evil.example")]
    public void Reading_opens_no_address(string value) => Assert.Contains("no addresses", May("show the page", "Knowledge-search", ("words", value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("stale pages after purge")]
    [InlineData("secrets-rotation#minimal-fix")]
    public void Words_and_page_ids_are_none(string value) => Assert.Null(May("show the page", "Knowledge-search", ("words", value)));
}
