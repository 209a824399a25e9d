namespace TabletopAgent.Hearing;

/// <summary>
/// A linear support vector machine with squared hinge loss, trained by dual coordinate descent (Hsieh and others, 2008). Only additions,
/// multiplications and divisions in a fixed order, so that every machine learns the same weights.
/// </summary>
internal static class Svm
{
    private const double Cost = 1.0, Good = 0.05;
    private const int MostRounds = 40;

    /// <param name="vectors">Feature ids per example; every feature has the value idf/length.</param>
    /// <param name="lengths">Length of each vector.</param>
    /// <param name="isTrue">Whether the label is true of the example.</param>
    /// <returns>A weight per feature and, last, the bias.</returns>
    public static double[] Train(IReadOnlyList<int[]> vectors, float[] idf, double[] lengths, Func<int, bool> isTrue)
    {
        // Kept as weight × idf while learning: one look-up a feature.
        var weights = new double[idf.Length + 1];
        var squares = Array.ConvertAll(idf, value => (double)value * value);
        var alphas = new double[vectors.Count];
        var signs = new double[vectors.Count];
        for (var i = 0; i < signs.Length; i++) signs[i] = isTrue(i) ? 1 : -1;
        // Every vector has length 1 and the bias adds 1.
        const double diagonal = 1 / (2 * Cost), norm = 2 + diagonal;
        for (var round = 0; round < MostRounds; round++)
        {
            var worst = 0.0;
            for (var k = 0; k < vectors.Count; k++)
            {
                // A stride that shares no factor with the count visits all examples in a mixed order.
                var i = (int)((long)k * Stride(vectors.Count) % vectors.Count);
                var gradient = signs[i] * Dot(weights, vectors[i], lengths[i]) - 1 + diagonal * alphas[i];
                var projected = alphas[i] == 0 ? Math.Min(gradient, 0) : gradient;
                if (projected == 0) continue;
                worst = Math.Max(worst, Math.Abs(projected));
                var before = alphas[i];
                alphas[i] = Math.Max(before - gradient / norm, 0);
                Move(weights, vectors[i], squares, (alphas[i] - before) * signs[i], lengths[i]);
            }

            if (worst < Good) break;
        }

        for (var f = 0; f < idf.Length; f++) weights[f] /= idf[f];
        return weights;
    }

    private static int Stride(int count)
    {
        var stride = (int)(count * 0.618) | 1;
        while (Shared(stride, count) != 1) stride += 2;
        return stride;
    }

    private static int Shared(int a, int b) => b == 0 ? a : Shared(b, a % b);

    private static double Dot(double[] weights, int[] features, double length)
    {
        var sum = 0.0;
        foreach (var f in features) sum += weights[f];
        return sum / length + weights[^1];
    }

    private static void Move(double[] weights, int[] features, double[] squares, double by, double length)
    {
        var step = by / length;
        foreach (var f in features) weights[f] += step * squares[f];
        weights[^1] += by;
    }
}
