using TabletopAgent.Hearing;

namespace TabletopAgent.Tests.Hearing;

public sealed class EarTests
{
    private static readonly Lazy<Ear> Toy = new(() => Ear.Learn(Lines.Toy, Lines.Layers));

    [Fact]
    public async Task The_same_lines_are_the_same_bytes_on_one_thread_and_on_many()
    {
        var many = Lines.Bytes(Toy.Value.Write);
        // A scheduler with one place: what would run beside it waits.
        var single = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, 1).ConcurrentScheduler;
        var one = await Task.Factory.StartNew(() => Lines.Bytes(Ear.Learn(Lines.Toy, Lines.Layers).Write), CancellationToken.None, TaskCreationOptions.None, single);
        Assert.Equal(many, one);
    }

    [Theory]
    [InlineData("queue is growing", "queue", "backlog")]
    [InlineData("wrong passages are cited", "index", "chunks")]
    [InlineData("the queue grows and messages wait", "queue", "backlog")]
    public void What_sounds_like_a_layer_is_heard_as_it(string text, string layer, string page)
    {
        var (ear, heard) = (Toy.Value, Toy.Value.Hear(text));
        Assert.Equal(layer, ear.Labels[Array.IndexOf(heard.Layers, heard.Layers.Max())]);
        Assert.Equal(page, ear.Pages[Array.IndexOf(heard.Pages, heard.Pages.Max())]);
        Assert.Equal(heard.Layers, ear.Layers(text));
    }

    [Theory]
    [MemberData(nameof(Lines.Strange), MemberType = typeof(Lines))]
    public void Strange_text_is_heard_in_finite_numbers(string text)
    {
        var heard = Toy.Value.Hear(text);
        Assert.All([.. heard.Layers, .. heard.Tone], m => Assert.True(double.IsFinite(m)));
        Assert.All(heard.Pages, p => Assert.InRange(p, 0, 1.000001));
    }

    [Fact]
    public void What_was_written_hears_the_same()
    {
        using var from = Lines.Reader(Lines.Bytes(Toy.Value.Write));
        var read = Ear.Read(from);
        var (one, other) = (Toy.Value.Hear("queue of wrong answers"), read.Hear("queue of wrong answers"));
        Assert.Equal(Toy.Value.Pages, read.Pages);
        Assert.Equal([.. one.Layers, .. one.Tone, .. one.Pages], [.. other.Layers, .. other.Tone, .. other.Pages]);
    }
}
