using System.CommandLine;
using TabletopAgent.Exercises;
using TabletopAgent.Intake;
using TabletopAgent.Knowledge;
using TabletopAgent.Cli.Desk;
using TabletopAgent.Render;
using TabletopAgent.Store;
using TabletopAgent.Text;

namespace TabletopAgent.Cli;

/// <summary>The exercise itself, from briefing to scorecard: at the keyboard, or from a script in simulated time.</summary>
internal static class RunVerb
{
    public static Command Command(Terminal terminal)
    {
        var scenario = new Argument<string?>("SCENARIO") { Description = "A scenario's id or file; without one they are listed", Arity = ArgumentArity.ZeroOrOne };
        var host = new Option<string?>("--as") { Description = "Who sits at this terminal and facilitates (your login name)", HelpName = "NAME" };
        var roles = new Option<string[]>("--role") { Description = "Staff a role (repeatable)", HelpName = "ROLE=NAME", DefaultValueFactory = _ => [] };
        var team = new Option<string?>("--team") { Description = "The team's name", HelpName = "TEXT" };
        var script = new Option<string[]>("--script") { Description = "Play commands with times (+12:30 NAME: /decide …) at once, in simulated time; several files are laid together", HelpName = "FILE", DefaultValueFactory = _ => [] };
        var start = new Option<string?>("--start") { Description = "When a scripted exercise opens (now)", HelpName = "TIME" };
        var speed = new Option<double>("--speed") { Description = "How many times as fast the clock of a rehearsal runs", HelpName = "N", DefaultValueFactory = _ => 1 };
        var data = new Option<string>("--data") { Description = "Where exercises are kept", HelpName = "DIR", DefaultValueFactory = _ => LogFolder.Default };
        var id = new Option<string?>("--id") { Description = "The exercise's name, its folder below --data (the time it opens)", HelpName = "ID" };
        var resume = new Option<string?>("--resume") { Description = "Go on where the log of an exercise ends", HelpName = "ID|LOG" };
        var knowledge = Flags.Knowledge();
        Flags.NoFlag(scenario);
        speed.Validators.Add(s =>
        {
            if (s.GetValueOrDefault<double>() is not (> 0 and <= 1000)) s.AddError("--speed takes a number over 0 and up to 1000, such as 60.");
        });
        var verb = new Verb(
            "run", "Run a live exercise: clock, roles, injects, decisions, scorecard; exit 1 unless it passed",
            "tabletop run primary-region-write-outage --as Dana --role incident-commander=Ines", "tabletop run seed-evening --script evening.txt", "tabletop run --resume evening-20260504-1400")
        { scenario, host, roles, team, script, start, speed, data, id, resume, knowledge };

        verb.SetAction(parsed =>
        {
            var notes = new List<Note>();
            var shelf = Wiring.Shelf(parsed.GetValue(knowledge)!, notes);
            var named = parsed.GetValue(scenario);
            if (named is null && parsed.GetValue(resume) is null) return List(terminal, shelf);

            var settings = Settings.Load();
            var wanted = new Wanted(
                named, parsed.GetValue(host) ?? Environment.UserName, Staff(parsed.GetValue(roles)!, notes), parsed.GetValue(team), Opens(parsed.GetValue(start), notes),
                parsed.GetValue(speed), parsed.GetValue(data)!, parsed.GetValue(id), parsed.GetValue(resume),
                parsed.GetValue(script) is [var file, ..] ? Path.GetDirectoryName(Path.GetFullPath(file)) : null);
            var lines = Lines(terminal, parsed.GetValue(script)!, notes);
            if (lines is not null && wanted.Speed != 1) notes.Add(Notes.BadValue(new Place("--speed"), "--speed", wanted.Speed.ToString(System.Globalization.CultureInfo.InvariantCulture), "it without a script, which plays at once"));
            if (notes.Any(n => n.Severity == Severity.Error)) return Inputs.Refused(terminal, notes);
            return Evening.RunAsync(terminal, wanted, shelf, lines, () => Wiring.LoadKnowledge(parsed.GetValue(knowledge)!), settings, notes, TimeProvider.System).GetAwaiter().GetResult();
        });
        return verb;
    }

    private static int List(Terminal terminal, Shelf shelf)
    {
        var width = shelf.Scenarios.Max(s => s.Id.Length);
        foreach (var s in shelf.Scenarios)
            Column.Write(terminal.Out, $"{s.Id.PadRight(width)}  ", $"{s.Title}: {s.DurationMinutes} min, tier {Json.Text(s.Setting.Fields["tier"])}, {s.Injects.Count} injects{(s.Extended.Count > 0 ? ", may go on" : "")}");
        terminal.Line("\ntabletop run SCENARIO opens one.");
        return ExitCode.Ok;
    }

    private static Dictionary<string, string> Staff(string[] roles, List<Note> notes)
    {
        var staff = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var given in roles)
        {
            var at = new Place("--role");
            if (given.Split('=', 2, StringSplitOptions.TrimEntries) is not [var name, { Length: > 0 } person]) notes.Add(Notes.BadValue(at, "--role", given, "ROLE=NAME, such as comms-lead=Lee"));
            else if (Play.Staffing.Known(name) is not { } role) notes.Add(Notes.UnknownRole(at, name, EventCatalog.Roles, Words.Nearest(name, EventCatalog.Roles)));
            else staff[role] = person;
        }

        return staff;
    }

    private static DateTimeOffset? Opens(string? start, List<Note> notes)
    {
        if (start is null) return null;
        if (EventReader.TryTime(start, out var at)) return at;
        notes.Add(Notes.BadValue(new Place("--start"), "--start", start, "RFC 3339 with an offset, such as 2026-05-04T14:00:00Z"));
        return null;
    }

    /// <summary>The script; null where a person sits at the keyboard.</summary>
    private static IReadOnlyList<Play.ScriptLine>? Lines(Terminal terminal, string[] scripts, List<Note> notes)
    {
        if (scripts.Length > 0) return Play.Script.Together(scripts.Select(s => Play.Script.Read(InputFile.ReadAsync(s, notes).GetAwaiter().GetResult(), s, notes)).ToList());
        const string piped = "standard input";
        return terminal.In is null ? null : Play.Script.Read(TextInput.ReadAsync(terminal.In(), piped, notes).GetAwaiter().GetResult(), piped, notes);
    }
}
