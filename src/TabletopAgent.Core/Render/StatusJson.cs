using System.Text.Json;

namespace TabletopAgent.Render;

/// <summary>The status object on one line: the answer to the seed's fourth question, its five keys first.</summary>
/// <remarks>Written by hand: the serializer costs a start that prints nothing else some 30 ms. A test holds the two to the same bytes.</remarks>
internal static class StatusJson
{
    public static string Of(Report report) => JsonText.Of(Json.Compact, json => Write(json, report.Status));

    private static void Write(Utf8JsonWriter json, Status status)
    {
        json.WriteStartObject();
        json.WriteString("RTO", status.Rto);
        json.WriteString("RPO", status.Rpo);
        Number(json, "ΔS_median", status.DeltaSMedian);
        Number(json, "coverage_median", status.CoverageMedian);
        json.WriteString("next_fix", status.NextFix);
        json.WriteString("layer", status.Layer);
        json.WriteString("second_layer", status.SecondLayer);
        json.WriteString("confidence", status.Confidence);
        json.WriteStartArray("pages");
        foreach (var page in status.Pages)
        {
            json.WriteStartObject();
            json.WriteString("id", page.Id);
            json.WriteString("section", page.Section);
            json.WriteString("url", page.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonText.Strings(json, "steps", status.Steps);
        json.WriteStartArray("actions");
        foreach (var action in status.Actions)
        {
            json.WriteStartObject();
            json.WriteString("area", action.Area);
            json.WriteString("do", action.Do);
            json.WriteString("proof", action.Proof);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("lambda", status.Lambda);
        json.WriteStartObject("dimensions");
        foreach (var dimension in status.Dimensions) json.WriteString(dimension.Key, dimension.Value);
        json.WriteEndObject();
        json.WriteString("overall", status.Overall);
        JsonText.Strings(json, "notes", status.Notes);
        json.WriteString("inputs_hash", status.InputsHash);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        json.WritePropertyName(name);
        FourDecimals.Write(json, value ?? double.NaN);
    }
}
