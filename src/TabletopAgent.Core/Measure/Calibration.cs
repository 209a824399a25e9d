namespace TabletopAgent.Measure;

/// <summary>Right pairs against random ones, for the embedder in use: 0.45 of one embedder is not 0.45 of another.</summary>
internal static class Calibration
{
    private const int Bins = 20;

    /// <returns>Null under the number of probes that it takes.</returns>
    public static CalibrationReport? Of(IEnumerable<Probe> probes, Targets targets)
    {
        var pairs = RightPair.Of(probes);
        return pairs.Count < targets.CalibrateProbes ? null : Of(pairs, targets);
    }

    /// <param name="pairs">Of one embedder, at least two of different sections.</param>
    public static CalibrationReport? Of(IReadOnlyList<RightPair> pairs, Targets targets)
    {
        var matched = new double[pairs.Count];
        var shuffled = new List<double>(pairs.Count * pairs.Count);
        for (var i = 0; i < pairs.Count; i++)
        {
            matched[i] = pairs[i].DeltaS(pairs[i]);
            for (var j = 0; j < pairs.Count; j++)
                if (pairs[i].Elsewhere(pairs[j])) shuffled.Add(pairs[i].DeltaS(pairs[j]));
        }

        if (shuffled.Count == 0) return null;
        Array.Sort(matched);
        var random = shuffled.ToArray();
        Array.Sort(random);

        // So many of each may lie on the wrong side of its bar.
        var pass = Numbers.Round(random[(int)(targets.CalibratedRandom * random.Length)]);
        var act = Numbers.Round(matched[matched.Length - 1 - (int)(targets.CalibratedMatched * matched.Length)]);
        var (right, floor) = (Numbers.Round(Middle(matched)), Numbers.Round(Middle(random)));
        var (passes, kept) = (Numbers.Round(AtOrUnder(random, targets.DeltaSPass)), Numbers.Round(AtOrUnder(matched, targets.DeltaSPass)));
        return new CalibrationReport(
            pairs[0].Model, matched.Length, random.Length, right, floor, Numbers.Round(Auc(matched, random)), new BarsReport(targets.DeltaSPass, targets.DeltaSAct),
            new BarsReport(pass, act), passes, kept, targets.Calibrated > 0 ? "calibrated" : "raw", Warning(passes, right, targets), Shares(matched), Shares(random));
    }

    /// <summary>The bars of ΔS in force: the house's, unless the targets say calibrated and the embedder behind the probes is.</summary>
    public static Targets InForce(Targets targets, CalibrationReport? measured, string? model, Place place, List<Note> notes)
    {
        if (targets.Calibrated <= 0) return targets;
        var bars = measured is not null && measured.Embedder == model ? measured.Calibrated : BuiltIn.Calibrated(model);
        // What passes needs no rebuild, even where right pairs lie so near that the act bar would be the lower one.
        if (bars is not null) return targets with { DeltaSPass = bars.Pass, DeltaSAct = Math.Max(bars.Pass, bars.Act) };
        notes.Add(Notes.NotCalibrated(place, targets.CalibrateProbes, targets.DeltaSPass, targets.DeltaSAct));
        return targets;
    }

    private static string? Warning(double passes, double right, Targets targets)
    {
        var bar = Numbers.Show(targets.DeltaSPass);
        var said = new List<string>();
        if (passes > targets.CalibratedRandom) said.Add($"{bar} would pass {Numbers.Show(100 * passes)} % of random pairs");
        if (right > targets.DeltaSPass) said.Add($"{bar} would fail right ones: half of them lie at or above {Numbers.Show(right)}");
        return said.Count == 0 ? null : $"With this embedder {string.Join("; ", said)}.";
    }

    /// <summary>The share of (right, random) in which the right one is nearer; a tie counts half.</summary>
    private static double Auc(double[] matched, double[] random)
    {
        long nearer = 0, tied = 0;
        foreach (var value in matched)
        {
            var (under, upTo) = (Count(random, value, false), Count(random, value, true));
            nearer += random.Length - upTo;
            tied += upTo - under;
        }

        return (nearer + tied / 2.0) / ((double)matched.Length * random.Length);
    }

    private static double AtOrUnder(double[] sorted, double bar) => (double)Count(sorted, bar, true) / sorted.Length;

    /// <summary>How many of the sorted values lie under the bar, or at it too.</summary>
    private static int Count(double[] sorted, double bar, bool at)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < bar || at && sorted[middle] == bar) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static double Middle(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    private static double[] Shares(double[] values)
    {
        var shares = new double[Bins];
        foreach (var value in values) shares[Math.Min(Bins - 1, (int)(value * Bins))]++;
        for (var i = 0; i < Bins; i++) shares[i] = Numbers.Round(shares[i] / values.Length);
        return shares;
    }
}
