using System.Text.Json;
using TabletopAgent.Exercises;
using TabletopAgent.Measure;

namespace TabletopAgent.Embedders;

/// <summary>A vector as an event of the log.</summary>
internal static class VectorEvent
{
    private static readonly Place s_at = new("Embedder");

    /// <param name="vector">Null: it was asked for and did not come.</param>
    public static Event Of(string hash, (string Name, string? Rev) embedder, float[]? vector) =>
        Event.Of("vectors", s_at, ("text_hash", hash), ("embedder", Vectors.Named(embedder)), ("vector", vector is null ? null : List(vector)));

    private static JsonElement List(float[] vector)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var x in vector) json.WriteNumberValue(x);
            json.WriteEndArray();
        }

        return JsonElement.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }
}
