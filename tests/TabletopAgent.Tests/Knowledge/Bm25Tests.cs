using TabletopAgent.Knowledge;
using TabletopAgent.Text;

namespace TabletopAgent.Tests.Knowledge;

public sealed class Bm25Tests
{
    /// <summary>Two documents of two terms, k1 1, b 0: idf ln(1 + 1.5/1.5) = ln 2, and count·2/(count + 1) is 1.</summary>
    [Fact]
    public void Weight_Is_that_worked_by_hand() => Assert.Equal([0.6931, 0], Score(Build(1, 0, "alpha beta", "gamma beta"), "alpha", 2).Select(s => Math.Round(s, 4)));

    [Fact]
    public void Rare_terms_and_short_texts_Count_more()
    {
        var index = Build(1.5, 0.7, "queue queue", "queue stale", "queue alpha beta gamma delta stale");
        Assert.True(Score(index, "stale")[1] > Score(index, "stale")[2]);
        Assert.True(Score(index, "stale")[1] > Score(index, "queue")[1]);
        Assert.Equal(Score(index, "stale"), Score(index, "stale stale"));
    }

    [Fact]
    public void Nothing_in_Nothing_out()
    {
        Assert.Empty(Score(Build(1, 0), "alpha", 0));
        Assert.Equal([0.0], Score(Build(1, 0.5, ""), "alpha", 1));
    }

    [Fact]
    public void Written_Reads_the_same()
    {
        var index = Build(1.2, 0.5, "alpha beta", "gamma");
        using var memory = new MemoryStream();
        using var to = new BinaryWriter(memory);
        index.Write(to);
        to.Flush();
        memory.Position = 0;
        Assert.Equal(Score(index, "beta gamma"), Score(Bm25.Read(new BinaryReader(memory)), "beta gamma"));
    }

    private static Bm25 Build(double k1, double b, params string[] texts)
    {
        var known = new Terms.Known();
        return Bm25.Build([.. texts.Select(t => Terms.Keys(t, known))], k1, b);
    }

    private static double[] Score(Bm25 index, string text, int documents = 3)
    {
        var scores = new double[documents];
        index.Score(Terms.Distinct(text), scores);
        return scores;
    }
}
