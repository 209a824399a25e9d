using TabletopAgent.Render;

namespace TabletopAgent.Artifacts;

/// <summary>The data owner's hand-over: how the counts of each store moved, what was replayed and rebuilt, and which index answered.</summary>
internal static class BackfillReport
{
    private static readonly string[] Areas = ["queue", "index"];
    private static readonly string[] Counts = ["acked", "present", "replayed", "deduped", "documented_lost", "duplicates"];
    private static readonly string[] Identity = ["index_family", "embed_model", "retriever_metric", "analyzer", "color"];

    public static Document Of(Material m)
    {
        var stores = m.Report.Stores.Select(s => new[]
        {
            s.Store, Wording.Number(s.Unaccounted), Wording.Number(s.Replayed), Wording.Number(s.Deduped), Wording.Number(s.DocumentedLost), s.DataAgeMin is { } age ? $"{Wording.Number(age)} min" : "–", s.Verdict,
        }).ToList();
        var counts = m.Of("writes").Select(e => (string?[])[Material.Time(e), e.Text("store"), .. Counts.Select(c => Wording.Number(e.Number(c))), Material.Place(e)]).ToList();
        var work = m.Of("change").Where(e => Areas.Contains(e.Text("area")))
            .Select(e => new[] { Material.Time(e), e.Text("area"), e.Text("what"), Material.Said(e, "before"), Material.Said(e, "after"), e.Text("proof") ?? "no proof recorded", Material.Place(e) }).ToList();
        return new Document($"Backfill report: {m.Title}",
        [
            Pieces.Cover(m),
            new Paragraph($"RPO {m.Report.Status.Rpo}. unaccounted = acked − (present + replayed + deduped + documented lost)."),
            .. Pieces.Section("Stores, as last counted", ["store", "unaccounted", "replayed", "deduped", "documented lost", "data age", "verdict"], stores),
            .. Pieces.Section("Counts over time", ["time (UTC)", "store", "acked", "present", "replayed", "deduped", "documented lost", "duplicates", "log"], counts),
            .. Pieces.Section("Queues drained, indexes rebuilt", ["time (UTC)", "area", "what", "before", "after", "proof", "log"], work),
            .. Pieces.Section("The index that answered", ["phase", "probes", "index", "model", "metric", "analyzer", "colour"], Indexes(m)),
            .. counts.Count + work.Count == 0 ? [new Paragraph("Neither counts of writes nor changes of a queue or an index are in the log.")] : Array.Empty<Part>(),
        ]);
    }

    private static IReadOnlyList<string?[]> Indexes(Material m) =>
    [
        .. m.Of("probe").GroupBy(e => (Phase: e.Text("phase") ?? "post", Index: string.Join('\n', Identity.Select(f => e.Text(f) ?? "–"))))
            .OrderBy(g => Array.IndexOf(Wording.Phases, g.Key.Phase)).Select(g => (string?[])[g.Key.Phase, Wording.Number(g.Count()), .. g.Key.Index.Split('\n')]),
    ];
}
