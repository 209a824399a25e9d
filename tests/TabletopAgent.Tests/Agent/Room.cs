using Microsoft.Extensions.DependencyInjection;
using TabletopAgent.Agent;
using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;
using TabletopAgent.Play;
using TabletopAgent.Render;
using TabletopAgent.Tests.Diagnose;

namespace TabletopAgent.Tests.Agent;

/// <summary>An exercise with a conversation in it: the shipped knowledge, a log in memory, and a model on a real socket.</summary>
internal sealed class Room : IAsyncDisposable
{
    private const string Evening = """
        {"type":"exercise","v":1,"id":"evening","tier":"S","topology":"region:A(active,write),B(passive,read)","roles":{"incident-commander":"ana","cloud-operator":"bo"}}
        {"type":"symptom","at":"2026-05-04T14:10:00Z","by":"bo","role":"cloud-operator","text":"write routes in region A return 500 on 22 percent of requests"}
        {"type":"symptom","at":"2026-05-04T14:11:00Z","by":"bo","role":"cloud-operator","text":"queue depth climbs by 5x"}
        """;

    private readonly ServiceProvider _services;
    private readonly Conversation _conversation;

    public Room(StubModel? model, Func<ModelSettings, ModelSettings>? with = null, TimeProvider? clock = null, string log = Evening, bool asked = true, KnowledgeBase? knowledge = null, IReadOnlyList<Card>? cards = null)
    {
        Settings = new ModelSettings { Endpoint = model?.Endpoint, Name = "stub", ApiKey = "k-123", FirstTokenSeconds = 5, TurnSeconds = 20 };
        Settings = with?.Invoke(Settings) ?? Settings;
        clock ??= TimeProvider.System;
        var seq = 0L;
        Sitting = new Sitting([.. Shipped.Log(log)], [], () => knowledge ?? Shipped.Knowledge, Targets.Default, e => Task.FromResult(e with { Seq = ++seq, Place = new Place("log.jsonl", (int)seq) }), clock) { Cards = () => cards ?? [] };
        var services = new ServiceCollection();
        AgentHost.Add(services, Settings, clock);
        _services = services.BuildServiceProvider();
        var (notes, gate) = (new List<Note>(), new TabletopAgent.Agent.Gate());
        var briefing = Briefing.Load(Repository.Path("prompts"), gate, notes);
        Assert.Empty(notes);
        Driver = new ModelDriver(Sitting, Settings, gate, briefing!, _services.GetRequiredService<ModelLine>(), new CodeDriver(Sitting), clock);
        var talk = new TalkDriver(
            Sitting, new Lazy<Session>(() => new Session(Plan.Without(Sitting.Events, new Template([], [], [], "")), Targets.Default, _ => Sitting.Report, _ => ([], []), () => Shipped.Knowledge.Pages.Select(p => p.Id))),
            new Lazy<Phrases>(() => Phrases.Read(Repository.Path("knowledge"), [])), new Seat("ana"), clock);
        _conversation = new Conversation(Sitting, asked ? Driver : talk, talk);
    }

    public ModelSettings Settings { get; }
    public Sitting Sitting { get; }
    public ModelDriver Driver { get; }

    public async Task<Heard> SayAsync(string words, string name = "ana", CancellationToken stop = default)
    {
        var heard = new List<Passage>();
        await foreach (var passage in _conversation.SayAsync(name, words, stop)) heard.Add(passage);
        return new Heard(heard);
    }

    public IAsyncEnumerable<Passage> Say(string words, CancellationToken stop = default) => _conversation.SayAsync("ana", words, stop);

    /// <summary>What the code says of the exercise as it stands.</summary>
    public string CodesAnswer => ReportBrief.Of(Sitting.Report);

    /// <summary>What was written since the room was opened, but for what was merely said.</summary>
    public IReadOnlyList<Event> Written => [.. Sitting.Events.Where(e => e.Seq > 0 && e.Type != "note")];

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>What a person got to see.</summary>
    internal sealed record Heard(IReadOnlyList<Passage> Passages)
    {
        public string Answer => string.Concat(Passages.Where(p => p.Kind == PassageKind.Answer).Select(p => p.Text));
        public IReadOnlyList<string> Asides => [.. Passages.Where(p => p.Kind == PassageKind.Aside).Select(p => p.Text)];
    }
}
