using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;

namespace TabletopAgent.Agent.Grounding;

/// <summary>Whose words a text is, and so how they may be repeated.</summary>
internal enum Mood
{
    /// <summary>The code's own findings: may be repeated as facts.</summary>
    Told,

    /// <summary>What to do: may be repeated as an instruction.</summary>
    Advice,

    /// <summary>What is expected, or would prove or refute: may be repeated as that.</summary>
    Condition,

    /// <summary>What would have to be known: may be asked for.</summary>
    Ask,

    /// <summary>A page: speaks of failures in general, and may be repeated as what the page says.</summary>
    Page,
}

/// <summary>What a tool returned in this conversation.</summary>
/// <param name="Tool">Its name, with or without the plugin's.</param>
internal sealed record ToolResult(string Tool, string Text)
{
    /// <summary>Nothing was done.</summary>
    public bool Refused => Text.StartsWith("refused", StringComparison.OrdinalIgnoreCase);

    public string Name => Tool[(Tool.LastIndexOfAny(['-', '.', ':']) + 1)..];
}

/// <summary>What a person said, word for word.</summary>
internal sealed record SaidText(string Person, string Text);

/// <summary>Something that was written down: who, when, what kind. Its words are that person's.</summary>
internal sealed record KeptEvent(string Type, DateTimeOffset? At, string? Person, string? Text, long? Seq);

/// <summary>All that a reply may rest on.</summary>
internal sealed record GroundingSources(Report Report, Targets Targets)
{
    public IReadOnlyList<ToolResult> Tools { get; init; } = [];

    public IReadOnlyList<SaidText> Said { get; init; } = [];

    public IReadOnlyList<KeptEvent> Events { get; init; } = [];

    /// <summary>All pages that are known; a reply may name those of the report and of tools' results.</summary>
    public IReadOnlyList<Page> Pages { get; init; } = [];

    /// <summary>Who holds which role.</summary>
    public IReadOnlyDictionary<string, string> Roles { get; init; } = new Dictionary<string, string>();

    /// <summary>Services, stores, regions, indexes, the scenario, checks, probes: what has a name here.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Who is answered; null where nobody in particular.</summary>
    public string? Speaker { get; init; }

    private SourceIndex? _index;

    /// <summary>Made on first use, and not again.</summary>
    public SourceIndex Index => _index ??= new SourceIndex(this);

    /// <param name="said">What was said in the conversation and does not stand in the events.</param>
    public static GroundingSources Of(
        Report report, Targets targets, IReadOnlyList<Event> events, KnowledgeBase knowledge, IReadOnlyList<ToolResult> tools, IReadOnlyList<SaidText> said, string? speaker = null)
    {
        // What this program said itself is no source of anything.
        var shown = events.Where(e => (e.Type != "inject" || e.Text("state") is null or "released") && e.Text("by") != Conversation.Name).ToList();
        return new GroundingSources(report, targets)
        {
            Tools = tools, Pages = knowledge.Pages, Speaker = speaker, Roles = EventNames.Roles(events), Names = EventNames.Of(shown),
            Said = [.. shown.Where(e => e.Text("text") is not null).Select(e => new SaidText(e.Type == "inject" ? "card" : e.Text("by") ?? "", e.Text("text")!)), .. said],
            Events = [.. shown.Select(e => new KeptEvent(e.Type, e.At, e.Text("by") ?? e.Text("person"), e.Text("text") ?? e.Text("what"), e.Seq))],
        };
    }
}
