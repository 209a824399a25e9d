using System.Globalization;
using TabletopAgent.Exercises;
using TabletopAgent.Import;
using TabletopAgent.Render;

namespace TabletopAgent.Cli;

/// <summary>What was understood of a document: its milestones on both clocks, its figures, and where it disagrees with itself.</summary>
internal static class ImportText
{
    public static void Write(Imported imported, TextWriter to, Ink ink)
    {
        to.Write($"\n{ink.Strong($"Stated ({imported.Format})")}\n");
        Column.Write(to, "  clock      ", $"{imported.Stated.Zone.Name} ({imported.Stated.ZoneFrom})");
        foreach (var mark in Marks.All)
            Column.Write(to, $"  {mark.Word(),-10} ", imported.Stated.Times.TryGetValue(mark, out var told)
                ? $"{(told.Approx ? "about " : "")}{told.Local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} ({told.Utc.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture)}), line {told.Line}: {told.Said}"
                : "not stated");
        foreach (var (name, minutes) in new[]
        {
            ("detect", imported.Stated.TimeToDetectMin), ("repair", imported.Stated.TimeToRepairMin), ("resolve", imported.Stated.TimeToResolveMin), ("duration", imported.Stated.DurationMin),
        })
            if (minutes is { } m) Column.Write(to, $"  {name,-10} ", string.Create(CultureInfo.InvariantCulture, $"{m:0.##} min stated"));
        if (imported.Findings.Count == 0) return;
        to.Write($"\n{ink.Strong("Disagrees with itself")}\n");
        foreach (var finding in imported.Findings) Column.Write(to, $"  {finding.Kind}: ", $"{finding.Text} [{string.Join(", ", finding.Evidence)}]");
    }

    /// <summary>The events as they are worth looking at: what the first one carries is shown above in words.</summary>
    public static IReadOnlyList<Event> Shown(Imported imported) =>
        [.. imported.Events.Select(e => e with { Fields = e.Fields.Where(f => f.Key is not ("stated" or "findings" or "from" or "source")).ToDictionary(f => f.Key, f => f.Value) })];
}
