using TabletopAgent.Text;

namespace TabletopAgent.Measure;

/// <summary>The answers of one probe and how far they lie apart: by ΔS where all have vectors, else by the edits between their words.</summary>
internal sealed class Answers
{
    private readonly List<Run> _runs;
    private readonly bool _dense;
    private readonly double _bar;
    private readonly List<string>?[] _words;

    /// <param name="runs">In order of paraphrase and seed, which also breaks ties for the medoid.</param>
    public Answers(List<Run> runs, Targets targets)
    {
        _runs = runs;
        var answers = runs.Where(r => r.Error is null && (r.Answer is not null || r.AnswerVec is not null)).ToList();
        _dense = answers.All(r => DeltaS.Between(r.AnswerVec, answers[0].AnswerVec) is not null);
        _bar = _dense ? targets.LambdaAgree : targets.LambdaEdits;
        _words = runs.Select(r => _dense || r.Answer is null ? null : Words.Of(r.Answer)).ToArray();
        Medoid = Middle();
    }

    /// <summary>The run whose answer has the least summed distance to the others; null where every run failed.</summary>
    public int? Medoid { get; }

    /// <summary>Answers like the medoid: both refuse or both do not, and they lie near. At the bar itself ΔS disagrees and edits agree.</summary>
    public bool Agree(int i)
    {
        if (Medoid is not { } m || _runs[i].Error is not null || _runs[i].Refused != _runs[m].Refused) return false;
        var distance = Numbers.Round(Distance(i, m));
        return _dense ? distance < _bar : distance <= _bar;
    }

    /// <summary>Word edits (insert, delete, replace) between two texts, over the length of the longer one: 0 the same, 1 nothing in common.</summary>
    public static double Edits(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        if (a.Count + b.Count == 0) return 0;
        var row = Enumerable.Range(0, b.Count + 1).ToArray();
        for (var i = 1; i <= a.Count; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Count; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return (double)row[b.Count] / Math.Max(a.Count, b.Count);
    }

    private int? Middle()
    {
        (int Run, double Sum)? best = null;
        for (var i = 0; i < _runs.Count; i++)
        {
            if (_runs[i].Error is not null) continue;
            var sum = 0.0;
            for (var j = 0; j < _runs.Count; j++)
                if (j != i && _runs[j].Error is null) sum += Distance(i, j);
            if (best is null || Numbers.Round(sum) < Numbers.Round(best.Value.Sum)) best = (i, sum);
        }

        return best?.Run;
    }

    private double Distance(int i, int j)
    {
        if (i == j) return 0;
        var (a, b) = (_runs[i], _runs[j]);

        // A refusal may be recorded without its words; two of them say the same.
        if (a.Refused && b.Refused && (Wordless(i) || Wordless(j))) return 0;
        return (_dense ? DeltaS.Between(a.AnswerVec, b.AnswerVec) : _words[i] is { } x && _words[j] is { } y ? Edits(x, y) : null) ?? 1;
    }

    private bool Wordless(int i) => _dense ? _runs[i].AnswerVec is null : _words[i] is null;
}
