using TabletopAgent.Import.Times;
using static System.FormattableString;

namespace TabletopAgent.Import.Checks;

/// <summary>Compares the lengths of time that a document states with those that its own times give.</summary>
internal static class DurationCheck
{
    private static readonly Mark[] Starts = [Mark.Impact, Mark.Detected, Mark.Declared];
    private static readonly Mark[] Finishes = [Mark.Mitigated, Mark.Resolved];

    public static void Check(Draft draft, IReadOnlyDictionary<Mark, Told> times)
    {
        var failed = new List<Figure>();
        foreach (var figure in draft.Figures.Where(f => f.Firm || f.Kind == "detect"))
            if (Verdict(figure, times) is { } kind)
            {
                if (kind == "basis") Found(draft, "basis", figure, times);
                else failed.Add(figure);
            }

        // One figure in two fields that fits neither was copied, from the other or from another report.
        var copied = failed.FindAll(f => f.Kind is "repair" or "resolve");
        if (copied is [var first, var second] && first.Kind != second.Kind && first.Length.Minutes == second.Length.Minutes && times.ContainsKey(Mark.Mitigated))
        {
            Found(draft, "copy_paste", first, times);
            failed.RemoveAll(copied.Contains);
        }

        foreach (var figure in failed) Found(draft, Code(figure.Kind), figure, times);
    }

    public static bool Fits(Length length, double minutes)
    {
        // "About three hours" is not two hours forty; a figure to the minute is meant to the minute.
        var slack = length.Approx ? Math.Max(5, length.Minutes * 0.1) : length.Grain > 1 ? Math.Min(length.Grain / 2, Math.Max(5, length.Minutes * 0.1)) : 1;
        return Math.Abs(length.Minutes - minutes) < slack + 0.01;
    }

    /// <returns>Null: it fits, or nothing is there to compare with. "basis": it fits only what is not said.</returns>
    private static string? Verdict(Figure figure, IReadOnlyDictionary<Mark, Told> times)
    {
        var pairs = Pairs(figure.Kind, times);
        if (pairs.Count == 0 || pairs.Exists(p => Fits(figure.Length, p.Minutes))) return null;
        if (figure.Kind == "detect") return figure.Kind;
        var hours = SupportHours.In(figure.Said);
        if (pairs.Exists(p => Fits(figure.Length, SupportHours.Between(p.From.Local, p.To.Local, hours)))) return SupportHours.Said(figure.Said) ? null : "basis";
        var others = times.Values.SelectMany(from => times.Values.Where(to => to.Mark > from.Mark && to.Mark >= Mark.Mitigated).Select(to => new Pair(from, to))).ToList();
        return others.Exists(p => Fits(figure.Length, p.Minutes) || Fits(figure.Length, SupportHours.Between(p.From.Local, p.To.Local, hours))) ? "basis" : figure.Kind;
    }

    private readonly record struct Pair(Told From, Told To)
    {
        public double Minutes => (To.Local - From.Local).TotalMinutes;
    }

    private static List<Pair> Pairs(string kind, IReadOnlyDictionary<Mark, Told> times)
    {
        Mark[] to = kind switch
        {
            "detect" => [Mark.Detected],
            "resolve" => [Mark.Resolved],
            "repair" => times.ContainsKey(Mark.Mitigated) ? [Mark.Mitigated] : [Mark.Resolved],
            _ => Finishes,
        };
        var from = kind == "detect" ? [Mark.Impact] : Starts;
        return [.. from.Where(times.ContainsKey).SelectMany(f => to.Where(times.ContainsKey).Select(t => new Pair(times[f], times[t])))];
    }

    private static void Found(Draft draft, string code, Figure figure, IReadOnlyDictionary<Mark, Told> times)
    {
        var given = string.Join(", ", Pairs(figure.Kind, times).Select(p => Invariant($"{p.From.Mark.Word()} to {p.To.Mark.Word()} {Say(p.Minutes)}")));
        draft.Findings.Add(new Contradiction(code, $"{Name(figure.Kind)} is stated as {Say(figure.Length.Minutes)}; the times give {given}.", [figure.Line]));
    }

    private static string Code(string kind) => kind switch { "detect" => "ttd", "repair" => "ttr", "resolve" => "ttres", _ => "duration" };

    private static string Name(string kind) => kind == "duration" ? "the duration" : $"time to {kind}";

    private static string Say(double minutes) => Invariant($"{Math.Truncate(minutes / 60):0}h {Math.Abs(minutes % 60):0}m");
}
