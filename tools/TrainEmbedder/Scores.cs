namespace TrainEmbedder;

/// <summary>How good an embedder is, by the public texts that it did not learn from. In per cent, except the correlation.</summary>
/// <param name="Pearson">Of the cosine with what people said about two sentences.</param>
/// <param name="Top1">How often a heading is nearest to its own section, among those held back.</param>
/// <param name="Near">Matched pairs with ΔS at or under 0.45.</param>
/// <param name="Far">Matched pairs with ΔS of 0.60 or more.</param>
/// <param name="Chance">Pairs that do not belong together with ΔS at or under 0.45.</param>
internal sealed record Scores(double Pearson, double Top1, double Near, double Far, double Chance)
{
    private const double Pass = 0.45, Act = 0.60;

    public static Scores Of<T>(Inputs inputs, Func<string, T> embed, Func<T, T, double> cosine)
    {
        var said = inputs.LikenessHeld.Select(j => cosine(embed(j.A), embed(j.B))).ToArray();
        var titles = inputs.Held.Select(h => embed(h.Title)).ToArray();
        var texts = inputs.Held.Select(h => embed(h.Text)).ToArray();
        int top = 0, near = 0, far = 0, chance = 0, strangers = 0;
        for (var i = 0; i < titles.Length; i++)
        {
            var (best, most) = (-1, double.NegativeInfinity);
            for (var j = 0; j < texts.Length; j++)
            {
                var cos = cosine(titles[i], texts[j]);
                if (cos > most) (best, most) = (j, cos);
                if (i == j)
                {
                    if (1 - cos <= Pass) near++;
                    if (1 - cos >= Act) far++;
                }
                else if (inputs.Held[i].Section != inputs.Held[j].Section)
                {
                    strangers++;
                    if (1 - cos <= Pass) chance++;
                }
            }

            if (inputs.Held[best].Text == inputs.Held[i].Text) top++;
        }

        double n = titles.Length;
        return new Scores(Correlation(said, [.. inputs.LikenessHeld.Select(j => j.Score)]), 100 * top / n, 100 * near / n, 100 * far / n, 100.0 * chance / strangers);
    }

    /// <summary>Of two vectors of length one.</summary>
    public static double Cosine(float[] a, float[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    public override string ToString() =>
        FormattableString.Invariant($"sts-dev Pearson {Pearson:0.0000}, heading to section top-1 {Top1:0.0} %, matched ΔS ≤ 0.45 {Near:0.0} %, ≥ 0.60 {Far:0.0} %, random ≤ 0.45 {Chance:0.000} %");

    private static double Correlation(double[] a, double[] b)
    {
        var (ma, mb) = (a.Average(), b.Average());
        double aa = 0, bb = 0, ab = 0;
        for (var i = 0; i < a.Length; i++)
        {
            aa += (a[i] - ma) * (a[i] - ma);
            bb += (b[i] - mb) * (b[i] - mb);
            ab += (a[i] - ma) * (b[i] - mb);
        }

        return ab / Math.Sqrt(aa * bb);
    }
}
