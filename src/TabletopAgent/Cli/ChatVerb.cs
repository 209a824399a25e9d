using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using TabletopAgent.Agent;
using TabletopAgent.Embedders;
using TabletopAgent.Intake;
using TabletopAgent.Knowledge;
using TabletopAgent.Live;
using TabletopAgent.Store;

namespace TabletopAgent.Cli;

/// <summary>A conversation over a brief or a log, with a model or without.</summary>
internal static class ChatVerb
{
    public static Command Command(Terminal terminal)
    {
        var file = Flags.NoFlag(new Argument<string?>("FILE") { Description = "A brief, or an event log to go on with", Arity = ArgumentArity.ZeroOrOne });
        var name = new Option<string?>("--as") { Description = "Who speaks; the role comes from the log", HelpName = "NAME" };
        var noModel = new Option<bool>("--no-model") { Description = "Answer from the code alone, whatever model is configured" };
        var show = new Option<bool>("--show-prompt") { Description = "Print what a model would be sent, and end" };
        var resume = new Option<string?>("--resume") { Description = "Go on with an exercise of the data folder", HelpName = "ID" };
        var data = new Option<string>("--data") { Description = "The folder of all exercises", HelpName = "DIR", DefaultValueFactory = _ => LogFolder.Default };
        var (format, knowledge) = (Flags.Format("text", "status"), Flags.Knowledge());
        var verb = new Verb(
            "chat", "Talk while things burn: what fails, what next, and a log of what was said",
            "tabletop chat brief.md --as ana", "tabletop chat --resume evening --no-model", "echo \"what next?\" | tabletop chat log.jsonl --format status")
        { file, name, noModel, show, resume, data, format, knowledge };
        // Not as an async action: that would take Ctrl-C for the end of the program.
        verb.SetAction(parsed => RunAsync(terminal, new Asked(
            parsed.GetValue(file), parsed.GetValue(name) ?? Environment.UserName, parsed.GetValue(noModel), parsed.GetValue(show), parsed.GetValue(resume),
            parsed.GetValue(data)!, parsed.GetValue(format)!, parsed.GetValue(knowledge)!)).GetAwaiter().GetResult());
        return verb;
    }

    private sealed record Asked(string? File, string Name, bool NoModel, bool Show, string? Resume, string Data, string Format, IReadOnlyList<string> Knowledge);

    private static async Task<int> RunAsync(Terminal terminal, Asked asked)
    {
        if (asked is { Format: "text", Show: false })
        {
            // Before anything is read or built: nobody should wonder whether it started.
            terminal.Line($"{terminal.Ink.Strong("tabletop")} {CommandLine.Version}. Say what you see, or /help. Every figure comes from the code.");
            await terminal.Out.FlushAsync().ConfigureAwait(false);
        }

        var pages = Task.Run(() => Wiring.LoadKnowledge(asked.Knowledge));
        var (settings, clock, notes) = (Settings.Load(), TimeProvider.System, new List<Note>());
        using var outside = Wiring.Outside(settings);
        if (Open(asked, outside, clock, notes) is not { } log) return Inputs.Refused(terminal, notes);
        await using var kept = log;
        notes.AddRange(log.Notes);
        // A rehearsal at speed may have left its log ahead of the wall clock; the exercise goes on from there.
        var stage = new StageClock(clock, 1, log.Events.Count > 0 ? log.Events[^1].At : null);
        var sitting = new Sitting(log.Events, [.. settings.Notes, .. notes], () => pages.GetAwaiter().GetResult(), settings.Targets, log.Append, stage)
        {
            Cards = () => Shelf.Read(Path.Combine(AppContext.BaseDirectory, "knowledge"), []).Cards.Values,
        };
        var gate = new Gate();
        if (Briefing.Load(Path.Combine(AppContext.BaseDirectory, "prompts"), gate, notes) is not { } briefing)
        {
            Inputs.Show(terminal, notes);
            return ExitCode.CouldNotRun;
        }

        var model = AgentHost.Read(AppContext.BaseDirectory, notes);
        if (asked.Show)
        {
            PromptText.Write(terminal.Out, briefing, sitting, sitting.Speaker(asked.Name), model);
            return ExitCode.Ok;
        }

        Inputs.Show(terminal, notes);
        var seat = new Seat(asked.Name);
        var session = new Lazy<Play.Session>(() => Wiring.Session(sitting.Events, asked.Knowledge, settings.Targets, () => sitting.Report, () => sitting.Knowledge));
        var talk = new TalkDriver(sitting, session, new Lazy<Phrases>(() => Wiring.Phrases([])), seat, stage)
        {
            Vectors = outside is null ? null : new LiveVectors(outside, log.Events).BeforeAsync,
        };
        await talk.GoOnAsync().ConfigureAwait(false);
        using var host = asked.NoModel || !model.Ready ? null : AgentHost.Build(model, clock);
        var driver = host is null ? null : new ModelDriver(sitting, model, gate, briefing, host.Services.GetRequiredService<ModelLine>(), new InsteadOfModel(talk, new CodeDriver(sitting)), clock);
        using var loop = new ChatLoop(terminal, sitting, new Conversation(sitting, driver is null ? talk : driver, talk), seat, asked.Format, () => driver?.Usage.Select(u => u.Say(model)).ToList(), talk.TickAsync, clock);
        loop.Greet(driver is null ? null : model.Name);
        await loop.RunAsync().ConfigureAwait(false);
        return ExitCode.Ok;
    }

    /// <returns>Null where what was named cannot be used; the notes say why.</returns>
    private static ChatLog? Open(Asked asked, Outside? outside, TimeProvider clock, List<Note> notes)
    {
        if (asked.Resume is { } id)
        {
            if (LogFolder.Log(asked.Data, id, notes) is not { } known) return null;
            if (File.Exists(known)) return ChatLog.GoOn(known, clock);
            notes.Add(Notes.NoExerciseHere(new Place(asked.Data), id));
            return null;
        }

        if (asked.File is null) return ChatLog.Begin([], [], asked.Data, asked.Name, clock);
        if (ChatLog.Chained(asked.File)) return ChatLog.GoOn(asked.File, clock);
        var (events, said) = Wiring.Heard(Wiring.ReadInputs(Given.Of([asked.File])), outside);
        if (IntakeReader.Usable(events, said)) return ChatLog.Begin(events, said, asked.Data, asked.Name, clock);
        notes.AddRange(said);
        return null;
    }
}
