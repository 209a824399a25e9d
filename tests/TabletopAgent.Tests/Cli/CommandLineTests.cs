using TabletopAgent.Cli;

namespace TabletopAgent.Tests.Cli;

public sealed class CommandLineTests
{
    [Fact]
    public void Without_arguments_it_shows_its_verbs_and_examples()
    {
        var session = Session.Of();
        Assert.Equal(0, session.Code);
        foreach (var verb in new[] { "diagnose", "probe", "check", "verify", "knowledge", "demo", "chat" }) Assert.Contains($"\n  {verb} ", session.Out);
        Assert.EndsWith("of requests\"\n", session.Out);
    }

    [Theory]
    [InlineData("diagnose")]
    [InlineData("run")]
    [InlineData("probe")]
    [InlineData("check")]
    [InlineData("verify")]
    [InlineData("demo")]
    [InlineData("chat")]
    [InlineData("knowledge")]
    [InlineData("knowledge", "list")]
    [InlineData("knowledge", "show")]
    [InlineData("knowledge", "search")]
    [InlineData("knowledge", "lint")]
    public void Help_of_each_verb_ends_with_examples(params string[] verb)
    {
        var session = Session.Of([.. verb, "--help"]);
        Assert.Equal(0, session.Code);
        var examples = session.Out[session.Out.IndexOf("\nExamples:\n", StringComparison.Ordinal)..].Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        Assert.InRange(examples.Count, 1, 3);
        Assert.All(examples, e => Assert.Contains($"tabletop {string.Join(' ', verb)}", e));
    }

    [Fact]
    public void Version_is_one_line() => Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+[^ ]*\n$", Session.Of("--version").Out);

    [Theory]
    [InlineData("--fromat did you mean --format?", "diagnose", "--fromat", "json")]
    [InlineData("diagnose --help", "diagnose", "--fromat", "json")]
    [InlineData("'xml'", "diagnose", "--format", "xml", "x")]
    [InlineData("knowledge show --help", "knowledge", "show")]
    [InlineData("nonsense", "nonsense")]
    public void A_slip_is_one_clear_line_and_exit_3(string said, params string[] args)
    {
        var session = Session.Of(args);
        Assert.Equal(3, session.Code);
        Assert.Equal("", session.Out);
        Assert.StartsWith("could not run: ", session.Error);
        Assert.Equal(1, session.Error.Count(c => c == '\n'));
        foreach (var word in said.Split(' ')) Assert.Contains(word, session.Error);
    }

    [Fact]
    public void A_failure_of_ours_is_one_line_and_no_stack_trace()
    {
        using var error = new StringWriter();
        Assert.Equal(3, CommandLine.Run(["--version"], TextReader.Null, new Broken(), error));
        Assert.StartsWith("could not run: the paper is out. Set TABLETOP_DEBUG=1", error.ToString());
        Assert.DoesNotContain("   at ", error.ToString());
    }

    private sealed class Broken : StringWriter
    {
        public override void Write(char value) => throw new InvalidOperationException("the paper is out");

        public override void Write(string? value) => throw new InvalidOperationException("the paper is out");
    }

    [Fact]
    public void An_argument_that_begins_with_at_is_no_file_of_arguments() =>
        Assert.DoesNotContain("esponse file", Session.Of("diagnose", "--symptom", "@here all writes fail").Error);
}
