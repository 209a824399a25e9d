using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace TabletopAgent.Embedders;

/// <summary>
/// <c>/v1/embeddings</c> as OpenAI, Azure OpenAI, Ollama, vLLM and text-embeddings-inference share it. Spoken here and not through the client
/// library, because that leaves out the index which says what text a vector is of, and wants base64, which not all of them write.
/// </summary>
internal sealed class EmbeddingsEndpoint(EmbedderSettings settings, Wire wire) : IEmbeddingGenerator<string, Embedding<float>>
{
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        var body = Body(texts, settings.Name, options?.Dimensions ?? settings.Dimensions);
        var answer = await wire.SendAsync(() => Request(body), cancellationToken).ConfigureAwait(false);
        return [.. Read(answer, texts.Count).Select(v => new Embedding<float>(v))];
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => wire.Dispose();

    private HttpRequestMessage Request(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{settings.Endpoint!.AbsoluteUri.TrimEnd('/')}/embeddings")) { Content = content };
        if (settings.ApiKey is { } key) request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        return request;
    }

    private static byte[] Body(List<string> texts, string model, int dimensions)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("model", model);
            json.WriteStartArray("input");
            foreach (var text in texts) json.WriteStringValue(text);
            json.WriteEndArray();
            if (dimensions > 0) json.WriteNumber("dimensions", dimensions);
            json.WriteEndObject();
        }

        return body.ToArray();
    }

    /// <summary>The vectors in the order of the texts. What is no number becomes NaN: whoever takes a vector looks at its numbers anyway.</summary>
    private static float[][] Read(byte[] answer, int count)
    {
        try
        {
            var json = Json.Parse(answer);
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array) throw new EmbedderIllException(NoVectors);
            if (data.GetArrayLength() != count) throw new EmbedderIllException($"it answered {count} texts with {data.GetArrayLength()} vectors; look at its own log.");
            var vectors = new float[count][];
            foreach (var item in data.EnumerateArray())
            {
                if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("index", out var index) || !index.TryGetInt32(out var at) || at < 0 || at >= count || vectors[at] is not null)
                    throw new EmbedderIllException("it does not say which vector is of which text (index); look at its own log.");
                vectors[at] = item.TryGetProperty("embedding", out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(Number)] : [];
            }

            return vectors;
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException or InvalidOperationException)
        {
            throw new EmbedderIllException(NoVectors, inner: e);
        }
    }

    private const string NoVectors = "its answer is none of an embeddings server; see that Endpoint is the right one.";

    private static float Number(JsonElement json) => json.ValueKind == JsonValueKind.Number && json.TryGetSingle(out var number) ? number : float.NaN;
}
