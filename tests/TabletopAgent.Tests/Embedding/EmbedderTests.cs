using System.Runtime.InteropServices;
using System.Security.Cryptography;
using FsCheck;
using FsCheck.Xunit;
using TabletopAgent.Embedding;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Embedding;

public sealed class EmbedderTests
{
    private static readonly Embedder Built = Embedder.Shared;

    [Fact]
    public void A_word_points_where_its_row_points()
    {
        // (3, 4) has length 5.
        var vector = Small.Load(Small.Bytes()).Embed("Queue!");
        Assert.Equal([0f, 0.6f, 0.8f, 0f], vector[..4]);
        Assert.All(vector[3..], x => Assert.Equal(0, x));
        Assert.Equal(-1f, Small.Load(Small.Bytes()).Embed("grows")[^1]);
    }

    [Fact]
    public void A_text_is_the_sum_of_its_words_and_the_beginning_counts_most()
    {
        // 2000 × (3, 4) and, as the second word, 1000 × −5: (6, 8, −5) in thousands, of length √125.
        var vector = Small.Load(Small.Bytes()).Embed("queue grows");
        Assert.Equal([(float)(6 / Math.Sqrt(125)), (float)(8 / Math.Sqrt(125)), (float)(-5 / Math.Sqrt(125))], [vector[1], vector[2], vector[^1]]);
    }

    [Fact]
    public void An_unknown_word_is_the_sum_of_its_parts() => Assert.Equal(1f, Small.Load(Small.Bytes()).Embed("unheard")[3]);

    [Fact]
    public void What_all_vectors_have_in_common_makes_strangers_less_far()
    {
        // One in common and one of its own: length √2. Strangers share half of their length squared: cosine 0.5.
        var embedder = Small.Load(Small.Bytes(common: 1_000_000));
        var (u, v) = (embedder.Embed("queue"), embedder.Embed("grows"));
        Assert.Equal((float)Math.Sqrt(0.5), u[0], 1e-7f);
        Assert.Equal(0.5, DeltaS.Between(Wide(u), Wide(v))!.Value, 6);
        Assert.All(embedder.Embed("..."), x => Assert.Equal(0, x));
    }

    [Fact]
    public void The_sum_of_many_words_does_not_overflow()
    {
        // 200,000 × 4 × 65,535 is far beyond 32 bits; the direction stays (3, 4).
        var vector = Small.Load(Small.Bytes(scale: ushort.MaxValue, half: 1_000_000)).Embed(string.Concat(Enumerable.Repeat("queue ", 200_000)));
        Assert.Equal([0.6f, 0.8f], vector[1..3]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    [InlineData("--- *** ///")]
    [InlineData("🔥🧯")]
    public void A_text_without_words_is_all_zeros_and_its_ΔS_unmeasured(string text)
    {
        Assert.All(Built.Embed(text), x => Assert.Equal(0, x));
        Assert.Null(Stress(text, "queue grows"));
        Assert.Null(Stress(text, text));
    }

    public static TheoryData<string> Odd =>
    [
        "队列增长，延迟上升", "очередь растёт", "הודעות בתור", "キューが伸びる", "हिन्दी में लिखा", "ΔS ≥ 0.60", "e\u0301\u0302\u0303", "a\uD800b",
        "if (x != null) { return x?.Y ?? throw new(); }", "TWFuIGlzIGRpc3Rpbmd1aXNoZWQsIG5vdCBvbmx5IGJ5IGhpcyByZWFzb24sIGJ1dCBieSB0aGlz",
        "\0\u0001nul", new('x', 100_000), "it is", "the the the", "9007199254740993", "192.168.0.1:8080",
    ];

    [Theory]
    [MemberData(nameof(Odd))]
    public void Any_text_with_a_letter_or_digit_has_a_vector_of_length_one(string text)
    {
        var vector = Built.Embed(text);
        Assert.Equal(1, vector.Sum(x => (double)x * x), 5);
        Assert.Equal(0.0, Stress(text, text));
    }

    [Fact]
    public void A_megabyte_has_a_vector()
    {
        var text = string.Concat(Enumerable.Repeat("The queue grows while region A is down; веб 队列 kubectl-9f3. ", 20_000));
        Assert.True(text.Length > 1_000_000);
        Assert.Equal(1, Built.Embed(text).Sum(x => (double)x * x), 5);
    }

    [Property]
    public void ΔS_is_symmetric_within_0_and_1_and_0_for_the_same_text(NonNull<string> a, NonNull<string> b)
    {
        var (x, y) = (a.Get + " queue", "region " + b.Get);
        var stress = Stress(x, y)!.Value;
        Assert.InRange(stress, 0, 1);
        Assert.Equal(stress, Stress(y, x));
        Assert.Equal(0.0, Stress(x, x));
    }

    [Fact]
    public void Threads_change_not_one_bit()
    {
        var texts = Enumerable.Range(0, 500).Select(i => $"region {i} write queue {i * 7919} kube{i}ctl grows").ToArray();
        var alone = texts.Select(Built.Embed).ToArray();
        var together = new float[texts.Length][];
        Parallel.For(0, texts.Length, i => together[i] = Built.Embed(texts[i]));
        Assert.Equal(alone, together);
    }

    [Fact]
    public void A_word_costs_no_memory()
    {
        var into = new float[Built.Dim];
        var text = string.Concat(Enumerable.Repeat("the queue grows while unheardofword waits ", 1000));
        Built.Embed(text, into);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Built.Embed(text, into);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void It_has_a_name_and_a_revision_and_says_who_it_is()
    {
        Assert.Equal($"tabletop-static-{Built.Dim}", Built.Name);
        Assert.Matches("^[0-9a-f]{12}$", Built.Rev);
    }

    /// <summary>A verdict must be the same bytes on every machine. Another model has other bytes: take them from the failure, and say so in the card.</summary>
    [Theory]
    [InlineData("queue depth climbs by 5x", "207199a47874d96c")]
    [InlineData("Write routes in region A return 500 on 22 percent of requests.", "597bb79ef1acd96a")]
    [InlineData("kubectl-x7f9q неизвестно 未知 café", "6e891a7b860c7903")]
    public void The_bytes_of_a_vector_are_these(string text, string hash) =>
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<float>(Built.Embed(text))))[..16]);

    private static double? Stress(string a, string b) => DeltaS.Between(Wide(Built.Embed(a)), Wide(Built.Embed(b)));

    private static double[] Wide(float[] vector) => Array.ConvertAll(vector, x => (double)x);
}
