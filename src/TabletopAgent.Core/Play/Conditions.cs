using TabletopAgent.Diagnose;
using TabletopAgent.Exercises;
using TabletopAgent.Facts;
using TabletopAgent.Measure;

namespace TabletopAgent.Play;

/// <summary>Whether the condition of a card holds. It rests on the latest samples, counts and probes, never on words: these would be the cards' own.</summary>
internal static class Conditions
{
    /// <returns>True where it holds for at least one service and for none that it does not.</returns>
    public static bool Hold(Predicate condition, SessionState state)
    {
        var head = state.Current.Where(e => e.Type == "exercise").ToList();
        var counts = state.Current.Where(e => e.Type == "writes").GroupBy(e => e.Text("store")).Select(g => g.Last()).ToList();
        var samples = state.Current.Where(e => e.Type == "sli").GroupBy(e => (e.Service, e.Region)).Select(g => g.Last()).ToList();
        bool? Holds(params IEnumerable<Event> seen)
        {
            List<Event> all = [.. head, .. seen, .. counts, .. state.Standing.Probes];
            return condition.Holds(CaseFacts.Of(Exercise.Fold(all), ProbeBoard.Of(all, state.Targets), [], state.Targets).All.ToLookup(f => f.Name));
        }

        List<bool?> verdicts = samples.Count == 0 ? [Holds()] : [.. samples.Select(s => Holds(s))];
        return verdicts.Contains(true) && !verdicts.Contains(false);
    }
}
