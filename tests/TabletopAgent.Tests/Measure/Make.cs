using System.Globalization;
using TabletopAgent.Exercises;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

/// <summary>Probes for tests, through the reader that the product uses.</summary>
internal static class Make
{
    public static readonly Targets Targets = Targets.Default;

    public static Event Event(string json, List<Note>? notes = null, string type = "probe", int line = 1) =>
        EventReader.Read(json, new Place("probes.jsonl", line), notes ?? [], type) ?? throw new ArgumentException(json);

    public static Probe Probe(string json, List<Note>? notes = null)
    {
        notes ??= [];
        return ProbeReader.Read(Event(json, notes), notes);
    }

    /// <summary>A flat record as in the seed.</summary>
    public static Event Flat(int id, double? ds, double? coverage, string? lambda = "→", string phase = "post", string topic = "pay", string more = "") =>
        Event($$"""{"phase":"{{phase}}","probe_id":"p-{{id:000}}","expected_section":"{{topic}}","ΔS_q_r":{{Number(ds)}},"coverage":{{Number(coverage)}},"λ_state":{{(lambda is null ? "null" : $"\"{lambda}\"")}}{{more}}}""", line: id);

    public static List<Event> Flats(int n, double ds, double coverage, string? lambda = "→", string phase = "post") =>
        Enumerable.Range(1, n).Select(i => Flat(i, ds, coverage, lambda, phase)).ToList();

    /// <summary>A vector whose ΔS to (1, 0) is the given one.</summary>
    public static string Apart(double ds) => $"[{Number(1 - ds)},{Number(Math.Sqrt(1 - (1 - ds) * (1 - ds)))}]";

    /// <summary>A computed probe: one run at each ΔS.</summary>
    public static Event Dense(int id, string model, params double[] ds)
    {
        var runs = ds.Select((d, i) => $$"""{"paraphrase":{{i / 2 + 1}},"seed":{{i % 2 + 1}},"question_vec":[1,0],"retrieved":[{"doc":"d"}],"retrieved_vec":{{Apart(d)}}}""");
        return Event($$"""{"phase":"post","probe_id":"p-{{id:000}}","embed_model":"{{model}}","runs":[{{string.Join(",", runs)}}]}""", line: id);
    }

    private static string Number(double? value) => value is { } v ? v.ToString("R", CultureInfo.InvariantCulture) : "null";
}
