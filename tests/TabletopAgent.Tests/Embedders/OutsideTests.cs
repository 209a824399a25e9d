using TabletopAgent.Embedders;
using TabletopAgent.Exercises;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Embedders;

/// <summary>The outside embedder against a server on a real socket, well and ill.</summary>
public sealed class OutsideTests : IDisposable
{
    private readonly string _cache = Directory.CreateTempSubdirectory("vectors").FullName;

    public void Dispose() => Directory.Delete(_cache, recursive: true);

    private Outside Make(StubEmbedder server, Func<EmbedderSettings, EmbedderSettings>? set = null, bool cached = false)
    {
        var settings = new EmbedderSettings { Endpoint = server.Endpoint, Name = "letters", ApiKey = StubEmbedder.Key, TimeoutSeconds = 3 };
        settings = set?.Invoke(settings) ?? settings;
        return new Outside(settings, new EmbeddingsEndpoint(settings, new Wire(settings, TimeProvider.System)), cached ? new VectorCache(_cache, settings) : null, TimeProvider.System);
    }

    private static readonly string[] Three = ["a", "b", "ab"];

    [Fact]
    public async Task Vectors_come_at_length_one_and_the_key_goes_to_the_server_alone()
    {
        await using var server = new StubEmbedder();
        using var outside = Make(server);
        var notes = new List<Note>();
        var found = await outside.FetchAsync(["a", "ab", "a"], notes, default);
        Assert.Empty(notes);
        Assert.Equal([1f, 0f], found["a"][..2]);
        Assert.Equal([0.7071f, 0.7071f], found["ab"][..2].Select(x => MathF.Round(x, 4)));
        var request = Assert.Single(server.Requests);
        Assert.StartsWith("POST /v1/embeddings HTTP/1.1", request.Head, StringComparison.Ordinal);
        Assert.Contains($"Authorization: Bearer {StubEmbedder.Key}", request.Head, StringComparison.Ordinal);
        Assert.Equal("""{"model":"letters","input":["a","ab"]}""", request.Body);
    }

    [Fact]
    public async Task Many_texts_go_in_batches_and_a_length_is_asked_for_where_one_is_set()
    {
        await using var server = new StubEmbedder((_, r) => StubEmbedder.Vectors(r, t => StubEmbedder.Letters(t, 4)));
        using var outside = Make(server, s => s with { Batch = 3, Dimensions = 4 });
        var found = await outside.FetchAsync([.. Enumerable.Range(0, 8).Select(i => $"text {i}")], [], default);
        Assert.Equal(8, found.Count);
        Assert.Equal([2, 3, 3], server.Requests.Select(r => StubEmbedder.Texts(r).Count).Order());
        Assert.All(server.Requests, r => Assert.EndsWith(",\"dimensions\":4}", r.Body, StringComparison.Ordinal));
        Assert.Equal("letters@4", outside.Model);
    }

    [Fact]
    public async Task The_index_says_which_text_a_vector_is_of()
    {
        await using var server = new StubEmbedder((_, r) => StubEmbedder.Body(
            $$"""{"data":[{{string.Join(",", StubEmbedder.Texts(r).Select((t, i) => StubEmbedder.Item(i, StubEmbedder.Letters(t))).Reverse())}}]}"""));
        using var outside = Make(server);
        var found = await outside.FetchAsync(Three, [], default);
        Assert.Equal([1f, 0f], found["a"][..2]);
        Assert.Equal([0f, 1f], found["b"][..2]);
    }

    /// <summary>What the whole answer may be, and what is said of it. The texts then have no vectors, and one note says why.</summary>
    public static TheoryData<string, string> IllAnswers => new()
    {
        { """{"status":401}""", "refused the key (401); set TABLETOP__Embedder__ApiKey" },
        { """{"status":404}""", "knows no model \"letters\"" },
        { """{"status":500}""", "it failed (500)" },
        { """{"status":302,"headers":{"Location":"http://127.0.0.1:1/v1/embeddings"}}""", "it failed (302)" },
        { """{"status":429,"headers":{"Retry-After":"3600"}}""", "asks to wait 3600 s (429)" },
        { StubEmbedder.Body("<html>sign in</html>"), "none of an embeddings server" },
        { StubEmbedder.Body("""{"data":{}}"""), "none of an embeddings server" },
        { StubEmbedder.Body("""[1]"""), "none of an embeddings server" },
        { StubEmbedder.Body("""{"data":[{"index":0,"embedding":[1]}]}"""), "answered 3 texts with 1 vectors" },
        { StubEmbedder.Body($$"""{"data":[{{string.Join(",", Enumerable.Range(0, 4).Select(i => StubEmbedder.Item(i, "[1,0]")))}}]}"""), "answered 3 texts with 4 vectors" },
        { StubEmbedder.Body($$"""{"data":[{{string.Join(",", new[] { 0, 1, 1 }.Select(i => StubEmbedder.Item(i, "[1,0]")))}}]}"""), "which vector is of which text" },
        { StubEmbedder.Body($$"""{"data":[{{string.Join(",", new[] { 1, 2, 3 }.Select(i => StubEmbedder.Item(i, "[1,0]")))}}]}"""), "which vector is of which text" },
        { StubEmbedder.Body("""{"data":[{"embedding":[1]},{"embedding":[1]},{"embedding":[1]}]}"""), "which vector is of which text" },
        { StubEmbedder.Body(new string(' ', 4000), ",\"torn\":true"), "the connection broke off" },
        { """{"silent":"before"}""", "did not answer within" },
    };

    [Theory]
    [MemberData(nameof(IllAnswers))]
    public async Task An_ill_answer_is_said_once_and_leaves_texts_unmeasured(string reply, string said)
    {
        await using var server = new StubEmbedder((_, _) => reply);
        using var outside = Make(server, s => s with { TimeoutSeconds = 1 });
        var notes = new List<Note>();
        Assert.Empty(await outside.FetchAsync(Three, notes, default));
        var note = Assert.Single(notes);
        Assert.Equal("TT715", note.Code);
        Assert.StartsWith("3 of 3 text(s) have no vector of letters: ", note.Text, StringComparison.Ordinal);
        Assert.Contains(said, note.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(StubEmbedder.Key, note.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said()
    {
        var server = new StubEmbedder();
        using var outside = Make(server);
        await server.DisposeAsync();
        var notes = new List<Note>();
        Assert.Empty(await outside.FetchAsync(Three, notes, default));
        Assert.Contains("it cannot be reached", Assert.Single(notes).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[0,0]", "all zeros")]
    [InlineData("[1,NaN]", "no finite numbers")]
    [InlineData("[1,-Infinity]", "no finite numbers")]
    [InlineData("[1,1e999]", "no finite numbers")]
    [InlineData("[1,\"2\"]", "no finite numbers")]
    [InlineData("[1,null]", "no finite numbers")]
    [InlineData("[]", "empty or no list")]
    [InlineData("null", "empty or no list")]
    [InlineData("[1]", "1 numbers where 2 are expected")]
    [InlineData("[1,2,3]", "3 numbers where 2 are expected")]
    public async Task One_bad_vector_costs_its_own_text_only(string vector, string said)
    {
        await using var server = new StubEmbedder((_, r) => StubEmbedder.Vectors(r, t => t == "b" ? vector : "[3,4]"));
        using var outside = Make(server);
        var notes = new List<Note>();
        var found = await outside.FetchAsync(Three, notes, default);
        Assert.Equal(["a", "ab"], found.Keys.Order());
        Assert.Equal([0.6f, 0.8f], found["a"]);
        var note = Assert.Single(notes);
        Assert.Equal("TT716", note.Code);
        Assert.Contains($"1 vector(s) of letters cannot be used ({said})", note.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"status":429,"headers":{"Retry-After":"1"}}""")]
    [InlineData("""{"status":429}""")]
    [InlineData("""{"status":503}""")]
    [InlineData("""{"status":500}""")]
    [InlineData("torn")]
    public async Task What_may_pass_is_tried_again(string reply)
    {
        await using var server = new StubEmbedder((n, r) => n > 2 ? null : reply == "torn" ? StubEmbedder.Vectors(r)[..^1] + ",\"torn\":true}" : reply);
        using var outside = Make(server, s => s with { Batch = 1 });
        var notes = new List<Note>();
        Assert.Equal(3, (await outside.FetchAsync(Three, notes, default)).Count);
        Assert.Empty(notes);
        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public async Task Who_failed_is_not_asked_for_the_next_log_at_once()
    {
        await using var server = new StubEmbedder((_, _) => """{"status":401}""");
        using var outside = Make(server, s => s with { Concurrency = 1, Batch = 1 });
        var notes = new List<Note>();
        await outside.FetchAsync(Three, notes, default);
        await outside.FetchAsync(["c"], notes, default);
        Assert.Single(server.Requests);
        Assert.Equal(["3 of 3", "1 of 1"], notes.Select(n => n.Text[..6]));
    }

    [Fact]
    public async Task A_text_that_is_too_long_does_not_cost_the_others_theirs()
    {
        await using var server = new StubEmbedder((_, r) => StubEmbedder.Texts(r).Any(t => t.Length > 10) ? """{"status":400}""" : null);
        using var outside = Make(server);
        var notes = new List<Note>();
        Assert.Equal(["a", "b", "c"], (await outside.FetchAsync(["a", "b", "much too long", "c"], notes, default)).Keys.Order());
        Assert.StartsWith("1 of 4 text(s) have no vector of letters: it refused the text (400)", Assert.Single(notes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_every_text_is_refused_it_is_not_the_texts()
    {
        await using var server = new StubEmbedder((_, _) => """{"status":400}""");
        using var outside = Make(server);
        var notes = new List<Note>();
        await outside.FetchAsync([.. Enumerable.Range(0, 30).Select(i => $"text {i}")], notes, default);
        Assert.Equal(3, server.Requests.Count);
        Assert.StartsWith("30 of 30", Assert.Single(notes).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_fetched_once_is_never_asked_for_again()
    {
        await using var server = new StubEmbedder();
        using (var first = Make(server, cached: true)) await first.FetchAsync(Three, [], default);
        using var second = Make(server, cached: true);
        var found = await second.FetchAsync([.. Three, "c"], [], default);
        Assert.Equal(4, found.Count);
        Assert.Equal([.. Three, "c"], server.Asked);
    }

    [Fact]
    public async Task A_model_that_changed_under_its_name_never_meets_the_old_one()
    {
        await using (var old = new StubEmbedder())
        {
            using var first = Make(old, cached: true);
            await first.FetchAsync(["a"], [], default);
        }

        await using var server = new StubEmbedder((_, r) => StubEmbedder.Vectors(r, t => StubEmbedder.Letters(t, 8)));
        var notes = new List<Note>();
        using (var same = Make(server, cached: true)) Assert.Equal(["a"], (await same.FetchAsync(["a", "b"], notes, default)).Keys);
        Assert.Contains("8 numbers where 26 are expected", Assert.Single(notes).Text, StringComparison.Ordinal);
        using var raised = Make(server, s => s with { Revision = "2" }, cached: true);
        Assert.Equal(2, (await raised.FetchAsync(["a", "b"], [], default)).Count);
    }

    [Fact]
    public async Task Where_none_came_the_text_is_unmeasured_not_zero_and_the_built_in_embedder_does_not_step_in()
    {
        await using var server = new StubEmbedder((_, r) => StubEmbedder.Vectors(r, t => t == "abc" ? "[0,0]" : StubEmbedder.Letters(t, 2)));
        using var outside = Make(server);
        Event[] probes =
        [
            Measure.Make.Event("""{"probe_id":"p-1","question":"a","ΔS_q_r":0.1,"runs":[{"retrieved":[{"text":"ab"}]}]}"""),
            Measure.Make.Event("""{"probe_id":"p-2","question":"abc","runs":[{"retrieved":[{"text":"ab"}]}]}"""),
        ];
        var vectors = outside.For(probes, []);
        var board = ProbeBoard.Of([.. probes, .. vectors], Targets.Default);
        // p-1: (1, 0) and (1, 1), 1 − 1/√2. The recomputed value counts, the reported one is shown; p-2 has none.
        Assert.Equal((0.2929, "letters", 0.1, 1), (board.Latest!.DsMedian, board.Latest.Embedder, board.Latest.DsReported, board.Latest.DeltaS.Unmeasured.Count));
    }

    [Fact]
    public async Task A_log_that_holds_vectors_is_not_sent_anywhere()
    {
        await using var server = new StubEmbedder();
        using var outside = Make(server);
        Assert.Empty(outside.For(
            [
                Measure.Make.Event("""{"probe_id":"p","question":"a","runs":[{"retrieved":[{"text":"b"}]}]}"""),
                Measure.Make.Event($$"""{"text_hash":"{{Vectors.Hash("a")}}","embedder":"bge","vector":[1,0]}""", type: "vectors"),
            ], []));
        Assert.Empty(outside.For([Measure.Make.Dense(1, "bge", 0.3)], []));
        Assert.Empty(server.Requests);
    }
}
