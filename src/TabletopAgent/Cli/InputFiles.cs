using System.IO.Compression;
using TabletopAgent.Exercises;
using TabletopAgent.Intake;

namespace TabletopAgent.Cli;

/// <summary>Opens what was given and hands it to the intake. Event logs stream; everything else is text under a cap.</summary>
internal static class InputFiles
{
    public static async Task<(IReadOnlyList<Event> Events, IReadOnlyList<Note> Notes)> ReadAsync(Given given)
    {
        var notes = new List<Note>();
        var inputs = new List<Input>();
        for (var i = 0; i < given.Symptoms.Count; i++) inputs.Add(new Input(Numbered("--symptom", i, given.Symptoms.Count), given.Symptoms[i], Hint.Symptom));
        if (given.Topology is { } topology) inputs.Add(new Input("--topology", topology, Hint.Topology));
        for (var i = 0; i < given.Index.Count; i++) inputs.Add(new Input(Numbered("--index", i, given.Index.Count), given.Index[i], Hint.Index));

        var events = new List<Event>();
        foreach (var file in given.Files)
            if (IsLog(file)) await LogAsync(file, events, notes).ConfigureAwait(false);
            else await TextAsync(file, Hint.Unknown, inputs, notes).ConfigureAwait(false);
        if (given.Probes is { } probes) await TextAsync(probes, Hint.Probes, inputs, notes).ConfigureAwait(false);
        if (given.Log is { } log) await LogAsync(log, events, notes).ConfigureAwait(false);
        if (given.In is { } piped) Add("standard input", await TextInput.ReadAsync(piped(), "standard input", notes).ConfigureAwait(false), Hint.Unknown, inputs);

        // What could not be read has its note already; only what was read is judged usable or not.
        if (inputs.Count == 0) return (events, notes);
        var read = IntakeReader.Read(inputs);
        return ([.. events, .. read.Events], [.. notes, .. read.Notes]);
    }

    /// <summary>Only a log is packed or larger than the cap on text; other .jsonl may hold probes, which the intake tells apart.</summary>
    private static bool IsLog(string file) =>
        file.EndsWith(".jsonl.gz", StringComparison.OrdinalIgnoreCase)
        || file.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) && new FileInfo(file) is { Exists: true, Length: > TextInput.MaxBytes };

    private static async Task TextAsync(string file, Hint hint, List<Input> inputs, List<Note> notes) =>
        Add(file, await InputFile.ReadAsync(file, notes).ConfigureAwait(false), hint, inputs);

    private static void Add(string name, string text, Hint hint, List<Input> inputs)
    {
        if (!string.IsNullOrWhiteSpace(text)) inputs.Add(new Input(name, text, hint));
    }

    public static Task LogAsync(string file, List<Event> events, List<Note> notes, ChainCheck? chain = null) => LogAsync(file, events.Add, notes, chain);

    /// <param name="take">Takes each event as it is read: a long log is nowhere in memory at once.</param>
    /// <param name="chain">Takes its lines as they stand, where its chain is asked for.</param>
    public static async Task LogAsync(string file, Action<Event> take, List<Note> notes, ChainCheck? chain = null)
    {
        var opened = await InputFile.OpenAsync(file, notes).ConfigureAwait(false);
        if (opened is null) return;
        await using var stream = opened.CanSeek ? opened : new PatientStream(opened, file, notes);
        await using var plain = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        try
        {
            foreach (var e in EventLog.Read(plain, file, notes, chain)) take(e);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            notes.Add(Notes.Damaged(new Place(file), InputFile.Why(e)));
        }
    }

    private static string Numbered(string flag, int i, int of) => of > 1 ? $"{flag} {i + 1}" : flag;
}
