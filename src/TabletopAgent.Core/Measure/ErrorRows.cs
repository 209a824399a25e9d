using TabletopAgent.Exercises;

namespace TabletopAgent.Measure;

/// <summary>One error event, typed and small.</summary>
/// <param name="Signature">Which error class, as <see cref="ErrorRows.Signatures"/> numbers them.</param>
internal readonly record struct ErrorRow(long At, int Signature, string? Service, double Count, long Seq, Place Place);

/// <summary>All errors of a log. A class of errors is its signature: route, stage and code.</summary>
internal sealed class ErrorRows
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _signatures = [];
    private readonly List<ErrorRow> _rows = [];

    public IReadOnlyList<string> Signatures => _signatures;

    /// <summary>In order of arrival.</summary>
    public IReadOnlyList<ErrorRow> Rows => _rows;

    public void Add(Event e)
    {
        if (e.At is not { } at) return;
        _rows.Add(Row(e, at.UtcTicks));
    }

    /// <summary>Lays corrections over the errors with this number.</summary>
    public void Correct(long seq, Corrections corrections)
    {
        for (var i = 0; i < _rows.Count; i++)
            if (_rows[i].Seq == seq) _rows[i] = Row(corrections.Apply(Event(_rows[i])), _rows[i].At);
    }

    private ErrorRow Row(Event e, long at) => new(at, Number(Signature(e)), e.Service, Math.Max(0, e.Number("count") ?? 1), e.Seq ?? -1, e.Place);

    /// <summary>An error as it stood in the log, as far as it is measured.</summary>
    private Event Event(ErrorRow row)
    {
        var parts = _signatures[row.Signature].Split('|');
        return Exercises.Event.Of(
            "error", row.Place, ("route", string.Join('|', parts[..^2])), ("stage", parts[^2]), ("code", parts[^1]), ("service", row.Service), ("count", row.Count)) with { Seq = row.Seq };
    }

    /// <summary>The stage of a signature: dns, connect, tls, headers, body or tool.</summary>
    public static string Stage(string signature) => signature.Split('|') is [.., var stage, _] ? stage : "";

    /// <summary>A signature somebody wrote into a baseline, spelled as ours.</summary>
    public static string Normal(string signature)
    {
        var parts = signature.Split('|');
        if (parts.Length < 3) return signature.Trim();
        // A route may itself hold a bar; stage and code do not.
        return $"{string.Join('|', parts[..^2]).Trim()}|{parts[^2].Trim().ToLowerInvariant()}|{parts[^1].Trim()}";
    }

    private static string Signature(Event e) => $"{e.Text("route")?.Trim()}|{e.Text("stage")}|{Code(e)}";

    /// <summary>500 and "500" are one code.</summary>
    private static string? Code(Event e) => e.Fields.TryGetValue("code", out var code) ? ProbeFields.Plain(code)?.Trim() ?? code.GetRawText() : null;

    private int Number(string signature)
    {
        if (_numbers.TryGetValue(signature, out var number)) return number;
        _numbers[signature] = _signatures.Count;
        _signatures.Add(signature);
        return _signatures.Count - 1;
    }
}
