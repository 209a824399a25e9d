using TabletopAgent.Hearing;

namespace TabletopAgent.Tests.Hearing;

public sealed class SvmTests
{
    // Feature 0 says yes, feature 1 says no, feature 2 says nothing.
    private static readonly int[][] Vectors = [[0], [0, 2], [1], [1, 2], [0], [1]];
    private static readonly float[] Idf = [1, 1, 1];
    private static readonly double[] Lengths = [1, Math.Sqrt(2), 1, Math.Sqrt(2), 1, 1];

    private static double[] Train() => Svm.Train(Vectors, Idf, Lengths, i => Vectors[i][0] == 0);

    [Fact]
    public void A_separable_set_is_separated()
    {
        var weights = Train();
        for (var i = 0; i < Vectors.Length; i++)
        {
            var margin = Vectors[i].Sum(f => weights[f] * Idf[f]) / Lengths[i] + weights[^1];
            Assert.Equal(Vectors[i][0] == 0, margin > 0);
        }

        Assert.True(weights[0] > 0 && weights[1] < 0 && Math.Abs(weights[2]) < weights[0] / 4);
    }

    [Fact]
    public void The_same_lines_are_the_same_weights_to_the_last_bit() => Assert.Equal(Train().Select(BitConverter.DoubleToInt64Bits), Train().Select(BitConverter.DoubleToInt64Bits));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_answer_only_is_learned_as_that_answer(bool answer) => Assert.Equal(answer, Svm.Train(Vectors, Idf, Lengths, _ => answer)[^1] > 0);

    [Fact]
    public void Nothing_to_learn_from_is_no_weights() => Assert.All(Svm.Train([], Idf, [], _ => true), w => Assert.Equal(0, w));
}
