using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TabletopAgent.Render;

namespace TabletopAgent.Grade;

/// <summary>How grades become JSON and come back, worked out at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(FourDecimals)])]
[JsonSerializable(typeof(GradeLine))]
[JsonSerializable(typeof(Summary))]
internal sealed partial class GradeContext : JsonSerializerContext
{
    public static GradeContext Plain => s_plain ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static GradeContext? s_plain;
}

/// <summary>One line of the journal that a broken run goes on from.</summary>
/// <param name="File">The log or document that was read.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Sha256">Of those bytes.</param>
/// <param name="Grades">None where it was refused; several where a document holds several incidents.</param>
/// <param name="Refused">Why, where it was.</param>
/// <param name="End">Where its reports end in <c>grades.jsonl</c>.</param>
internal sealed record GradeLine(string File, long Size, string Sha256, IReadOnlyList<Graded> Grades, Refusal? Refused, long End)
{
    /// <summary>With what the model's notes were written; null where none were asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NotesBy { get; init; }
}

internal sealed record Refusal(string Code, string Text, int Line);
