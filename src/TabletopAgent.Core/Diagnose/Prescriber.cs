using TabletopAgent.Facts;
using TabletopAgent.Knowledge;

namespace TabletopAgent.Diagnose;

/// <summary>What to open and what to do, each with the page and section it comes from.</summary>
internal sealed record Prescription(IReadOnlyList<PageReference> Pages, IReadOnlyList<StepReport> Steps, IReadOnlyList<ActionReport> Actions, IReadOnlyList<string> RefutedBy);

/// <summary>
/// Takes the minimal fix from the page that leads for each suspected layer: only the steps whose condition is not known to be false, in
/// the page's order, then its actions with their proofs.
/// </summary>
internal static class Prescriber
{
    private const string Home = "https://github.com/onestardao/WFGY/blob/24a97016/";
    private const int MostPages = 4, MostSteps = 8, MostActions = 6;

    public static Prescription Of(Diagnosis diagnosis, IReadOnlyList<(Page Page, double Score)> ranked, KnowledgeBase knowledge)
    {
        if (diagnosis.Suspects.Count == 0) return new Prescription([], [], [], []);
        var facts = diagnosis.Facts.All.ToLookup(f => f.Name, StringComparer.Ordinal);
        var leading = diagnosis.Suspects.Select(s => ranked.Select(r => r.Page).FirstOrDefault(p => p.Layer == s.Layer)).OfType<Page>().ToList();
        var pages = leading.Concat(ranked.Select(r => r.Page).Where(p => diagnosis.Suspects.Any(s => s.Layer == p.Layer))).Distinct().Take(MostPages).ToList();
        if (pages.Count == 0) pages = [.. ranked.Take(MostPages).Select(r => r.Page)];

        var (steps, actions, refuted) = (new List<StepReport>(), new List<ActionReport>(), new List<string>());
        foreach (var page in leading.Count > 0 ? leading : pages.Take(1))
        {
            if (KnowledgeBase.Open(page) is not { } open) continue;
            if (!page.Ours)
            {
                steps.AddRange(FixSteps.Of(open));
                continue;
            }

            var guide = GuideReader.Read(open);
            steps.AddRange(guide.Steps.Where(s => Needed(s.When, facts)).Select(s =>
                new StepReport(s.Text, page.Id, Section(page, "Minimal fix"), s.Before, s.Expect, s.Reversible)));
            actions.AddRange(guide.Actions.Select(a => new ActionReport(a.Area, a.Text, a.Proof ?? "", page.Id, Section(page, "Routing and cache actions"))));
            refuted.AddRange(guide.RefutedWhen.Take(2).Select(r => $"{r.Text} ({page.Id}#checks/refuted-when)"));
        }

        return new Prescription([.. pages.Select(Reference)], [.. steps.Take(MostSteps)], [.. actions.Take(MostActions)], refuted);
    }

    public static PageReference Reference(Page page) =>
        new(page.Id, page.Title, page.Ours ? Section(page, "Minimal fix") : page.Section("")?.Id ?? page.Id, page.Upstream, page.Upstream.Count > 0 ? Home + page.Upstream[0] : null);

    private static string Section(Page page, string heading) => page.Section(heading)?.Id ?? page.Id;

    private static bool Needed(string? when, ILookup<string, Fact> facts) =>
        when is null || Predicate.Parse(when.Trim('`', ' '), out _) is not { } predicate || predicate.Holds(facts) != false;
}
