using TabletopAgent.Intake;

namespace TabletopAgent.Import;

/// <summary>Reads documents that nobody here wrote: reports, timelines, chats, status pages, journals. Text in, events out; nothing throws.</summary>
internal static class Importer
{
    /// <param name="name">The file's name, for places and for the day in it.</param>
    public static IReadOnlyList<Imported> Read(string name, ReadOnlySpan<byte> bytes, ImportOptions options)
    {
        var notes = new List<Note>();
        var text = TextInput.Decode(bytes, cut: false, name, notes);
        return [.. Read(name, text, options).Select(i => i with { Notes = [.. notes, .. i.Notes] })];
    }

    public static IReadOnlyList<Imported> Read(string name, string text, ImportOptions options)
    {
        var notes = new List<Note>();
        var read = Drafts(name, text, options, notes).Select(d => Conclusion.Of(d, options)).ToList();
        if (read.Count > 0 && notes.Count > 0) read[0] = read[0] with { Notes = [.. notes, .. read[0].Notes] };
        return read;
    }

    private static IEnumerable<Draft> Drafts(string name, string text, ImportOptions options, List<Note> notes)
    {
        var start = text.AsSpan().TrimStart();
        if (start.Length > 0 && start[0] is '{' or '[' && JsonTree.Read(name, text, notes) is { } root) return FromJson(name, root, options);
        var (fields, _) = FrontMatterKeys.Read(text);
        if (CState.Is(fields)) return [CState.Read(name, text)];
        return CsvTimeline.Is(text) ? CsvTimeline.Read(name, text) : MarkdownReport.Read(name, text);
    }

    private static IEnumerable<Draft> FromJson(string name, JsonTree root, ImportOptions options)
    {
        if (ChaosJournal.Is(root)) return [ChaosJournal.Read(name, root)];
        if (Statuspage.Is(root)) return Statuspage.Incidents(root).Select(i => Statuspage.Read(name, i));
        return Chat.Is(root) ? [Chat.Read(name, root, options.Users ?? new Dictionary<string, string>())] : [];
    }
}
