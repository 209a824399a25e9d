using TabletopAgent.Facts;

namespace TabletopAgent.Tests.Facts;

public sealed class PredicateTests
{
    private static Fact Fact(string name, object value, Source source = Source.Measured, bool steady = false) =>
        new(name, value as double?, value as string, source, default, "", Steady: steady);

    private static bool? Holds(string predicate, params Fact[] facts) =>
        (Predicate.Parse(predicate, out var error) ?? throw new ArgumentException(error)).Holds(facts.ToLookup(f => f.Name));

    // t is known to be true, f to be false, u is unknown: Kleene's tables.
    [Theory]
    [InlineData("t = 1", true)]
    [InlineData("f = 1", false)]
    [InlineData("u = 1", null)]
    [InlineData("t = 1 and t = 1", true)]
    [InlineData("t = 1 and f = 1", false)]
    [InlineData("t = 1 and u = 1", null)]
    [InlineData("u = 1 and t = 1", null)]
    [InlineData("f = 1 and u = 1", false)]
    [InlineData("u = 1 and f = 1", false)]
    [InlineData("u = 1 and v = 1", null)]
    [InlineData("f = 1 or t = 1", true)]
    [InlineData("u = 1 or t = 1", true)]
    [InlineData("t = 1 or u = 1", true)]
    [InlineData("f = 1 or u = 1", null)]
    [InlineData("f = 1 or f = 1", false)]
    [InlineData("f = 1 and u = 1 or f = 1", false)]
    [InlineData("f = 1 and f = 1 or t = 1", true)] // and binds before or: the other way round it would be false
    [InlineData("t = 1 or f = 1 and f = 1", true)]
    public void What_is_unknown_stays_unknown_unless_the_rest_decides(string predicate, bool? holds) => Assert.Equal(holds, Holds(predicate, Fact("t", 1.0), Fact("f", 0.0)));

    [Theory]
    [InlineData("x < 0.6", 0.5, true)]
    [InlineData("x < 0.6", 0.6, false)]
    [InlineData("x <= 0.6", 0.6, true)]
    [InlineData("x > 0.6", 0.6, false)]
    [InlineData("x >= 0.60", 0.6, true)]
    [InlineData("x == 0.6", 0.6, true)]
    [InlineData("x != 0.6", 0.6, false)]
    [InlineData("x != 0.6", 0.7, true)]
    [InlineData("x>=-1e-3", -0.001, true)]
    [InlineData("x >= 0.6", 0.59996, true)] // 0.6000 with the four decimals that are shown
    [InlineData("x >= 0.6", 0.59994, false)]
    [InlineData("x <= 0.3", 0.30000000000000004, true)] // 0.1 + 0.2
    public void A_number_is_compared_with_four_decimals(string predicate, double value, bool holds) => Assert.Equal(holds, Holds(predicate, Fact("x", value)));

    [Theory]
    [InlineData("x = mismatch", "mismatch", true)]
    [InlineData("x == mismatch", "mismatch", true)]
    [InlineData("x = mismatch", "equal", false)]
    [InlineData("x != mismatch", "equal", true)]
    [InlineData("x = Mismatch", "mismatch", false)]
    [InlineData("x > 5", "mismatch", false)]
    public void A_word_is_equal_or_it_is_not(string predicate, string word, bool holds) => Assert.Equal(holds, Holds(predicate, Fact("x", word)));

    [Fact]
    public void One_of_several_facts_of_a_name_is_enough() => Assert.True(Holds("x > 5", Fact("x", 1.0), Fact("x", 6.0)));

    [Fact]
    public void It_says_which_facts_it_rests_on()
    {
        var (a, b) = (Fact("a", 1.0), Fact("b", 2.0));
        var restsOn = new List<Fact>();
        Predicate.Parse("a = 9 and b = 2 or a = 1 and b = 2", out _)!.Holds(new[] { a, b }.ToLookup(f => f.Name), restsOn);
        Assert.Equal([a, b], restsOn);
    }

    [Theory]
    [InlineData(Source.Words, true, false)]
    [InlineData(Source.Words, false, true)]
    [InlineData(Source.Reported, true, true)]
    [InlineData(Source.Measured, true, true)]
    public void Words_that_say_steady_make_nothing_hold(object source, bool steady, bool holds) => Assert.Equal(holds, Holds("cpu_pct > 80", Fact("cpu_pct", 85.0, (Source)source, steady)));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("x >")]
    [InlineData("x > 5%")]
    [InlineData("x > 5 and")]
    [InlineData("x => 5")]
    [InlineData("x > 5 AND y > 5")]
    [InlineData("stage > dns")]
    [InlineData("x >= NaN")]
    [InlineData("x < Infinity")]
    public void What_is_no_predicate_says_why(string text)
    {
        Assert.Null(Predicate.Parse(text, out var error));
        Assert.NotEmpty(error!);
    }
}
