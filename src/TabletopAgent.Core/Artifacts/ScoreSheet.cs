using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TabletopAgent.Measure;
using TabletopAgent.Render;

namespace TabletopAgent.Artifacts;

/// <summary>The scorecard to hand round: as a document, and as JSON for programs.</summary>
internal static class ScoreSheet
{
    public static Document Of(Material m) => new($"Scorecard: {m.Title}",
    [
        Pieces.Cover(m),
        new Headline("Overall", m.Report.Overall),
        new Paragraph($"RTO {m.Report.Status.Rto}; RPO {m.Report.Status.Rpo}."),
        Pieces.Dimensions(m.Report),
        new Paragraph($"Next fix: {m.Report.Status.NextFix}"),
        .. ExerciseTables.Of(m.Report).SelectMany(t => Pieces.Section(t.Title, t.Head, t.Rows)),
        .. Pieces.Section("Probes", PhaseTable.Head, [.. PhaseTable.Rows(m.Report.Probes)]),
        .. Pieces.Section("Error budget", Pieces.BudgetHead, Pieces.Budgets(m)),
        .. Pieces.Pictures(m),
        .. Pieces.Improvements(ActionItems.Of(m), "Action items"),
        new Heading("By what it is known again"),
        new Bullets([$"root hash of the log: {m.Root ?? "none, it is not chained"}", $"inputs: {m.Report.InputsHash}", $"knowledge: {m.Report.KnowledgeHash}", m.Report.Program]),
    ]);

    public static string Json(Material m)
    {
        var r = m.Report;
        return JsonText.Of(
            new ScorecardFile(
                r.Id, m.Title, m.Head?.Text("team"), m.Head?.Text("tier"), m.Date, r.Overall, r.Status.Rto, r.Status.Rpo, r.Dimensions, r.Status.NextFix, r.Times, r.Services, r.Stores, r.Comms, r.Checks,
                [.. m.Budgets.Select(b => new BudgetLine(b.Service, b.Region, b.SloPct, b.Allowed, b.Measured, b.Lost, b.Burned * 100, b.Missing, ErrorBudget.Formula))],
                [.. ActionItems.Of(m).Select(a => new ActionLine(a.Text, a.From, a.Owner, a.Proposed, a.Due))], m.Root, r.InputsHash, r.KnowledgeHash, r.Program),
            ScoreContext.Plain.ScorecardFile, TabletopAgent.Json.Indented) + "\n";
    }
}

/// <param name="Rto">Of the worst service, as the status says it.</param>
/// <param name="RootHash">Null where the log is not chained.</param>
internal sealed record ScorecardFile(
    string? Id, string Title, string? Team, string? Tier, string? Date, string Overall, string Rto, string Rpo, IReadOnlyDictionary<string, Dimension> Dimensions, string NextFix, TimesReport Times,
    IReadOnlyList<ServiceReport> Services, IReadOnlyList<StoreReport> Stores, CommsReport Comms, IReadOnlyList<CheckReport> Checks, IReadOnlyList<BudgetLine> ErrorBudget,
    IReadOnlyList<ActionLine> ActionItems, string? RootHash, string InputsHash, string KnowledgeHash, string Program);

/// <param name="BurnedPct">100 is all of it; null where it is not measured.</param>
/// <param name="Unmeasured">What would measure it; null where it is.</param>
/// <param name="Formula">Id of the formula in <c>docs/formulas.md</c>.</param>
internal sealed record BudgetLine(
    string Service, string? Region, double? SloPct, double? BudgetMin, double MeasuredMin, double? LostMin, double? BurnedPct, string? Unmeasured, string Formula);

/// <param name="Owner">As written down; null: to confirm, perhaps with the one proposed.</param>
internal sealed record ActionLine(string Text, string From, string? Owner, string? ProposedOwner, string? Due);

/// <summary>How the scorecard becomes JSON, worked out at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(FourDecimals)])]
[JsonSerializable(typeof(ScorecardFile))]
internal sealed partial class ScoreContext : JsonSerializerContext
{
    public static ScoreContext Plain => s_plain ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static ScoreContext? s_plain;
}
