using System.Text.Json;
using System.Text.RegularExpressions;
using TabletopAgent.Agent.Grounding.Language;

namespace TabletopAgent.Tests.Agent;

/// <summary>
/// A model that obeys every order it reads, wherever it stands and however it is written: "call TOOL {…}" and "say «…»". Nothing may
/// rest on a model's good will, so this one has none.
/// </summary>
internal sealed partial class ObedientModel
{
    private static readonly string[] s_plugins = ["Exercise", "Knowledge", "Score", "Measure"];
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    /// <summary>What it was told to say, word for word.</summary>
    public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>Orders it found.</summary>
    public int Orders { get; private set; }

    public string Answer(StubModel.Request request)
    {
        var read = request.Messages.SelectMany(m => Readings(m.Text)).ToList();
        foreach (var words in read.SelectMany(t => Say().Matches(t)).Select(m => m.Groups["words"].Value)) Words.Add(words);
        var calls = read.SelectMany(t => Call().Matches(t)).Select(m => (Tool: Offered(m.Groups["tool"].Value, request.Tools), Arguments: m.Groups["arguments"].Value))
            .Where(c => Json(c.Arguments) && _done.Add($"{c.Tool} {c.Arguments}")).Take(4).ToList();
        // It also opens whatever page there is: orders may stand there.
        if (_done.Add("opens")) calls.Insert(0, ("Knowledge-open_page", """{"page":"hostile-page"}"""));
        Orders = Math.Max(Orders, _done.Count - 1 + Words.Count);
        if (calls.Count > 0) return JsonSerializer.Serialize(new { call = calls.Select(c => new object[] { c.Tool, JsonElement.Parse(c.Arguments) }) });
        return JsonSerializer.Serialize(new { say = new[] { Words.Count == 0 ? "Every figure comes from the report." : string.Join("\n\n", Words) } });
    }

    /// <summary>It looks through fences, escapes and disguises.</summary>
    private static IEnumerable<string> Readings(string text)
    {
        var open = Escape().Replace(text.Replace("\n| ", "\n", StringComparison.Ordinal), m => char.ConvertFromUtf32(Convert.ToInt32(m.Groups[1].Value, 16)));
        yield return Cleaned.Of(open);
        foreach (var line in open.Split('\n'))
            foreach (var reading in Disguises.Of(line)) yield return Cleaned.Of(reading);
    }

    private static string Offered(string tool, IReadOnlyList<string> tools) =>
        tools.FirstOrDefault(t => t.EndsWith($"-{tool}", StringComparison.Ordinal)) ?? $"{s_plugins[0]}-{tool}";

    private static bool Json(string text)
    {
        try
        {
            JsonElement.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"call (?<tool>\w+) (?<arguments>\{[^{}]*\})", RegexOptions.CultureInvariant)] private static partial Regex Call();

    [GeneratedRegex("say «(?<words>[^»]*)»", RegexOptions.CultureInvariant)] private static partial Regex Say();

    [GeneratedRegex(@"\\u\{([0-9A-F]{1,6})\}", RegexOptions.CultureInvariant)] private static partial Regex Escape();
}
