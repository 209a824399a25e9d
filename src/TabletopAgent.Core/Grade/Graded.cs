using System.Text.Json.Serialization;
using TabletopAgent.Score;

namespace TabletopAgent.Grade;

/// <summary>What one exercise or incident counts for among many: all that a summary needs, so that its report need not be kept.</summary>
/// <param name="File">As it was named on the command line; archive!entry inside an archive.</param>
/// <param name="Line">Where it begins in a document that holds several.</param>
/// <param name="Format">event log, or the form it was imported from.</param>
/// <param name="Date">UTC, of its first event with a time.</param>
/// <param name="Dimensions">In the order of the scorecard.</param>
internal sealed record Graded(
    string File, int? Line, string Format, string? Id, string? Title, string? Team, string? Tier, string? Date, long Events, string Overall,
    IReadOnlyList<GradedDimension> Dimensions, string Diagnosis, string? Layer, string? SecondLayer, string NextFix, IReadOnlyList<GradedService> Services,
    IReadOnlyList<GradedStore> Stores, int Updates, int WindowsMissed, int ChecksHeld, int ChecksPlayed, IReadOnlyList<GradedFinding> Findings, int Errors, int Warnings)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelNote? ModelNote { get; init; }

    /// <summary>Its file, and the line where one file holds several.</summary>
    [JsonIgnore]
    public string Where => Line is { } line ? $"{File}:{line}" : File;

    /// <summary>How many of the six dimensions are measured.</summary>
    [JsonIgnore]
    public int Evidence => Dimensions.Count(d => d.Verdict != "unmeasured");

    /// <summary>Whether the dimensions that were asked for pass; all six where none were named.</summary>
    public bool Passes(IReadOnlyList<string> required) => Dimensions.All(d => d.Verdict == "pass" || required.Count > 0 && !required.Contains(d.Name, StringComparer.Ordinal));

    public string Verdict(string dimension) => Dimensions.FirstOrDefault(d => d.Name == dimension)?.Verdict ?? "unmeasured";

    public static Graded Of(Judgement judged, string file, int? line, string format, Cover cover)
    {
        var (outcome, notes) = (judged.Outcome, judged.Notes.ToList());
        return new Graded(
            file, line, format, judged.Exercise.Head?.Text("id"), cover.Title, cover.Team, cover.Tier, cover.Date, cover.Events, judged.Overall,
            [.. judged.Dimensions.Select(d => new GradedDimension(d.Key, d.Value.Verdict, Round(d.Value.Value), d.Value.Unit, Round(d.Value.Target), d.Value.Reason))],
            judged.Diagnosis.Verdict, judged.Layer, judged.SecondLayer, Score.NextFix.Of(judged),
            [.. outcome.Services.Select(s => new GradedService(s.Service, s.Tier, Round(s.Minutes), OutcomeReport.Word(s.Verdict)))],
            [.. outcome.Stores.Select(s => new GradedStore(s.Store, Round(s.Unaccounted), Round(s.DataAge), OutcomeReport.Word(s.Verdict)))],
            outcome.Comms.Updates, outcome.Comms.Missed.Count, outcome.Checks.Count(c => c.Held is true), outcome.Checks.Count(c => c.Held is not null),
            [.. judged.Findings.Select(f => new GradedFinding(f.Id, f.Kind, f.Text))], notes.Count(n => n.Severity == Severity.Error), notes.Count(n => n.Severity == Severity.Warning));
    }

    /// <summary>As it is written, so that a grade read back is the grade that was given.</summary>
    private static double? Round(double? value) => value is { } v ? Math.Round(v, 4) : null;
}

internal sealed record GradedDimension(string Name, string Verdict, double? Value, string? Unit, double? Target, string Reason);

internal sealed record GradedService(string Name, string Tier, double? RtoMin, string Verdict);

internal sealed record GradedStore(string Store, double? Unaccounted, double? DataAgeMin, string Verdict);

internal sealed record GradedFinding(string Id, string Kind, string Text);

/// <summary>What the first lines of a log say about it, beside what is measured.</summary>
internal sealed record Cover(string? Title, string? Team, string? Tier, string? Date, long Events);
