using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TabletopAgent.Render;

/// <summary>How report types become JSON, worked out at build time: reflection would cost every start some 40 ms.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(FourDecimals)])]
[JsonSerializable(typeof(Report))]
[JsonSerializable(typeof(Status))]
[JsonSerializable(typeof(BoardReport))]
[JsonSerializable(typeof(CalibrationReport))]
[JsonSerializable(typeof(IReadOnlyList<NoteReport>))]
internal sealed partial class ReportContext : JsonSerializerContext
{
    /// <summary>The default context would write the key ΔS_median with an escape: the encoder of names is the options', not the writer's.</summary>
    public static ReportContext Plain => s_plain ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    // Made on first use: the order in which a partial class sets its static fields is not ours to know.
    private static ReportContext? s_plain;
}

/// <summary>JSON has no NaN, and nobody needs a fifth decimal.</summary>
internal sealed class FourDecimals : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => Write(writer, value);

    public static void Write(Utf8JsonWriter writer, double value)
    {
        // Adding zero turns -0 into 0.
        if (double.IsFinite(value)) writer.WriteNumberValue(Math.Round(value, 4) + 0.0);
        else writer.WriteNullValue();
    }
}
