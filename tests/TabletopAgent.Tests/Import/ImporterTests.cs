using System.Text;
using System.Text.Json;
using TabletopAgent.Import;

namespace TabletopAgent.Tests.Import;

/// <summary>Each folder under imports/ is one document that somebody might hand in; imports/README.md says how to write one.</summary>
public sealed class ImporterTests
{
    private static readonly string[] Milestones = ["impact", "detected", "declared", "mitigated", "resolved"];
    private static readonly string[] Figures = ["time_to_detect_min", "time_to_repair_min", "time_to_resolve_min", "duration_min"];

    private static string Cases => Repository.Path("tests", "TabletopAgent.Tests", "imports");

    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Cases).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_import_says_what_the_case_expects(string folder)
    {
        var input = Directory.GetFiles(Path.Combine(Cases, folder), "input.*").Single();
        var expected = JsonElement.Parse(File.ReadAllText(Path.Combine(Cases, folder, "expected.json")));
        var zone = expected.TryGetProperty("zone_flag", out var flag) && flag.ValueKind == JsonValueKind.String ? flag.GetString() : null;
        var read = Importer.Read($"{folder}/{Path.GetFileName(input)}", File.ReadAllText(input), new ImportOptions(zone), []);
        var reports = expected.GetProperty("reports").EnumerateArray().ToList();
        Assert.Equal(reports.Count, read.Count);
        Repository.None(reports.Zip(read, Differs).SelectMany((wrong, i) => wrong.Select(w => $"{folder}, report {i + 1}: {w}")));
    }

    private static IEnumerable<string> Differs(JsonElement expected, Imported imported)
    {
        var stated = StatedJson.Of(imported.Stated);
        foreach (var mark in Milestones)
            if (Text(expected.GetProperty("local"), mark) is var want && Text(stated.GetProperty("local"), mark) is var got && want != got) yield return $"{mark} should be {want ?? "left out"}, is {got ?? "left out"}";
        var findings = expected.GetProperty("findings").EnumerateArray().Select(f => f.GetString()!).Order(StringComparer.Ordinal);
        var found = imported.Findings.Select(f => f.Kind).Order(StringComparer.Ordinal);
        if (!findings.SequenceEqual(found)) yield return $"findings should be {string.Join(", ", findings)}, are {string.Join("; ", imported.Findings.Select(f => $"{f.Kind}: {f.Text}"))}";
        if (Text(expected, "format") is { } format && format != imported.Format) yield return $"the form is {imported.Format}";
        if (expected.TryGetProperty("zone", out var zone) && (Text(zone, "used") != imported.Stated.Zone.Name || Text(zone, "from") != imported.Stated.ZoneFrom))
            yield return $"the zone is {imported.Stated.Zone.Name} from {imported.Stated.ZoneFrom}";
        if (expected.TryGetProperty("utc", out var utc))
            foreach (var mark in utc.EnumerateObject())
                if (mark.Value.GetString() != Text(stated, mark.Name)) yield return $"{mark.Name} is {Text(stated, mark.Name)} in UTC";
        if (expected.TryGetProperty("minutes", out var minutes))
            foreach (var figure in Figures)
                if (Number(minutes, figure) != Number(stated, figure)) yield return $"{figure} is {Number(stated, figure)}";
        if (expected.TryGetProperty("approx", out var approx) && !approx.EnumerateArray().Select(a => a.GetString()).SequenceEqual(stated.GetProperty("approx").EnumerateArray().Select(a => a.GetString())))
            yield return $"approximate is {stated.GetProperty("approx")}";
        if (expected.TryGetProperty("notes", out var notes))
            foreach (var code in notes.EnumerateArray())
                if (!imported.Notes.Any(n => n.Code == code.GetString())) yield return $"no note {code}, but {string.Join(", ", imported.Notes.Select(n => n.Code))}";
        if (expected.TryGetProperty("events", out var events))
            foreach (var type in events.EnumerateObject())
                if (imported.Events.Count(e => e.Type == type.Name) is var n && n != type.Value.GetInt32()) yield return $"{n} events of type {type.Name}";
    }

    [Fact]
    public void Every_event_keeps_its_file_and_line()
    {
        var read = Read("# Outage of 2024-01-02\n\n## Timeline (UTC)\n\n- 10:00 Alert\n- 10:30 Service restored\n");
        Assert.All(read.Events.Skip(1), e => Assert.True(e.Place.Line > 0 && e.Fields["from"].GetProperty("line").GetInt32() == e.Place.Line, $"{e.Type} {e.Place}"));
    }

    [Fact]
    public async Task What_it_writes_is_a_log_of_ours()
    {
        var read = Read(File.ReadAllText(Path.Combine(Cases, "table-with-figures", "input.md")));
        var schema = await NJsonSchema.JsonSchema.FromFileAsync(Repository.Path("schemas", "event-log.schema.json"));
        Assert.All(read.Events, e => Assert.Empty(schema.Validate(Line(e))));
        var notes = new List<Note>();
        var log = string.Join('\n', read.Events.Select(Line));
        var back = TabletopAgent.Exercises.EventLog.Read(log, "log.jsonl", notes).ToList();
        Assert.Equal(read.Events.Select(e => (e.Type, e.At)), back.Select(e => (e.Type, e.At)));
        Assert.All(notes, n => Assert.Equal("TT110", n.Code));
    }

    [Theory]
    [InlineData("brief.md", "Symptoms:\n- 14:10 write routes return 500\n- 14:12 queue depth climbs\n\nTopology: region:A(active,write),B(passive,read)\n")]
    [InlineData("probes.csv", "probe_id,question,expected_section,ΔS_q_r,coverage,λ_state\np-01,What is X?,intro,0.3,0.8,→\n")]
    [InlineData("log.jsonl", "{\"type\":\"exercise\",\"v\":1}\n{\"type\":\"symptom\",\"text\":\"down\"}\n")]
    [InlineData("events.json", "[{\"type\":\"symptom\",\"at\":\"2026-05-04T14:10:00Z\",\"text\":\"a\"},{\"type\":\"note\",\"at\":\"2026-05-04T14:11:00Z\",\"text\":\"b\"}]")]
    public void What_is_ours_is_not_taken_for_theirs(string name, string text) => Assert.False(Importer.Foreign(name, text));

    [Theory]
    [MemberData(nameof(Folders))]
    public void What_is_theirs_is_known_as_such(string folder)
    {
        // A page of prose may be a brief as well.
        if (folder.StartsWith("prose", StringComparison.Ordinal)) return;
        var input = Directory.GetFiles(Path.Combine(Cases, folder), "input.*").Single();
        Assert.True(Importer.Foreign(input, File.ReadAllText(input)));
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "empty", "" },
        { "blank", " \n\t\n" },
        { "nothing in it", "Dear all,\nthe canteen is closed tomorrow.\n" },
        { "cut off", "# Incident on 2024-01-02\n\n- **Key events**\n  - First detected 2024-01-02 10:" },
        { "a date that is none", "# Incident\n\n- First detected 2024-02-31 25:61\n- Resolved 9999-99-99 99:99\n" },
        { "years at the ends of time", "# Incident\n\n- First detected 0001-01-01 00:00\n- Resolved 9999-12-31 23:59\n" },
        { "controls and NUL", "# Incident \u0000\u001b[31m 2024-01-02\n\n- 10:00\u0007 alert\u0000\n- 10:01 fixed\u202e\n- 10:02 closed" },
        { "torn JSON", "{\"incidents\":[{\"name\":\"x\",\"incident_updates\":[{\"body\":\"y\",\"created_at\":\"2024-01-01T" },
        { "half a surrogate", "[{\"ts\":\"1711533720.1\",\"text\":\"\\ud800\"},{\"ts\":\"1711533721.1\",\"text\":\"b\"}]" },
        { "the wrong things in JSON", "{\"chaoslib-version\":1,\"experiment\":{},\"run\":[1,null,{\"activity\":3,\"start\":\"?\"}],\"steady_states\":{\"before\":null}}" },
        { "numbers without end", "[{\"ts\":\"1e400\",\"text\":\"a\"},{\"ts\":1e308,\"text\":\"b\"},{\"ts\":-5,\"text\":\"c\"}]" },
        { "a table of pipes", "# Incident\n\n|||||\n|-|-|\n|||\n|10:00|\n" },
        { "front matter without end", "---\ntitle: x\ndate: 2024-01-01\nresolved: true\n" },
        { "a CSV with one quote", "time,what\n2024-01-01 10:00,\"open\n" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_input_is_notes_and_never_a_throw(string why, string text)
    {
        var notes = new List<Note>();
        var read = Importer.Read($"{why}.md", text, new ImportOptions(), notes);
        Assert.True(read.Count > 0 || notes.Count > 0, "nothing came of it and nobody said so");
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Importer.Read($"{why}.json", stream, new ImportOptions("Europe/London"), notes);
    }

    [Fact]
    public void Deep_JSON_is_a_note()
    {
        var notes = new List<Note>();
        Assert.Empty(Importer.Read("deep.json", new string('[', 100_000), new ImportOptions(), notes));
        Assert.Contains(notes, n => n.Code == "TT636");
    }

    [Theory]
    [InlineData("10:00 - ")]
    [InlineData("2024-01-01 ")]
    [InlineData("| 10:00 ")]
    [InlineData("**a** ")]
    [InlineData("[a](b ")]
    [InlineData("1h 2m ")]
    public void A_line_without_end_is_read_in_bounded_time(string junk)
    {
        // 4 MB in one line: a reader that looks back or ahead too far would not come home.
        var text = $"# Incident 2024-01-01\n\n{string.Concat(Enumerable.Repeat(junk, 4_000_000 / junk.Length))}\n- 10:00 alert\n";
        Importer.Read("junk.md", text, new ImportOptions(), []);
    }

    [Fact]
    public void The_same_document_gives_the_same_events()
    {
        var text = File.ReadAllText(Path.Combine(Cases, "several-incidents", "input.md"));
        string All() => string.Join('\n', Importer.Read("a.md", text, new ImportOptions("Europe/London"), []).SelectMany(i => i.Events).Select(Line));
        Assert.Equal(All(), All());
    }

    private static string Line(TabletopAgent.Exercises.Event e) => Encoding.UTF8.GetString(TabletopAgent.Exercises.EventWriter.Line(e));

    private static Imported Read(string text) => Assert.Single(Importer.Read("incident.md", text, new ImportOptions(), []));

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.String ? v.GetString() : null;

    private static double? Number(JsonElement json, string name) => json.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.Number ? v.GetDouble() : null;
}
