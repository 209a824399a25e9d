using TabletopAgent.Exercises;

namespace TabletopAgent.Intake;

/// <summary>Reads whatever people hand in. It never throws and loses nothing: a part that is not understood is kept as a symptom, with a note.</summary>
internal static class IntakeReader
{
    public static IntakeResult Read(params IEnumerable<Input> inputs)
    {
        var gathered = new Gathered();
        Place? first = null;
        foreach (var input in inputs)
        {
            first ??= new Place(input.Name);
            Read(input, gathered);
        }

        var events = gathered.Events();
        foreach (var exercise in events.Where(e => e.Type == "exercise"))
            if (exercise.Text("topology") is { } topology) Topology.Read(topology, gathered.TopologyPlace ?? exercise.Place, gathered.Notes);
        if (!Usable(events, gathered.Notes)) gathered.Notes.Add(Notes.NothingUsable(first ?? new Place("input")));
        return new IntakeResult(events, gathered.Notes);
    }

    /// <summary>Whether there is anything to judge: not where all that was read is what had to be refused.</summary>
    public static bool Usable(IReadOnlyList<Event> events, IReadOnlyList<Note> notes) =>
        events.Any(e => e.Type != "note") || events.Count > 0 && !notes.Any(n => n.Severity == Severity.Error);

    private static void Read(Input input, Gathered into)
    {
        var place = new Place(input.Name);
        var text = TextInput.Lines(input.Text.TrimStart('\uFEFF'));
        switch (input.Hint)
        {
            case var _ when string.IsNullOrWhiteSpace(text): into.Notes.Add(Notes.Empty(place)); break;
            case Hint.Symptom: into.Symptom(text, place); break;
            case Hint.Topology: into.Topology(text, place); break;
            case Hint.Index: into.Index(text, place); break;
            case Hint.Log: Log(text, input.Name, into); break;
            case Hint.Probes: Probes(text, input.Name, into); break;
            default: Any(text, input.Name, into); break;
        }
    }

    /// <summary>Probes come as JSON, as a table, or as lines such as "ΔS 0.61, coverage 0.55".</summary>
    private static void Probes(string text, string file, Gathered into)
    {
        if (JsonInput.TryRead(text, file, 1, into)) return;
        if (ProbeTable.IsHeader(text)) ProbeTable.Read(text, file, 1, into);
        else if (text.Split('\n').Any(ProbeLine.Is)) BriefReader.Read(text, file, 1, into, Section.Probes);
        else
        {
            into.Notes.Add(Notes.NoProbeColumns(new Place(file, 1)));
            BriefReader.Read(text, file, 1, into, Section.Symptoms);
        }
    }

    private static void Any(string text, string file, Gathered into)
    {
        if (JsonInput.TryRead(text, file, 1, into)) return;
        if (ProbeTable.IsHeader(text)) ProbeTable.Read(text, file, 1, into);
        else BriefReader.Read(text, file, 1, into, Section.Symptoms);
    }

    internal static void Log(string text, string file, Gathered into)
    {
        foreach (var e in EventLog.Read(text, file, into.Notes)) into.Event(e);
    }
}
