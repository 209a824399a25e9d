using TabletopAgent.Diagnose;
using TabletopAgent.Exercises;
using TabletopAgent.Facts;
using TabletopAgent.Measure;

namespace TabletopAgent.Score;

/// <summary>Puts what was measured, diagnosed, prescribed and scored into the report's one shape.</summary>
internal static class ReportBuilder
{
    private const int MostFacts = 40, MostSites = 10, LongestQuote = 160;

    /// <param name="inputsHash">Of the events it rests on.</param>
    public static Report Of(Judgement judged, string inputsHash)
    {
        var (exercise, outcome, diagnosis, prescription, dimensions) = (judged.Exercise, judged.Outcome, judged.Diagnosis, judged.Prescription, judged.Dimensions);
        var (board, overall) = (outcome.Probes, judged.Overall);
        var layers = diagnosis.Suspects.Select(s => Layer(s, diagnosis, prescription, exercise)).ToList();
        var said = judged.Notes.Select(n => new NoteReport(n.Code, n.Word, n.Text, n.Place.File, n.Place.Line > 0 ? n.Place.Line : null)).ToList();

        var status = new Status(
            StatusText.Rto(outcome), StatusText.Rpo(outcome), board.Latest?.DsMedian, board.Latest?.CoverageMedian,
            NextFix.Of(judged), judged.Layer, judged.SecondLayer,
            diagnosis.Suspects.Count > 0 ? diagnosis.Suspects[0].Confidence : "low", [.. prescription.Pages.Select(p => new StatusPage(p.Id, p.Section, p.Url))],
            [.. prescription.Steps.Select(s => s.Text)], [.. prescription.Actions.Select(a => new StatusAction(a.Area, a.Do, a.Proof))], Say(board.Lambda),
            dimensions.ToDictionary(d => d.Key, d => d.Value.Verdict), overall,
            [.. said.Select(n => $"{n.Code} {n.File}{(n.Line is { } line ? $":{line}" : "")}: {n.Text}")], inputsHash);

        return new Report(
            exercise.Head?.Text("id"), overall, status, dimensions,
            new DiagnosisReport(diagnosis.Verdict, diagnosis.Reason, layers, RunnerUp(diagnosis), prescription.Pages, prescription.Steps, prescription.Actions, judged.Ask),
            OutcomeReport.Times(outcome.Measured), DocumentReport.Stated(exercise.Head, outcome.Stated), DocumentReport.Source(exercise.Head), [.. outcome.Services.Select(OutcomeReport.Service)],
            [.. outcome.Stores.Select(OutcomeReport.Store)],
            board.Phases.ToDictionary(p => p.Phase.ToString().ToLowerInvariant(), Phase), OutcomeReport.Comms(outcome.Comms), [.. outcome.Checks.Select(OutcomeReport.Check)],
            [.. diagnosis.Facts.All.Take(MostFacts).Concat(Sites(exercise)).Select(Fact)], [.. judged.Findings], said, inputsHash, judged.Knowledge.Hash, ProgramVersion)
            { Calibration = board.Calibration };
    }

    /// <summary>Regions and colours that people name, each where it is named first. They say where, not what: no rule rests on them.</summary>
    private static IEnumerable<Fact> Sites(Exercise exercise) =>
        exercise.Said.SelectMany(s => TabletopAgent.Facts.Places.Read(s.Text, s.Place, s.At)).DistinctBy(f => $"{f.Name} {f.Word}").Take(MostSites);

    public static string ProgramVersion { get; } = $"tabletop {typeof(Report).Assembly.GetName().Version?.ToString(3)}";

    private static string Say(Measurement lambda) => lambda.Value is { } value ? $"{value:0.####} convergent ({lambda.Verdict.ToString().ToLowerInvariant()})" : "unmeasured";

    private static LayerReport Layer(Suspect suspect, Diagnosis diagnosis, Prescription prescription, Exercise exercise)
    {
        var forIt = suspect.Hits.Select(h => new Evidence($"{Facts(h)}: {h.Rule.Why} [{h.Rule.Id}]", Kind(h.Source), Places(h))).ToList();
        if (diagnosis.Listening is not null && (suspect.Margin > -1 || forIt.Count == 0) && exercise.Said.Count > 0)
        {
            var words = suspect.Words ?? string.Join(" / ", exercise.Said.Select(s => s.Text));
            var place = exercise.Said.FirstOrDefault(s => s.Text.Contains(words, StringComparison.Ordinal)) ?? exercise.Said[0];
            forIt.Add(new Evidence($"“{Short(words)}” sounds like {suspect.Layer} (margin {Math.Round(suspect.Margin, 2):0.00})", "words", place.Place.ToString()));
        }

        var against = diagnosis.Hits.Where(h => diagnosis.Suspects.All(s => s.Layer != h.Rule.Layer))
            .Select(h => new Evidence($"{Facts(h)} speaks for {h.Rule.Layer}: {h.Rule.Why} [{h.Rule.Id}]", Kind(h.Source), Places(h))).ToList();
        var refuted = suspect.Hits.Select(h => h.Rule.RefutedBy).OfType<string>()
            .Concat(suspect.Layer == diagnosis.Layer ? prescription.RefutedBy.Take(2) : []).Distinct().ToList();
        var first = suspect.FirstSeen;
        return new LayerReport(suspect.Layer, suspect.Confidence, first?.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture), forIt, against, refuted);
    }

    private static string Facts(Hit hit) => string.Join(", ", hit.Facts.Select(f => $"{f.Name} {f.Value}"));

    private static string Places(Hit hit) => string.Join(", ", hit.Facts.Select(f => f.Place.ToString()).Distinct());

    private static RunnerUp? RunnerUp(Diagnosis diagnosis)
    {
        if (diagnosis.RunnerUp is not { } next) return null;
        var first = diagnosis.Suspects[0];
        var why = next.Hits.Count > 0
            ? $"{next.Hits[0].Rule.Why} But {(first.Recorded.Any() ? "recorded facts for " + first.Layer + " came earlier or weigh more" : "the words sound more like " + first.Layer)}."
            : first.Recorded.Any() ? $"No recorded fact speaks for {next.Layer}."
            : $"No fact speaks for {next.Layer}, and the words sound less like it (margin {Math.Round(next.Margin, 2):0.00} against {Math.Round(first.Margin, 2):0.00}).";
        return new RunnerUp(next.Layer, why);
    }

    /// <summary>One phase of the probe board as reports publish it.</summary>
    public static PhaseReport Phase(PhaseBoard p) => new(
        p.N, p.DsMedian, p.DsP90, p.DsMax, p.CoverageMedian, p.CoveragePassRate, p.ConvergentRate, p.Embedder, p.Kind, p.Unverified > 0, p.DsReported);

    private static FactReport Fact(Fact f) =>
        new(f.Name, f.Number, f.Word, f.Before, FactNames.Units.GetValueOrDefault(f.Name), Kind(f.Source), f.Place.ToString(), Short(f.Quote));

    private static string Kind(Source source) => source.ToString().ToLowerInvariant();

    private static string Short(string text)
    {
        var one = text.Replace('\n', ' ').Trim();
        return one.Length <= LongestQuote ? one : $"{one[..LongestQuote].TrimEnd()}…";
    }
}
