using System.Text.RegularExpressions;
using TabletopAgent.Import.Times;

namespace TabletopAgent.Import.Forms;

/// <summary>
/// Reads a channel as Slack exports it, and what other tools make of one: objects with a time and a text, wherever in the document
/// they stand.
/// </summary>
internal static partial class Chat
{
    private const string Form = "chat export";

    private static readonly string[] Times = ["ts", "timestamp", "time", "datetime", "created_at", "date", "sent_at"];
    private static readonly string[] Texts = ["text", "message", "body", "content"];

    public static bool Is(JsonTree root) => Messages(root).Take(2).Count() == 2;

    /// <param name="users">Names by id, from users.json.</param>
    public static Draft Read(string file, JsonTree root, IReadOnlyDictionary<string, string> users)
    {
        var draft = new Draft(file, Form, root.Line) { Title = (root.IsObject ? root.Of("title", "name", "incident", "channel", "channel_name") : null) ?? Last(Path.GetDirectoryName(file)) };
        Take(draft, root, users);
        return draft;
    }

    /// <summary>The first day of a channel.</summary>
    public static Draft Read(string channel, string file, JsonTree root, IReadOnlyDictionary<string, string> users)
    {
        var draft = new Draft(channel, Form, root.Line) { Title = Last(channel) };
        Take(draft, root, users, file);
        return draft;
    }

    /// <summary>Another day of the same channel.</summary>
    public static void Take(Draft draft, JsonTree root, IReadOnlyDictionary<string, string> users, string? file = null)
    {
        users = Known(root, users);
        foreach (var (outer, message) in Messages(root))
        {
            if (message.Of("subtype") is "message_deleted" or "tombstone" || message["hidden"]?.Text == "true")
            {
                draft.Notes.Add(Notes.Deleted(draft.At(outer.Line)));
                continue;
            }

            if (message.Of("subtype") is "channel_join" or "channel_leave" or "channel_purpose" or "channel_topic" or "channel_name" or "pinned_item") continue;
            var text = Said(message, users);
            if (text.Length == 0 || When(outer, message) is not { } stamp) continue;
            if (message["edited"] is { IsObject: true } || message.Of("subtype") == "message_changed") draft.Notes.Add(Notes.Edited(draft.At(outer.Line)));
            draft.Entries.Add(new Entry(outer.Line, stamp, text, text, "messages") { File = file, By = Who(outer, message, users), Reactions = Marks(message) });
        }

        draft.Entries.Sort((a, b) => Key(a.Stamp).CompareTo(Key(b.Stamp)));
        draft.Story.Clear();
        if (draft.Title is { } title) draft.Story.Add(new Passage(draft.Line, title));
        foreach (var entry in draft.Entries.Take(40)) draft.Story.Add(new Passage(entry.Line, entry.Text));
    }

    /// <summary>Names by id, from a users.json.</summary>
    public static IReadOnlyDictionary<string, string> Users(JsonTree? root)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var user in root?.All().Where(v => v.IsObject && v.Of("id") is not null) ?? [])
            if ((user["profile"]?.Of("display_name", "real_name") ?? user.Of("real_name", "name")) is { } name) names.TryAdd(user.Of("id")!, name);
        return names;
    }

    /// <summary>With the names that the messages themselves carry.</summary>
    private static Dictionary<string, string> Known(JsonTree root, IReadOnlyDictionary<string, string> users)
    {
        var known = new Dictionary<string, string>(users, StringComparer.Ordinal);
        foreach (var (_, message) in Messages(root))
            if (message.Of("user") is { } id && message["user_profile"]?.Of("display_name", "real_name", "name") is { } name) known.TryAdd(id, name);
        return known;
    }

    private static IEnumerable<(JsonTree Outer, JsonTree Message)> Messages(JsonTree root) => root.All()
        .Where(v => v.IsObject).Select(v => (v, v["message"] is { IsObject: true } inner ? inner : v))
        .Where(m => (Texts.Any(t => m.Item2[t] is { IsText: true }) || m.Item2["attachments"] is { IsList: true } || m.Item2.Of("subtype") is not null) && When(m.v, m.Item2) is not null);

    private static Stamp? When(JsonTree outer, JsonTree message) =>
        Times.Select(t => message[t] ?? outer[t]).Where(v => v?.Text is not null).Select(v => Instant.Read(v!.Text)).FirstOrDefault(s => s is not null);

    private static (int, int, int, TimeSpan) Key(Stamp s) => (s.Year ?? 0, s.Month ?? 0, s.Day ?? 0, s.Clock);

    private static string Said(JsonTree message, IReadOnlyDictionary<string, string> users)
    {
        var text = message.Of(Texts) ?? "";
        // A bot often says all of it in an attachment.
        foreach (var attachment in message["attachments"]?.Items ?? [])
            if (attachment.Of("fallback", "text", "title") is { } more && !text.Contains(more, StringComparison.Ordinal)) text = $"{text}\n{more}";
        text = Mention().Replace(text, m => $"@{users.GetValueOrDefault(m.Groups["id"].Value, m.Groups["label"].Success ? m.Groups["label"].Value : m.Groups["id"].Value)}");
        text = Channel().Replace(text, m => m.Groups["label"].Success && m.Groups["label"].Length > 0 ? $"#{m.Groups["label"].Value}" : "#channel");
        text = Link().Replace(text, m => m.Groups["label"].Success ? m.Groups["label"].Value : m.Groups["url"].Value);
        return System.Net.WebUtility.HtmlDecode(text).Replace("<!here>", "@here", StringComparison.Ordinal).Replace("<!channel>", "@channel", StringComparison.Ordinal).Trim();
    }

    private static string? Who(JsonTree outer, JsonTree message, IReadOnlyDictionary<string, string> users)
    {
        var id = message.Of("user", "user_id", "author", "from", "sender", "username", "user_name") ?? outer.Of("user", "author", "sender", "username");
        if (id is not null && users.TryGetValue(id, out var known)) return known;
        return message["user_profile"]?.Of("display_name", "real_name", "name") ?? message.Of("username") ?? message["bot_profile"]?.Of("name") ?? message["user"]?.Of("name", "real_name") ?? id ?? message.Of("bot_id");
    }

    private static string? Marks(JsonTree message)
    {
        var marks = (message["reactions"]?.Items ?? []).Where(r => r.Of("name") is not null).Select(r => $":{r.Of("name")}: {r["count"]?.Text ?? "1"}").ToList();
        return marks.Count > 0 ? string.Join(", ", marks) : null;
    }

    private static string? Last(string? path) => Path.GetFileName(path) is { Length: > 0 } name ? name : null;

    [GeneratedRegex(@"<@(?<id>[A-Z0-9]{2,20})(?:\|(?<label>[^>]*))?>", RegexOptions.CultureInvariant)]
    private static partial Regex Mention();

    [GeneratedRegex(@"<#[A-Z0-9]{2,20}(?:\|(?<label>[^>]*))?>", RegexOptions.CultureInvariant)]
    private static partial Regex Channel();

    [GeneratedRegex(@"<(?<url>(?:https?|mailto):[^|>]*)(?:\|(?<label>[^>]*))?>", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
