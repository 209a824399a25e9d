namespace TrainEmbedder;

/// <summary>From nothing to a table: batches of headings with their sections, and after each a batch of compared sentences.</summary>
internal sealed class Training
{
    private readonly Corpus _corpus;
    private readonly Table _table;
    private readonly Texts _texts;
    private readonly ParallelOptions _threads;
    private readonly Dice _dice = new(Recipe.Seed + 1000);
    private readonly int[] _pairs, _likeness;
    private int _nextLikeness;

    private Training(Corpus corpus, ParallelOptions threads)
    {
        (_corpus, _threads) = (corpus, threads);
        _table = new Table(corpus, threads);
        _texts = new Texts(_table, threads);
        (_pairs, _likeness) = ([.. Enumerable.Range(0, corpus.Pairs.Length)], [.. Enumerable.Range(0, corpus.Likeness.Length)]);
        _nextLikeness = _likeness.Length;
    }

    /// <summary>Every sum is made in one order by one thread, and all chance comes from one seed: more threads only make it faster.</summary>
    public static Table Run(Corpus corpus, int threads, Action<string> say)
    {
        var training = new Training(corpus, new ParallelOptions { MaxDegreeOfParallelism = threads });
        var batches = corpus.Pairs.Length / Recipe.Batch;
        for (var epoch = 0; epoch < Recipe.Epochs; epoch++)
        {
            training._dice.Shuffle(training._pairs);
            var (contrast, likeness) = (0.0, 0.0);
            for (var b = 0; b < batches; b++)
            {
                var done = ((double)(epoch * batches) + b) / (Recipe.Epochs * batches);
                contrast += training.Headings(training._pairs.AsSpan(b * Recipe.Batch, Recipe.Batch), done) / batches;
                likeness += training.Sentences(Between(Recipe.LikenessRate, Recipe.LastLikenessRate, done)) / batches;
                if (done >= Recipe.AverageFrom && b % Recipe.AverageEvery == 0) training._table.Remember();
            }

            say(FormattableString.Invariant($"pass {epoch + 1} of {Recipe.Epochs}: contrast {contrast:0.000}, likeness {likeness:0.0000}"));
        }

        training._table.TakeAverage();
        return training._table;
    }

    private static double Between(double first, double last, double done) => first + ((last - first) * done);

    private double Headings(ReadOnlySpan<int> batch, double done)
    {
        _texts.Clear();
        foreach (var i in batch) _texts.Add(_corpus.Pairs[i].Title, _dice, Recipe.Drop);
        var sections = new int[batch.Length];
        for (var i = 0; i < batch.Length; i++)
        {
            var pair = _corpus.Pairs[batch[i]];
            _texts.Add(Some(pair.Text), _dice, Recipe.Drop);
            sections[i] = pair.Section;
        }

        _texts.Forward();
        var loss = Losses.Contrast(_texts, sections, Between(Recipe.Scale, Recipe.LastScale, done), _threads);
        _texts.Backward(Between(Recipe.Rate, Recipe.LastRate, done), Recipe.WeightRate);
        return loss;
    }

    private double Sentences(double rate)
    {
        var batch = new Likeness[Recipe.LikenessBatch];
        for (var i = 0; i < batch.Length; i++)
        {
            if (_nextLikeness == _likeness.Length)
            {
                _dice.Shuffle(_likeness);
                _nextLikeness = 0;
            }

            batch[i] = _corpus.Likeness[_likeness[_nextLikeness++]];
        }

        _texts.Clear();
        foreach (var likeness in batch) _texts.Add(likeness.A, _dice, Recipe.DropLikeness);
        foreach (var likeness in batch) _texts.Add(likeness.B, _dice, Recipe.DropLikeness);
        _texts.Forward();
        var loss = Losses.Likeness(_texts, [.. batch.Select(l => l.Cosine)]);
        _texts.Backward(rate, rate);
        return loss;
    }

    private ReadOnlySpan<int> Some(int[] text)
    {
        if (_dice.Unit() >= Recipe.RandomRun) return text.AsSpan(0, Math.Min(text.Length, Recipe.SectionWords));
        var length = Math.Min(text.Length, Recipe.ShortestRun + _dice.Below(Recipe.SectionWords));
        return text.AsSpan(_dice.Below(text.Length - length + 1), length);
    }
}
