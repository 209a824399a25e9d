using Microsoft.Extensions.Time.Testing;
using TabletopAgent.Embedders;
using TabletopAgent.Exercises;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Embedders;

public sealed class LiveVectorsTests
{
    private readonly FakeTimeProvider _clock = new();

    private Outside Of(StubEmbedder server)
    {
        var settings = new EmbedderSettings { Endpoint = server.Endpoint, Name = "letters" };
        return new Outside(settings, new EmbeddingsEndpoint(settings, new Wire(settings, TimeProvider.System)), null, _clock);
    }

    private static Event Probe(string question, string retrieved) =>
        Measure.Make.Event($$"""{"type":"probe","at":"2026-05-04T14:20:00Z","probe_id":"{{question}}","question":"{{question}}","runs":[{"retrieved":[{"text":"{{retrieved}}"}]}]}""");

    private static string Said(IReadOnlyList<Event> vectors) => string.Join(" ", vectors.Select(v => $"{v.Text("text_hash")![..4]}{(v.Fields.ContainsKey("vector") ? "" : "?")}"));

    private static string Of(string text) => Vectors.Hash(text)[..4];

    [Fact]
    public async Task Each_text_has_its_vector_once_at_the_time_of_its_probe()
    {
        await using var server = new StubEmbedder();
        using var outside = Of(server);
        var live = new LiveVectors(outside, []);
        var first = await live.BeforeAsync([Probe("a", "b")], []);
        Assert.Equal($"{Of("a")} {Of("b")}", Said(first));
        Assert.All(first, v => Assert.Equal(new DateTimeOffset(2026, 5, 4, 14, 20, 0, TimeSpan.Zero), v.At));
        Assert.Equal(Of("c"), Said(await live.BeforeAsync([Probe("a", "c")], [])));
        Assert.Empty(await live.BeforeAsync([Probe("c", "b"), Event.Of("symptom", default, ("text", "a symptom"))], []));
    }

    [Fact]
    public async Task What_did_not_come_is_asked_for_again_with_the_next_probes()
    {
        await using var server = new StubEmbedder((n, _) => n == 1 ? """{"status":401}""" : null);
        using var outside = Of(server);
        var live = new LiveVectors(outside, []);
        var notes = new List<Note>();
        Assert.Equal($"{Of("a")}? {Of("b")}?", Said(await live.BeforeAsync([Probe("a", "b")], notes)));
        Assert.Single(notes);
        _clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal($"{Of("a")} {Of("b")} {Of("c")}", Said(await live.BeforeAsync([Probe("c", "b")], [])));
    }

    [Fact]
    public async Task A_log_that_goes_on_keeps_what_it_has_and_gets_the_rest()
    {
        await using var server = new StubEmbedder();
        using var outside = Of(server);
        var log = await new LiveVectors(outside, []).BeforeAsync([Probe("a", "b")], []);
        // One probe with vectors of this embedder, one from before it was configured.
        var live = new LiveVectors(outside, [.. log, Probe("a", "b"), Probe("d", "b")]);
        Assert.Equal($"{Of("d")} {Of("e")}", Said(await live.BeforeAsync([Probe("e", "b")], [])));
    }
}
