using System.Text.Json;
using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Exercises;

public sealed class EventCatalogTests
{
    private static readonly string Path = System.IO.Path.Combine(Root(), "schemas", "event-log.schema.json");

    /// <summary>The schema is written for others and the catalog for us; each field of one is in the other, with the same kind and words.</summary>
    [Fact]
    public void The_published_schema_and_the_catalog_say_the_same()
    {
        var types = JsonElement.Parse(File.ReadAllText(Path)).GetProperty("$defs");
        Assert.Equal(EventCatalog.Types.Keys.Order(), types.EnumerateObject().Select(t => t.Name).Order());
        foreach (var type in types.EnumerateObject())
        {
            var said = type.Value.GetProperty("properties").EnumerateObject().Select(p => $"{p.Name} {Kind(type.Name, p.Value)}").Order();
            var known = EventCatalog.Types[type.Name].Select(f => $"{f.Name} {Kind(type.Name, f)}").Order();
            Assert.Equal(known, said);
            Assert.Equal(
                EventCatalog.Types[type.Name].Where(f => f.Required).Select(f => f.Name).Order(),
                type.Value.GetProperty("required").EnumerateArray().Select(r => r.GetString()!).Order());
        }
    }

    [Theory]
    [InlineData("""{"type":"symptom","text":"writes fail","at":"2026-05-04T14:10:00Z"}""", true)]
    [InlineData("""{"type":"symptom"}""", false)]
    [InlineData("""{"type":"milestone","what":"done"}""", false)]
    [InlineData("""{"type":"sli","samples":200,"anything":"else"}""", true)]
    [InlineData("""{"type":"probe","probe_id":"p-037","question":"Where in the policy does paid time off accrue for part-time?","expected_section":"benefits.pto.rules","ΔS_q_r":0.38,"coverage":0.74,"λ_state":"<>","citations":["doc:hr-handbook#s4.2"],"index_family":"docs-v3-green","retriever_metric":"cosine","analyzer":"bilstem"}""", true)]
    public async Task A_line_is_valid_by_the_schema_exactly_where_it_should_be(string line, bool valid)
    {
        // NJsonSchema knows the older name of $defs only.
        var text = (await File.ReadAllTextAsync(Path)).Replace("$defs", "definitions", StringComparison.Ordinal);
        var schema = await NJsonSchema.JsonSchema.FromJsonAsync(text);
        Assert.Equal(valid, schema.Validate(line).Count == 0);
    }

    private static string Kind(string type, Field field) => field.Name == "type" ? type : field.Kind switch
    {
        FieldKind.Text => "string",
        FieldKind.Number => "number",
        FieldKind.Flag => "boolean",
        FieldKind.List => "array",
        FieldKind.Object => "object",
        FieldKind.Time => "date-time",
        FieldKind.Word => string.Join('|', field.Words),
        _ => "any",
    };

    private static string Kind(string type, JsonElement property) =>
        property.TryGetProperty("enum", out var words) ? string.Join('|', words.EnumerateArray().Select(w => w.GetString()))
        : property.TryGetProperty("format", out var format) ? format.GetString()!
        : property.TryGetProperty("type", out var kind) ? kind.GetString()!
        : "any";

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder!.FullName, "TabletopAgent.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
