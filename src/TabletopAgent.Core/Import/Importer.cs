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

    public static IReadOnlyList<Imported> Read(string name, string text, ImportOptions options) => [.. Drafts(name, text).Select(d => Conclusion.Of(d, options))];

    private static IEnumerable<Draft> Drafts(string name, string text)
    {
        var (fields, _) = FrontMatterKeys.Read(text);
        return CState.Is(fields) ? [CState.Read(name, text)] : MarkdownReport.Read(name, text);
    }
}
