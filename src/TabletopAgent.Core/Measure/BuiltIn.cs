using System.Text.Json;
using TabletopAgent.Embedding;

namespace TabletopAgent.Measure;

/// <summary>The built-in embedder for whoever measures: where its file is missing or torn, that is said and ΔS stays unmeasured.</summary>
internal static class BuiltIn
{
    public static Embedder? Get(Place place, List<Note> notes)
    {
        try
        {
            return Embedder.Shared;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            if (!notes.Exists(n => n.Code == "TT720")) notes.Add(Notes.NoEmbedder(place, e.Message));
            return null;
        }
    }

    /// <summary>As records name it: <c>name@rev</c>.</summary>
    public static string Model(Embedder embedder) => $"{embedder.Name}@{embedder.Rev}";

    /// <summary>The calibrated bars that travel with the built-in embedder, made of a thousand pairs it never learned from; null for any other embedder.</summary>
    public static BarsReport? Calibrated(string? model) => s_shipped.Value is { } shipped && shipped.Model == model ? shipped.Bars : null;

    private static readonly Lazy<(string Model, BarsReport Bars)?> s_shipped = new(() =>
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "embedding", "builtin.calibration.json")));
            var bars = json.RootElement.GetProperty("calibrated");
            return (json.RootElement.GetProperty("embedder").GetString()!, new BarsReport(bars.GetProperty("pass").GetDouble(), bars.GetProperty("act").GetDouble()));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    });

    /// <summary>Whether a record that names an embedder, with or without its revision, means this one.</summary>
    public static bool Same(string? recorded, string? model) =>
        recorded is not null && model is not null && (recorded == model || model.StartsWith(recorded + "@", StringComparison.Ordinal));
}
