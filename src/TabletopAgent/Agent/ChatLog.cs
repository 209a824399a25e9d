using System.Globalization;
using System.Text;
using System.Text.Json;
using TabletopAgent.Exercises;
using TabletopAgent.Store;

namespace TabletopAgent.Agent;

/// <summary>
/// What a conversation is about, and where it is kept. A log of this program goes on; of anything else (a brief, a log written by hand)
/// a log of its own is made, which begins with all that was handed in. It is made when the first word is to be kept.
/// </summary>
internal sealed class ChatLog : IAsyncDisposable
{
    private readonly Func<Task<LogWriter>> _open;
    private LogWriter? _writer;

    private ChatLog(IReadOnlyList<Event> events, IReadOnlyList<Note> notes, bool kept, LogWriter? writer, Func<Task<LogWriter>> open)
    {
        (Events, Notes, _writer, _open) = (events, notes, writer, open);
        Append = kept ? AppendAsync : null;
    }

    public IReadOnlyList<Event> Events { get; }
    public IReadOnlyList<Note> Notes { get; }

    /// <summary>Keeps an event; null where the log is another's, and only read.</summary>
    public Func<Event, Task<Event>>? Append { get; }

    /// <param name="file">A log of this program.</param>
    public static ChatLog GoOn(string file, TimeProvider clock)
    {
        var opened = LogWriter.Open(file, clock);
        return new ChatLog(opened.Events, opened.Notes, opened.Writer is not null, opened.Writer, () => throw new IOException("this log is only read"));
    }

    /// <param name="data">The folder of all exercises.</param>
    /// <param name="opener">Who opened it: in charge, where nobody else is named.</param>
    public static ChatLog Begin(IReadOnlyList<Event> events, IReadOnlyList<Note> notes, string data, string opener, TimeProvider clock)
    {
        var id = Free(data, $"{Name(events)}-{clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}");
        var whole = events.Where(e => e.Type != "exercise").ToList();
        if (!Staffed(events)) whole.Insert(0, Event.Of("role", Here, ("role", "incident-commander"), ("person", opener)) with { At = clock.GetUtcNow() });
        whole.InsertRange(0, Heads(events, id));

        return new ChatLog(whole, notes, kept: true, null, async () =>
        {
            var opened = LogWriter.Open(Path.Combine(data, id, "log.jsonl"), clock);
            if (opened.Writer is not { } writer) throw new IOException(opened.Notes.Count > 0 ? opened.Notes[0].Text : "its folder cannot be made");
            await writer.AppendAsync([.. whole.Select(Origin)]).ConfigureAwait(false);
            return writer;
        });
    }

    /// <summary>Whether the file is a log that this program writes: chained from its first line on.</summary>
    public static bool Chained(string file)
    {
        if (!file.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || !File.Exists(file)) return false;
        using var stream = File.OpenRead(file);
        return new LineReader(stream).Next(out var line) && EventReader.Read(Encoding.UTF8.GetString(line), default, []) is { Seq: not null, Prev: not null };
    }

    public ValueTask DisposeAsync() => _writer?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static readonly Place Here = new("chat");

    private async Task<Event> AppendAsync(Event e)
    {
        _writer ??= await _open().ConfigureAwait(false);
        return await _writer.AppendAsync(e).ConfigureAwait(false);
    }

    private static string Name(IReadOnlyList<Event> events)
    {
        var named = string.Concat((events.FirstOrDefault(e => e.Type == "exercise")?.Text("id") ?? "").Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_').Take(40));
        return named.Length > 0 ? named : "chat";
    }

    private static string Free(string data, string id)
    {
        var free = id;
        for (var n = 2; Directory.Exists(Path.Combine(data, free)); n++) free = $"{id}-{n}";
        return free;
    }

    /// <summary>What the exercise is called is its first line's to say.</summary>
    private static IEnumerable<Event> Heads(IReadOnlyList<Event> events, string id)
    {
        var heads = events.Where(e => e.Type == "exercise").DefaultIfEmpty(Event.Of("exercise", Here)).ToList();
        var fields = new Dictionary<string, JsonElement>(heads[0].Fields, StringComparer.Ordinal);
        fields.TryAdd("v", Json.Element(1));
        fields.TryAdd("id", Json.Element(id));
        return heads.Skip(1).Prepend(heads[0] with { Fields = fields });
    }

    private static bool Staffed(IReadOnlyList<Event> events) => events.Any(e =>
        e.Type == "role" || e.Type == "exercise" && e.Fields.TryGetValue("roles", out var roles) && roles.ValueKind == JsonValueKind.Object && roles.EnumerateObject().Any());

    /// <summary>Where a line comes from stays with it. A number of the old log would only confuse the new one.</summary>
    private static Event Origin(Event e)
    {
        if (e.Fields.ContainsKey("from") || e.Place == Here) return e;
        var from = JsonSerializer.SerializeToElement(new Dictionary<string, object> { ["file"] = Path.GetFileName(e.Place.File), ["line"] = e.Place.Line });
        return e with { Fields = new Dictionary<string, JsonElement>(e.Fields, StringComparer.Ordinal) { ["from"] = from } };
    }
}
