using Microsoft.Extensions.Time.Testing;
using TabletopAgent.Embedders;

namespace TabletopAgent.Tests.Embedders;

public sealed class ThrottleTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task A_refusal_halves_what_may_be_under_way_and_answers_bring_it_back_one_by_one()
    {
        using var throttle = new Throttle(4, _clock);
        throttle.Refused(TimeSpan.Zero);
        Assert.Equal(2, throttle.Allowed);
        throttle.Refused(TimeSpan.Zero);
        throttle.Refused(TimeSpan.Zero);
        Assert.Equal(1, throttle.Allowed);
        // One answer at one, two at two, three at three.
        var allowed = new List<int>();
        for (var i = 0; i < 7; i++)
        {
            await throttle.EnterAsync(default);
            throttle.Answered();
            throttle.Leave();
            allowed.Add(throttle.Allowed);
        }

        Assert.Equal([2, 2, 3, 3, 3, 4, 4], allowed);
    }

    [Fact]
    public async Task No_more_get_in_than_may()
    {
        using var throttle = new Throttle(4, _clock);
        for (var i = 0; i < 4; i++) await throttle.EnterAsync(default);
        throttle.Refused(TimeSpan.Zero);
        throttle.Leave();
        throttle.Leave();
        // Two are still under way, and two may be: the places of the two that left are gone.
        var third = throttle.EnterAsync(default);
        Assert.False(third.IsCompleted);
        throttle.Leave();
        await third;
        throttle.Leave();
        throttle.Leave();
        // All left; two may come again, and with the next answers more.
        for (var i = 0; i < 2; i++) Assert.True(throttle.EnterAsync(default).IsCompletedSuccessfully);
        var fifth = throttle.EnterAsync(default);
        Assert.False(fifth.IsCompleted);
        for (var i = 0; i < 5; i++) throttle.Answered();
        throttle.Leave();
        await fifth;
        Assert.Equal(4, throttle.Allowed);
        for (var i = 0; i < 2; i++) Assert.True(throttle.EnterAsync(default).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task All_wait_as_long_as_the_server_asked()
    {
        using var throttle = new Throttle(2, _clock);
        throttle.Refused(TimeSpan.FromSeconds(5));
        throttle.Refused(TimeSpan.FromSeconds(1));
        var entering = throttle.EnterAsync(default);
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.False(entering.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await entering;
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_place_to_others()
    {
        using var throttle = new Throttle(1, _clock);
        using var stop = new CancellationTokenSource();
        throttle.Refused(TimeSpan.FromSeconds(5));
        var entering = throttle.EnterAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => entering);
        var next = throttle.EnterAsync(default);
        _clock.Advance(TimeSpan.FromSeconds(5));
        await next;
    }
}
