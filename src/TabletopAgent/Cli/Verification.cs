using System.Text;
using System.Text.Json;
using TabletopAgent.Exercises;
using TabletopAgent.Measure;

namespace TabletopAgent.Cli;

/// <summary>Something a log records of its run, beside what it is verified with.</summary>
/// <param name="Recorded">Null where the log does not say.</param>
/// <param name="Used">Null where the program has none.</param>
internal sealed record Provenance(string? Recorded, string? Used)
{
    public bool? Same => Recorded is null ? null : Recorded == Used;
}

/// <summary>What a log is worth as evidence: whether it is as it was written, and whether it comes to what was reported of it.</summary>
/// <param name="Lines">Lines of its chain; 0 where it has none.</param>
/// <param name="Root">The hash of the last of them.</param>
/// <param name="Covered">Whether a root was given, so that the end is covered too.</param>
/// <param name="Stored">The report found beside the log; null where there is none.</param>
internal sealed record Verification(
    string File, int Events, long Lines, string Root, bool Covered, string InputsHash, string? Stored, Provenance Knowledge, Provenance Embedder, IReadOnlyList<Note> Notes)
{
    /// <summary>Not chained is unmeasured, and unmeasured does not pass.</summary>
    public string Verdict => Notes.Any(n => n.Severity == Severity.Error) ? "fail" : Lines == 0 ? "unmeasured" : "pass";

    /// <param name="read">What reading the log had to say.</param>
    public static Verification Of(Recount recount, IReadOnlyList<Note> read, ChainCheck chain, bool covered)
    {
        // Of the numbering the chain says more.
        var (file, head, knowledge) = (recount.File, recount.Head, recount.Knowledge);
        var notes = new List<Note>([.. recount.Settings.Notes, .. read.Where(n => n.Code is not ("TT110" or "TT111" or "TT112" or "TT113")), .. chain.End()]);
        recount.Hear(notes);
        var (first, report) = recount.Once(read);
        if (recount.Again(read) != first) notes.Add(TabletopAgent.Notes.OtherReport(new Place(file), "recomputed twice, it gave two reports; this is a fault of the program"));

        var used = new Provenance(head?.Text("knowledge"), knowledge.Hash);
        if (used.Same == false)
            notes.Add(TabletopAgent.Notes.OtherThan(head!.Place, "knowledge", used.Recorded!, knowledge.Hash, "Give the folder it was run with: --knowledge DIR."));

        var recorded = head is not null && head.Fields.TryGetValue("embedder", out var named) ? Vectors.Model(named) : null;
        var own = BuiltIn.Get(new Place(file), notes) is { } inside ? BuiltIn.Model(inside) : "none";
        // Vectors in the log are compared with nobody's: they count as they stand.
        var embedder = new Provenance(recorded, recount.HasVectorsOf(recorded) ? recorded : recount.Outside?.Model ?? own);
        if (embedder.Same == false)
            notes.Add(TabletopAgent.Notes.OtherThan(head!.Place, "embedder", embedder.Recorded!, embedder.Used!, "ΔS from text is compared within one embedder only; verify it with the one of that day."));

        var stored = recount.Stored;
        if (stored is not null && Differs(stored, [first, recount.Beside(read)], report, embedder) is { } why) notes.Add(TabletopAgent.Notes.OtherReport(new Place(stored), why));
        return new Verification(file, recount.Events, chain.Chained, chain.Root, covered, report.InputsHash, stored, used, embedder, notes);
    }

    /// <returns>Null where the stored report is one of these, byte for byte; else where it differs first, and why.</returns>
    private static string? Differs(string stored, IReadOnlyList<string> reports, Report report, Provenance embedder)
    {
        var text = System.IO.File.ReadAllText(stored, Encoding.UTF8).TrimEnd('\n');
        if (reports.Contains(text)) return null;
        try
        {
            var json = JsonElement.Parse(text);
            if (Other("program", report.Program)) return $"another version of the program made it ({json.GetProperty("program")}, this is {report.Program})";
            if (Other("knowledge_hash", report.KnowledgeHash)) return "it was made with other knowledge. Give the folder it was made with: --knowledge DIR";
            if (Embedders(json).FirstOrDefault(e => report.Probes.GetValueOrDefault(e.Phase)?.Embedder is { } ours && ours != e.Embedder) is { Phase: not null } other)
                return $"other embedder: its ΔS was computed with {Render.Untrusted.OneLine(other.Embedder)}, here with {report.Probes[other.Phase].Embedder}. Configure the same one";
            if (Other("inputs_hash", report.InputsHash)) return "it was made from other events: before the log went on, or from another log";

            bool Other(string field, string ours) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(field, out var theirs) && theirs.ToString() != ours;
        }
        catch (JsonException)
        {
            return "it is no report";
        }

        var lines = reports.Select(r => Same(text, r)).Max();
        if (embedder.Same == false) return $"line {lines + 1} differs. Other embedder: ΔS was computed with {embedder.Recorded}, here with {embedder.Used}";
        return $"line {lines + 1} differs. It was altered, or made with other targets; make it again: tabletop report";
    }

    /// <summary>What a stored report says its ΔS was computed with.</summary>
    private static IEnumerable<(string Phase, string Embedder)> Embedders(JsonElement report)
    {
        if (report.ValueKind != JsonValueKind.Object || !report.TryGetProperty("probes", out var probes) || probes.ValueKind != JsonValueKind.Object) yield break;
        foreach (var phase in probes.EnumerateObject())
            if (phase.Value.ValueKind == JsonValueKind.Object && phase.Value.TryGetProperty("embedder", out var named) && named.ValueKind == JsonValueKind.String)
                yield return (phase.Name, TabletopAgent.Json.Text(named));
    }

    private static int Same(string a, string b) => a.Split('\n').Zip(b.Split('\n')).TakeWhile(l => l.First == l.Second).Count();
}
