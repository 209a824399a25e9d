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
        _rows.Add(new ErrorRow(at.UtcTicks, Number(Signature(e, null)), e.Service, Math.Max(0, e.Number("count") ?? 1), e.Seq ?? -1, e.Place));
    }

    /// <summary>Lays the corrected fields over the lines with this number.</summary>
    public void Correct(long seq, Event by)
    {
        for (var i = 0; i < _rows.Count; i++)
        {
            var row = _rows[i];
            if (row.Seq != seq) continue;
            _rows[i] = row with { Signature = Number(Signature(by, _signatures[row.Signature])), Service = by.Service ?? row.Service, Count = by.Number("count") ?? row.Count };
        }
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

    private static string Signature(Event e, string? was)
    {
        var parts = was?.Split('|') ?? ["", "", ""];
        return $"{e.Text("route")?.Trim() ?? string.Join('|', parts[..^2])}|{e.Text("stage") ?? parts[^2]}|{Code(e) ?? parts[^1]}";
    }

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
