using System.Collections;

namespace TabletopAgent.Measure;

/// <summary>The moments of a service, each as the row it stands in and what it broke: all else follows from the row.</summary>
internal sealed class Moments(SampleRows rows, IReadOnlyList<ProbeRound> rounds, ExerciseClock clock) : IReadOnlyList<Moment>
{
    /// <summary>The gates lie in the lowest eight bits; below 0 it is a round of probes.</summary>
    private const int Bits = 8;

    private readonly Portions<long> _all = new();

    public int Count => _all.Count;

    public Moment this[int index]
    {
        get
        {
            var (row, broken) = (_all[index] >> Bits, (Gate)(byte)_all[index]);
            var at = row < 0 ? rounds[(int)~row].At : rows.At((int)row);
            return new Moment(clock.Running(at), at, broken, row < 0 ? Moment.OfProbes : (int)row);
        }
    }

    public void AddSample(int row, Gate broken) => _all.Add((long)row << Bits | (byte)broken);

    public void AddRound(int round, Gate broken) => _all.Add((long)~round << Bits | (byte)broken);

    public void Drop(int last) => _all.Drop(last);

    public IEnumerator<Moment> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
