using TabletopAgent.Exercises;
using TabletopAgent.Import.Forms;
using TabletopAgent.Import.Reports;
using TabletopAgent.Intake;

namespace TabletopAgent.Import;

/// <summary>Reads documents that nobody here wrote: reports, timelines, chats, status pages, journals. Text in, events out; nothing throws.</summary>
internal static class Importer
{
    /// <summary>The names of people in a Slack export, beside its channels.</summary>
    public const string UsersFile = "users.json";

    /// <summary>No report is longer, and a day of a channel hardly ever.</summary>
    private const int MostBytes = 16 * 1024 * 1024;

    /// <param name="name">The file's name, for places and for the day in it.</param>
    /// <param name="notes">Takes what is wrong with the document as a whole; what belongs to one incident is in its own notes.</param>
    /// <returns>One for each incident; none, with a note, where there is nothing to import.</returns>
    public static IReadOnlyList<Imported> Read(string name, Stream stream, ImportOptions options, List<Note> notes)
    {
        var text = Text(name, stream, notes);
        return text.Length == 0 ? [] : Read(name, text, options, notes);
    }

    /// <summary>The text of a document, as much as one may have.</summary>
    public static string Text(string name, Stream stream, List<Note> notes) => TextInput.ReadAsync(stream, name, notes, cap: MostBytes).GetAwaiter().GetResult();

    /// <summary>Of bytes; what is wrong with the document as a whole stands with its first incident.</summary>
    public static IReadOnlyList<Imported> Read(string name, ReadOnlySpan<byte> bytes, ImportOptions options)
    {
        var notes = new List<Note>();
        var text = TextInput.Decode(bytes, cut: false, name, notes);
        var read = text.Length == 0 ? [] : Read(name, text, options, notes).ToList();
        if (read.Count > 0) read[0] = read[0] with { Notes = [.. notes, .. read[0].Notes] };
        return read;
    }

    public static IReadOnlyList<Imported> Read(string name, string text, ImportOptions options, List<Note> notes)
    {
        var read = Drafts(name, text, options, notes).Where(d => d.Holds).Select(d => Conclusion.Of(d, options)).ToList();
        if (read.Count == 0) notes.Add(Notes.NothingToImport(new Place(name)));
        return read;
    }

    /// <summary>The days of one channel as one incident.</summary>
    public static Imported? ReadChannel(string name, IEnumerable<(string Name, string Text)> days, ImportOptions options, List<Note> notes)
    {
        Draft? draft = null;
        foreach (var (file, text) in days)
        {
            if (JsonTree.Read(file, text, notes) is not { } root) continue;
            if (draft is null) draft = Chat.Read(name, file, root, options.Names);
            else Chat.Take(draft, root, options.Names, file);
        }

        return draft is { Holds: true } ? Conclusion.Of(draft, options) : null;
    }

    public static IReadOnlyDictionary<string, string> Users(string name, string text, List<Note> notes) => Chat.Users(JsonTree.Read(name, text, notes));

    /// <summary>Whether a document is surely of a form that others write, and not a brief, a log or probes of ours.</summary>
    public static bool Foreign(string name, string text)
    {
        if (name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)) return false;
        if (Root(name, text, []) is { } root)
            return ChaosJournal.Is(root) || Statuspage.Is(root) || Chat.Is(root) && !root.All().Take(3).Any(v => v.Of("type") is { } type && EventCatalog.Types.ContainsKey(type));
        var (fields, _) = FrontMatterKeys.Read(text);
        return CState.Is(fields) || MarkdownReport.Is(name, text) || CsvTimeline.Is(text) && !ProbeTable.IsHeader(text);
    }

    private static IEnumerable<Draft> Drafts(string name, string text, ImportOptions options, List<Note> notes)
    {
        if (Root(name, text, notes) is { } root)
        {
            if (ChaosJournal.Is(root)) return [ChaosJournal.Read(name, root)];
            if (Statuspage.Is(root)) return Statuspage.Incidents(root).Select(i => Statuspage.Read(name, i));
            return Chat.Is(root) ? [Chat.Read(name, root, options.Names)] : [];
        }

        var (fields, _) = FrontMatterKeys.Read(text);
        if (CState.Is(fields)) return [CState.Read(name, text)];
        return CsvTimeline.Is(text) ? CsvTimeline.Read(name, text) : MarkdownReport.Read(name, text);
    }

    /// <summary>A text that begins like JSON and is some; "[Update - …]" is not.</summary>
    private static JsonTree? Root(string name, string text, List<Note> notes)
    {
        var start = text.AsSpan().TrimStart();
        return start.Length > 1 && start[0] is '{' or '[' && (start[0] == '[' ? start[1..].TrimStart() is ['{' or '[' or '"' or ']', ..] : start[1..].TrimStart() is ['"' or '}', ..])
            ? JsonTree.Read(name, text, notes) : null;
    }
}
