using System.Globalization;
using TabletopAgent.Exercises;
using TabletopAgent.Render;
using TabletopAgent.Text;

namespace TabletopAgent.Play;

/// <summary>
/// What people ask. Figures come from the report alone. While the exercise runs, only the facilitator is told the failing layer and the
/// pages: for the others they are what the exercise is about.
/// </summary>
internal static class Questions
{
    private const int Shown = 12, Most = 500;
    private static readonly string[] Counts = ["acked", "present", "replayed", "deduped", "documented_lost", "duplicates"];

    public static Dictionary<string, Func<Turn, SessionReply>> Commands(Func<IReadOnlyList<Event>, Report> judge) => new()
    {
        ["help"] = t => SessionReply.Say(Help(t)),
        ["status"] = t => SessionReply.Say(Status(judge(t.State.Events), Everything(t.State, t.Speaker))),
        ["why"] = t => Why(t, judge(t.State.Events)),
        ["rpo"] = t => SessionReply.Say(Writes(t.State, judge(t.State.Events))),
        ["probes"] = t => SessionReply.Say(Probes(judge(t.State.Events))),
        ["timeline"] = t => SessionReply.Say(Timeline(t)),
        ["clock"] = t => SessionReply.Say(Clock(t.State, t.Now)),
    };

    /// <summary>Whether somebody may hear the answers: the facilitator, and all once the exercise has ended.</summary>
    public static bool Everything(SessionState state, string speaker) => state.Clock.End is not null || state.Roster.RolesOf(speaker).Contains(Plan.Facilitator);

    private static string Help(Turn turn)
    {
        var name = turn.Entry.Text.TrimStart('/').ToLowerInvariant();
        if (name.Length > 0)
        {
            if (CommandForm.Find(name) is { } one) return $"{one}\n  {one.Does}\n  such as: {one.Example}";
            return Words.Nearest(name, CommandForm.All.Select(c => c.Name)) is { } near ? $"There is no /{name}; did you mean /{near}?" : $"There is no /{name}.";
        }

        var open = CommandForm.All.Where(c => Staffing.MayNot(turn.State, turn.Speaker, c) is null).ToList();
        var width = open.Max(c => c.Name.Length) + 1;
        return string.Join('\n', [.. open.Select(c => $"/{c.Name.PadRight(width)} {c.Does}"), "/help COMMAND shows how one is written."]);
    }

    public static string Status(Report report, bool everything)
    {
        var lines = new List<string>
        {
            $"RTO  {report.Status.Rto}", $"RPO  {report.Status.Rpo}",
            $"ΔS median {Wording.Number(report.Status.DeltaSMedian)}, coverage median {Wording.Number(report.Status.CoverageMedian)}, λ {report.Status.Lambda}",
        };
        lines.AddRange(Wording.Dimensions.Where(d => report.Dimensions.ContainsKey(d.Key)).Select(d => $"{d.Name,-9}  {report.Dimensions[d.Key].Verdict,-10}  {report.Dimensions[d.Key].Reason}"));
        lines.Add($"overall    {report.Overall}");
        if (everything)
        {
            lines.Add($"layer      {Wording.Headline(report.Diagnosis)}");
            lines.Add($"next fix   {report.Status.NextFix}");
        }

        return string.Join('\n', lines);
    }

    private static SessionReply Why(Turn turn, Report report)
    {
        var name = turn.Entry.Text.ToLowerInvariant();
        var asked = Wording.Dimensions.Where(d => name.Length == 0 || d.Key == name || d.Key.StartsWith(name, StringComparison.Ordinal)).Where(d => report.Dimensions.ContainsKey(d.Key)).ToList();
        if (asked.Count == 0) return turn.Needs($"\"{turn.Entry.Text}\" is none of {string.Join(", ", Wording.Dimensions.Select(d => d.Key))}.");
        var lines = new List<string>();
        foreach (var (key, title) in asked)
        {
            var d = report.Dimensions[key];
            lines.Add($"{title}: {d.Verdict}, {Wording.Measured(d)}. {d.Reason}");
            if (d.Evidence.Count > 0) lines.Add($"  from {string.Join(", ", d.Evidence.Take(Shown))}{(d.Evidence.Count > Shown ? $" and {d.Evidence.Count - Shown} more" : "")}");
        }

        if (Everything(turn.State, turn.Speaker))
        {
            lines.Add($"Layer: {Wording.Headline(report.Diagnosis)}. {report.Diagnosis.Reason}");
            lines.AddRange(report.Diagnosis.Layers.SelectMany(l => l.For.Select(e => $"  + {e.Text} ({e.Place})")));
            lines.AddRange(report.Diagnosis.Pages.Select(p => $"  open {p.Section}"));
        }

        return SessionReply.Say(string.Join('\n', lines));
    }

    private static string Writes(SessionState state, Report report)
    {
        var lines = new List<string> { $"RPO  {report.Status.Rpo}" };
        var last = state.Current.Where(e => e.Type == "writes").GroupBy(e => e.Text("store") ?? "").ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        foreach (var store in state.Plan.Scenario.Setting.Stores.Union(last.Keys))
            lines.Add(last.TryGetValue(store, out var row)
                ? $"{store}  {string.Join(", ", Counts.Where(n => row.Number(n) is not null).Select(n => $"{n} {Wording.Number(row.Number(n))}"))} (#{row.Seq})"
                : $"{store}  no count yet: /writes {store} acked=… present=…");
        return string.Join('\n', lines);
    }

    private static string Probes(Report report)
    {
        if (report.Probes.Count == 0) return "No probes yet: /probe FILE baseline";
        return string.Join('\n', Wording.Phases.Where(report.Probes.ContainsKey).Select(p => (Name: p, Board: report.Probes[p])).Select(p =>
            $"{p.Name,-8}  {p.Board.N} probes, ΔS {Wording.Number(p.Board.DsMedian)}, coverage {Wording.Number(p.Board.CoverageMedian)}, convergent {Wording.Percent(p.Board.ConvergentRate)}{(p.Board.Unverified ? ", reported, unverified" : "")}"));
    }

    private static string Timeline(Turn turn)
    {
        var count = int.TryParse(turn.Entry.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? Math.Min(n, Most) : Shown;
        var told = Announcement.Of(turn.State.Events).ToList();
        var lines = told.TakeLast(count).Select(e => $"#{e.Entry.Seq,-3} {e.Entry.At?.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}  {e.Line}");
        return string.Join('\n', told.Count > count ? lines.Prepend($"… {told.Count - count} earlier; /timeline {told.Count} shows all") : lines);
    }

    public static string Clock(SessionState state, DateTimeOffset now)
    {
        if (state.Clock.Played(now) is not { } played) return "The clock is not running yet; the facilitator begins with /start.";
        var box = state.Plan.Boxes.LastOrDefault(b => b.From <= played.TotalMinutes && (!b.Extended || state.Injects.Cases.Count > 0));
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"minute {(int)played.TotalMinutes}:{played.Seconds:00} of {state.End}{(state.Clock.Paused ? ", paused" : state.Clock.End is not null ? ", ended" : "")}"),
        };
        if (box is not null) lines.Add($"{box.From}–{box.To}  {box.Text}");
        lines.AddRange(Reminders.RecoveryClocks(state).Select(c =>
            string.Create(CultureInfo.InvariantCulture, $"{c.Service.Service.Name}: {Math.Floor((played - c.Since).TotalMinutes):0} of {c.Target:0} min, {(c.Service.RedSince is not null ? "red" : state.Standing.UnstableSince(c.Service) is null ? "not seen since the inject" : "answers off target")}")));
        return string.Join('\n', lines);
    }
}
