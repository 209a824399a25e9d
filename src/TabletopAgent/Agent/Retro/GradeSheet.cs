using TabletopAgent.Agent.Tools;
using TabletopAgent.Render;

namespace TabletopAgent.Agent.Retro;

/// <summary>The code's own grade, in the parts that the prompt of notes has places for.</summary>
internal sealed class GradeSheet
{
    public static readonly string[] Fills = ["fence", "scorecard", "why", "next_fix", "measured", "findings"];

    /// <summary>Fills every place with nothing: what stays is the prompt.</summary>
    public static readonly IReadOnlyDictionary<string, string> Nothing = Fills.ToDictionary(f => f, _ => "", StringComparer.Ordinal);

    private readonly IReadOnlyList<(string Name, string Text)> _parts;

    private GradeSheet(IReadOnlyList<(string Name, string Text)> parts) => _parts = parts;

    /// <param name="tokens">All that it may take.</param>
    public static GradeSheet Of(Report report, int tokens)
    {
        var measured = ExerciseTables.Of(report).Where(t => t.Rows.Count > 0).SelectMany(t => t.Rows.Select(r => $"{t.Title}: {string.Join(", ", t.Head.Zip(r, (head, cell) => $"{head} {cell}".Trim()))}"));
        (string Name, string Text)[] parts =
        [
            ("scorecard", ScoreText.Scorecard(report)), ("why", ScoreText.Why(report)), ("next_fix", ScoreText.NextFix(report)),
            ("measured", Lines(measured)), ("findings", Lines(report.Findings.Select(f => $"{f.Kind}: {f.Text}"))),
        ];
        return new GradeSheet([.. parts.Select(p => (p.Name, Tokens.Clip(p.Text, tokens / parts.Length)))]);
    }

    /// <param name="data">Makes a part fit to be sent.</param>
    public IReadOnlyDictionary<string, string> Filled(string fence, Func<string, string, string> data) =>
        _parts.Select(p => (p.Name, Text: data(p.Name, p.Text))).Prepend(("fence", fence)).ToDictionary(StringComparer.Ordinal);

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.DefaultIfEmpty("(none)"));
}
