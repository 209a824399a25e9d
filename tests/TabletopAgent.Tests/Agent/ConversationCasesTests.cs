using TabletopAgent.Agent;
using TabletopAgent.Exercises;
using TabletopAgent.Render;

namespace TabletopAgent.Tests.Agent;

/// <summary>Each folder under conversations/ is one conversation: what people say, what the model does, what must come of it. README.md there says how to write one.</summary>
public sealed class ConversationCasesTests
{
    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Cases).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    private static string Cases => Repository.Path("tests", "TabletopAgent.Tests", "conversations");

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task It_goes_as_the_case_expects(string folder)
    {
        var path = Path.Combine(Cases, folder);
        var script = Path.Combine(path, "model.jsonl");
        await using var model = new StubModel(File.Exists(script) ? File.ReadLines(script) : []);
        await using var room = new Room(model, log: File.ReadAllText(Path.Combine(path, "log.jsonl")), asked: File.Exists(script));

        var heard = new List<Room.Heard>();
        foreach (var turn in File.ReadLines(Path.Combine(path, "people.txt")).Where(l => l.Length > 0).Select(l => l.Split(": ", 2)))
            heard.Add(await room.SayAsync(turn[1], turn[0]));

        var expected = Expected(path);
        Assert.NotEmpty(expected);
        Repository.None(expected.SelectMany(e => Differs(e.Key, e.Value, new Outcome(heard, [.. room.Sitting.Events.Where(e => e.Seq > 0)], model, room)).Select(d => $"{folder}: {e.Key}: {d}")));
    }

    private sealed record Outcome(IReadOnlyList<Room.Heard> Heard, IReadOnlyList<Event> Written, StubModel Model, Room Room)
    {
        public IEnumerable<string> Told => Model.Requests.SelectMany(r => r.Messages.Select(m => m.Text));
    }

    /// <summary>Lines of the form "- key: value"; the rest is for readers.</summary>
    private static List<(string Key, string Value)> Expected(string folder) =>
        [.. File.ReadLines(Path.Combine(folder, "expect.md")).Where(l => l.StartsWith("- ", StringComparison.Ordinal)).Select(l => l[2..].Split(": ", 2)).Select(p => (p[0], p[1].Trim()))];

    private static IEnumerable<string> Differs(string key, string value, Outcome o)
    {
        var words = key.Split(' ');
        if (words is ["reply", var turn, ..])
        {
            var reply = o.Heard[int.Parse(turn) - 1];
            return string.Join(' ', words[2..]) switch
            {
                "says" => In(reply.Answer, value),
                "never says" => NotIn(reply.Answer, value),
                "warns" => In(string.Join('\n', reply.Asides), value),
                "is" => value == "the code's own" && reply.Answer == ReportBrief.Of(o.Room.Sitting.Report) ? [] : [$"is: {reply.Answer}"],
                _ => ["no such key; README.md lists them"],
            };
        }

        return key switch
        {
            "log has" => Has(value, o.Written),
            "no event" => o.Written.Where(e => e.Type == value).Select(e => Timeline.Line(e)!),
            "log never has" => o.Written.Where(e => e.Fields.Any(f => f.Value.GetRawText().Contains(value, StringComparison.OrdinalIgnoreCase))).Select(e => $"{e.Type}: {e.Text("text")}"),
            "no reply says" => o.Heard.SelectMany(h => NotIn(h.Answer, value)),
            "model is told" => o.Told.Any(t => t.Contains(value, StringComparison.Ordinal)) ? [] : [$"is told nowhere: {value}"],
            "model is never told" => o.Told.Where(t => t.Contains(value, StringComparison.Ordinal)),
            "struck" => o.Heard.Count(h => h.Answer.Contains("[struck:", StringComparison.Ordinal)) is var n && n == int.Parse(value) ? [] : [$"{n}: {string.Join(" / ", o.Heard.Select(h => h.Answer))}"],
            _ => ["no such key; README.md lists them"],
        };
    }

    /// <summary>Exactly once: what is written twice is wrong too.</summary>
    private static IEnumerable<string> Has(string value, IReadOnlyList<Event> written)
    {
        var (who, text) = value.Split(": ", 2) is [var before, var after] ? (before.Split(' '), after) : ([], "");
        var found = written.Count(e => e.Type == who[0] && e.Text("by") == who[1] && (e.Text("text") ?? e.Text("what")) == text);
        return found == 1 ? [] : [$"found {found} times: {value}; written: {string.Join(" / ", written.Select(Timeline.Line))}"];
    }

    private static IEnumerable<string> In(string text, string value) => text.Contains(value, StringComparison.Ordinal) ? [] : [$"not said: {value}; said: {text}"];

    private static IEnumerable<string> NotIn(string text, string value) => text.Contains(value, StringComparison.OrdinalIgnoreCase) ? [$"said: {text}"] : [];
}
