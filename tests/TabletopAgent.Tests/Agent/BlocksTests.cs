using FsCheck.Xunit;
using TabletopAgent.Agent;

namespace TabletopAgent.Tests.Agent;

public sealed class BlocksTests
{
    [Theory]
    [InlineData("Writes fail. Queue grows.", "Writes fail. ~Queue grows.")]
    [InlineData("ΔS is 0.66 of 0.45. Rebuild!", "ΔS is 0.66 of 0.45. ~Rebuild!")]
    [InlineData("It waits 42. Then it fails.", "It waits 42. ~Then it fails.")]
    [InlineData("1. Pause it. Wait.\n2. Drain it.", "1. Pause it. Wait.\n~2. Drain it.")]
    [InlineData("- Pause it. Wait.\n- Drain it.", "- Pause it. Wait.\n~- Drain it.")]
    [InlineData("So:\n| a | b |\n|---|---|\n| 1 | 2 |\nDone. Go.", "So:\n~| a | b |\n|---|---|\n| 1 | 2 |\n~Done. ~Go.")]
    [InlineData("```json\n{\"a\": 1}\n\n```\nDone. Go.", "```json\n{\"a\": 1}\n\n```\n~Done. ~Go.")]
    [InlineData("{\"a\": \"}. B\",\n \"b\": [1]}\nDone. Go.", "{\"a\": \"}. B\",\n \"b\": [1]}\n~Done. ~Go.")]
    [InlineData("[struck] so it is. And on.", "[struck] so it is. And on.")]
    [InlineData("Use a page, e.g. secrets-rotation. Then wait.", "Use a page, e.g. secrets-rotation. ~Then wait.")]
    [InlineData("He said \"stop.\" We did.", "He said \"stop.\" ~We did.")]
    [InlineData("one line\n\nanother", "one line\n\n~another")]
    [InlineData("止まった。直った。", "止まった。~直った。")]
    [InlineData("no end", "no end")]
    public void A_block_is_what_can_be_checked_by_itself(string text, string expected) => Assert.Equal(expected.Split('~'), Cut(text, text.Length));

    [Fact]
    public void It_is_not_given_out_before_its_end_is_certain()
    {
        var blocks = new Blocks();
        Assert.Empty(blocks.Add("ΔS is 0."));
        Assert.Empty(blocks.Add("66. "));
        Assert.Equal(["ΔS is 0.66. "], blocks.Add("R"));
    }

    [Property]
    public bool Nothing_is_added_and_nothing_lost(string? text, byte size) => string.Concat(Cut(text ?? "", 1 + size % 7)) == (text ?? "");

    [Property]
    public bool However_it_comes_in_pieces_it_is_cut_alike(string? text, byte size) => Cut(text ?? "", 1 + size % 7).SequenceEqual(Cut(text ?? "", 1));

    private static List<string> Cut(string text, int size)
    {
        var blocks = new Blocks();
        var found = new List<string>();
        for (var at = 0; at < text.Length; at += size) found.AddRange(blocks.Add(text.Substring(at, Math.Min(size, text.Length - at))));
        if (blocks.Rest() is { Length: > 0 } rest) found.Add(rest);
        return found;
    }
}
