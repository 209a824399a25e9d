using System.Text.Json;
using TabletopAgent.Tests.Agent;

namespace TabletopAgent.Tests.Embedders;

/// <summary>
/// An embeddings server over a real socket. Its vectors count letters, so that texts of the same letters are one and texts that share none
/// have nothing in common: "aab" is (2, 1, 0, …), and ΔS of "a" and "ab" is 1 − 1/√2 = 0.2929.
/// </summary>
internal sealed class StubEmbedder : IAsyncDisposable
{
    public const string Key = "sk-do-not-show-4711";
    private readonly StubModel _server;

    /// <param name="ill">What to answer to the n-th request (from 1) in place of vectors; null: vectors.</param>
    public StubEmbedder(Func<int, StubModel.Request, string?>? ill = null)
    {
        var asked = 0;
        _server = new StubModel(request => ill?.Invoke(++asked, request) ?? Vectors(request));
    }

    public Uri Endpoint => _server.Endpoint;

    public IReadOnlyList<StubModel.Request> Requests => _server.Requests;

    /// <summary>All texts asked for, in no order.</summary>
    public IReadOnlyList<string> Asked => [.. Requests.SelectMany(Texts)];

    /// <summary>What a process needs to use it.</summary>
    public (string, string?)[] Environment(string cache, params (string, string?)[] more) =>
    [
        ("TABLETOP__Embedder__Endpoint", Endpoint.AbsoluteUri), ("TABLETOP__Embedder__Name", "letters"), ("TABLETOP__Embedder__ApiKey", Key),
        ("TABLETOP__Embedder__TimeoutSeconds", "30"), ("XDG_CACHE_HOME", cache), .. more,
    ];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    public static IReadOnlyList<string> Texts(StubModel.Request request) =>
        [.. JsonElement.Parse(request.Body).GetProperty("input").EnumerateArray().Select(t => t.GetString()!)];

    public static string Letters(string text, int length = 26)
    {
        var counts = new int[length];
        foreach (var c in text.ToLowerInvariant().Where(char.IsAsciiLetter)) counts[(c - 'a') % length]++;
        return $"[{string.Join(",", counts)}]";
    }

    /// <param name="vector">Of a text; JSON.</param>
    public static string Vectors(StubModel.Request request, Func<string, string>? vector = null) =>
        Body($$"""{"object":"list","data":[{{string.Join(",", Texts(request).Select((t, i) => Item(i, vector?.Invoke(t) ?? Letters(t))))}}],"model":"letters"}""");

    public static string Item(int index, string vector) => $$"""{"object":"embedding","index":{{index}},"embedding":{{vector}}}""";

    public static string Body(string body, string more = "") => $$"""{"status":200,"body":{{JsonSerializer.Serialize(body)}}{{more}}}""";
}
