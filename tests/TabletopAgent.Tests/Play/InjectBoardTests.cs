using TabletopAgent.Play;

namespace TabletopAgent.Tests.Play;

public sealed class InjectBoardTests
{
    // The card says 14:10 and is released at 09:32, so 09:32 is its first time and all others move along.
    [Theory]
    [InlineData("At 14:10 UTC writes fail; the deploy was at 13:55 UTC.", "2026-05-04T09:32:20Z", "At 09:32 UTC writes fail; the deploy was at 09:17 UTC.")]
    [InlineData("At 00:05 UTC, after 23:50 UTC", "2026-05-04T00:10:00Z", "At 00:10 UTC, after 23:55 UTC")]
    [InlineData("Index 14:10 has 22 percent", "2026-05-04T09:32:00Z", "Index 14:10 has 22 percent")]
    [InlineData("At 14:10 UTC it breaks.", "2026-05-04T14:10:40Z", "At 14:10 UTC it breaks.")]
    public void Times_of_a_card_move_to_the_evening_that_is_played(string card, string at, string text) =>
        Assert.Equal(text, InjectBoard.Text(card, DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_card_is_waiting_held_skipped_or_released()
    {
        var evening = Evening.Started();
        var board = evening.Session.State.Injects;
        Assert.Equal(1, board.Next!.Number);
        evening.Says("Fay", "/hold");
        evening.Says("Fay", "/skip 2");
        Assert.Equal((InjectState.Held, InjectState.Skipped, InjectState.Waiting), (board[evening.Plan.Injects[0]], board[evening.Plan.Injects[1]], board[evening.Plan.Injects[2]]));
        Assert.Equal(3, board.Next!.Number);
        evening.Says("Fay", "/release");
        Assert.Equal(["write-routes-fail"], evening.Injects);
        Assert.Equal(TimeSpan.Zero, board.First);
    }
}
