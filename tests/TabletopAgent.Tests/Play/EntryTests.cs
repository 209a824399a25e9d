using TabletopAgent.Play;

namespace TabletopAgent.Tests.Play;

public sealed class EntryTests
{
    [Fact]
    public void Parts_are_found_by_name()
    {
        var entry = Read("/decide go | owner: Dana | Runbook=region-failover-drills", out _)!;
        Assert.Equal(("go", "Dana", "region-failover-drills"), (entry.Text, entry["owner"], entry["runbook"]));
    }

    [Fact]
    public void Where_no_part_is_expected_a_bar_is_text() => Assert.Equal("a | owner b", Read("/note a | owner b", out _)!.Text);

    [Theory]
    [InlineData("/decide go | runbok x", "TT683", "runbook")]
    [InlineData("/decide go | colour x", "TT683", "owner, runbook")]
    [InlineData("/decide go | owner", "TT682", "empty")]
    [InlineData("/decide go | owner a | owner b", "TT682", "twice")]
    public void A_wrong_part_is_said(string line, string code, string said)
    {
        Assert.Null(Read(line, out var wrong));
        Assert.Equal(code, wrong!.Code);
        Assert.Contains(said, wrong.Text);
    }

    private static Entry? Read(string line, out Note? wrong)
    {
        var command = Command.Parse(line)!;
        return Entry.Read(command, CommandForm.Find(command.Name)!, new Place("test"), out wrong);
    }
}
