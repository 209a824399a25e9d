namespace TrainEmbedder;

/// <summary>What training makes smaller. Each fills the gradients of a batch whose second half are the fellows of the first.</summary>
internal static class Losses
{
    /// <summary>A title belongs to its text and to no other of the batch, and a text to its title.</summary>
    public static double Contrast(Texts texts, int[] sections, double scale, ParallelOptions threads)
    {
        var n = texts.Count / 2;
        var half = n * Recipe.Dim;
        var (titles, bodies) = (texts.Units[..half], texts.Units[half..(2 * half)]);
        var s = new float[n * n];
        Matrix.Dots(titles, n, bodies, n, Recipe.Dim, s, threads);

        // Relative to a cosine of one: nothing overflows, and the pair itself keeps each sum above zero.
        var bySection = Enumerable.Range(0, n).ToLookup(i => sections[i]);
        var (rows, columns) = (new float[n], new float[n]);
        Parallel.For(0, n, threads, i =>
        {
            var row = s.AsSpan(i * n, n);
            foreach (var j in bySection[sections[i]])
                if (j != i) row[j] = float.NegativeInfinity;
            foreach (ref var x in row) x = MathF.Exp((float)scale * (x - 1));
            foreach (var x in row) rows[i] += x;
        });
        const int block = 64;
        Parallel.For(0, (n + block - 1) / block, threads, b =>
        {
            for (var i = 0; i < n; i++)
                for (var j = b * block; j < Math.Min(n, (b + 1) * block); j++) columns[j] += s[(i * n) + j];
        });

        var loss = 0.0;
        for (var i = 0; i < n; i++) loss -= Math.Log(s[(i * n) + i] / rows[i]) + Math.Log(s[(i * n) + i] / columns[i]);
        var by = (float)(scale / (2 * n));
        Parallel.For(0, n, threads, i =>
        {
            var row = s.AsSpan(i * n, n);
            for (var j = 0; j < n; j++) row[j] = by * row[j] * ((1 / rows[i]) + (1 / columns[j]));
            row[i] -= 2 * by;
        });
        Matrix.Mix(s, n, 1, n, bodies, n, Recipe.Dim, texts.Gradients, 0, threads);
        Matrix.Mix(s, 1, n, n, titles, n, Recipe.Dim, texts.Gradients, half, threads);
        return loss / (2 * n);
    }

    /// <summary>The cosine of two fellows is what it should be: mean squared error.</summary>
    public static double Likeness(Texts texts, double[] cosines)
    {
        var n = texts.Count / 2;
        var loss = 0.0;
        for (var i = 0; i < n; i++)
        {
            var error = Matrix.Dot(texts.Unit(i), texts.Unit(n + i)) - cosines[i];
            loss += error * error / n;
            texts.Gradient(i).Clear();
            texts.Gradient(n + i).Clear();
            Matrix.Add(texts.Gradient(i), (float)(2 * error / n), texts.Unit(n + i));
            Matrix.Add(texts.Gradient(n + i), (float)(2 * error / n), texts.Unit(i));
        }

        return loss;
    }
}
