using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class SpellTests
{
    private static readonly long Noon = new DateTime(2026, 5, 4, 14, 10, 0, DateTimeKind.Utc).Ticks;

    [Fact]
    public void Times_show_seconds_where_there_are_any()
    {
        Assert.Equal(("14:10", "14:10:30"), (Spell.Time(Noon), Spell.Time(Noon + TimeSpan.FromSeconds(30).Ticks)));
        Assert.Equal(("2026-05-04T14:10:00Z", "2026-05-04T14:10:00.25Z", null), (Spell.Instant(Noon), Spell.Instant(Noon + TimeSpan.FromSeconds(0.25).Ticks), Spell.Instant(null)));
    }

    [Fact]
    public void Gates_and_long_lists_are_said_in_words()
    {
        Assert.Equal("ok is false, p95, cache, errors, probes", Spell.Gates(Gate.Ok | Gate.P95 | Gate.Cache | Gate.Errors | Gate.Semantics));
        Assert.Equal("a, b, c and 2 more", Spell.Some(["a", "b", "c", "d", "e"]));
        Assert.Equal("a, b", Spell.Some(["a", "b"]));
    }
}
