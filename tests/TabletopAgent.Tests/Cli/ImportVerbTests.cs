using System.Text.Json;
using TabletopAgent.Cli;

namespace TabletopAgent.Tests.Cli;

public sealed class ImportVerbTests : IDisposable
{
    private const string Report = "# Incident on 2024-03-04\n\n- First detected 2024-03-04 10:00\n- Repaired 2024-03-04 10:30\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("tabletop-import-").FullName;

    [Fact]
    public void One_incident_goes_to_standard_output_as_a_log()
    {
        var session = Session.Of("import", File("a.md", Report), "--zone", "Europe/Berlin");
        var lines = session.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonElement.Parse(l)).ToList();
        Assert.Equal(ExitCode.Ok, session.Code);
        Assert.Equal("exercise", lines[0].GetProperty("type").GetString());
        Assert.Contains(lines, l => l.GetProperty("type").GetString() == "milestone" && l.GetProperty("at").GetString() == "2024-03-04T09:00:00Z");
    }

    [Fact]
    public void A_folder_becomes_a_folder_of_logs()
    {
        File("a.md", Report);
        File("b/a.md", Report);
        File("b/LICENSE", "MIT License, permission is hereby granted");
        var logs = Path.Combine(_folder, "logs");
        var session = Session.Of("import", _folder, "--out", logs);
        Assert.Equal(ExitCode.Ok, session.Code);
        Assert.Equal(["a-2.jsonl", "a.jsonl"], Directory.GetFiles(logs).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("LICENSE: error TT639", session.Error);
        Assert.StartsWith("2 log(s) written", session.Out);
    }

    [Fact]
    public void Several_incidents_do_not_fit_one_log()
    {
        var session = Session.Of("import", File("a.md", Report), File("b.md", Report));
        Assert.Equal(ExitCode.CouldNotRun, session.Code);
        Assert.Contains("--out DIR", session.Error);
    }

    [Fact]
    public void Json_has_all_of_it()
    {
        var session = Session.Of("import", File("a.md", Report), File("b.md", Report), "--format", "json");
        var json = JsonElement.Parse(session.Out);
        Assert.Equal(2, json.GetArrayLength());
        Assert.Equal(["source", "title", "stated", "findings", "notes", "events"], json[0].EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public void A_Slack_export_is_a_folder_with_users_and_channels()
    {
        File("users.json", """[{"id":"U1","real_name":"Ada"}]""");
        File("inc-7/2024-03-27.json", """[{"type":"message","user":"U1","ts":"1711533720.1","text":"Declaring an incident"}]""");
        File("inc-7/2024-03-28.json", """[{"type":"message","user":"U1","ts":"1711620120.1","text":"Incident resolved"}]""");
        var json = JsonElement.Parse(Session.Of("import", _folder, "--format", "json").Out);
        Assert.Equal(("inc-7", "2024-03-28 10:02"), (json[0].GetProperty("title").GetString(), json[0].GetProperty("stated").GetProperty("local").GetProperty("resolved").GetString()));
        Assert.Contains(json[0].GetProperty("events").EnumerateArray(), e => e.TryGetProperty("by", out var by) && by.GetString() == "Ada");
    }

    [Theory]
    [InlineData("x.md", "the canteen is closed", ExitCode.Refused)]
    [InlineData("x.md", "", ExitCode.Refused)]
    public void What_holds_no_incident_is_refused(string name, string text, int code)
    {
        var session = Session.Of("import", File(name, text));
        Assert.Equal(code, session.Code);
        Assert.NotEmpty(session.Error);
    }

    [Fact]
    public void A_zone_that_is_none_is_said()
    {
        var session = Session.Of("import", File("a.md", Report), "--zone", "Mars");
        Assert.Equal((ExitCode.CouldNotRun, true), (session.Code, session.Error.Contains("TT625", StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_input_it_says_what_to_give() => Assert.StartsWith("nothing to import: ", Session.Of("import").Error);

    [Fact]
    public void Check_shows_the_import_and_grades_nothing()
    {
        var session = Session.Of("check", File("a.md", Report.Replace("Repaired", "Resolved", StringComparison.Ordinal) + "\n**Time to resolve**: 3h\n"));
        Assert.Equal(ExitCode.Ok, session.Code);
        Assert.Contains("detected   2024-03-04 10:00 (2024-03-04T10:00Z), line 3", session.Out);
        Assert.Contains("impact     not stated", session.Out);
        Assert.Contains("ttres: time to resolve is stated as 3h 0m", session.Out);
    }

    [Fact]
    public void Names_are_made_harmless() => Assert.DoesNotContain("\u001b", Session.Of("check", File("a.md", Report + "\n- 10:40 \u001b[31mred\n")).Out, StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string File(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
