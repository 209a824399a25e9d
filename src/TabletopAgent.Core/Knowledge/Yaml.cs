using System.Globalization;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TabletopAgent.Knowledge;

/// <summary>YAML as names and lists with line numbers. The only place that knows YamlDotNet.</summary>
internal sealed class Yaml
{
    private readonly YamlMappingNode _map;
    private readonly int _offset;

    private Yaml(YamlMappingNode map, int offset) => (_map, _offset) = (map, offset);

    /// <param name="text">A mapping.</param>
    /// <param name="file">For notes.</param>
    /// <param name="offset">Lines before the text in its file.</param>
    public static Yaml? Read(string text, string file, int offset, List<Note> notes)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count > 0 && stream.Documents[0].RootNode is YamlMappingNode map) return new Yaml(map, offset);
            notes.Add(Notes.BadFrontMatter(new Place(file, offset + 1), "write names and values, such as layer: routing."));
        }
        catch (YamlException e)
        {
            notes.Add(Notes.BadFrontMatter(new Place(file, (int)e.Start.Line + offset), $"{e.Message.Trim().TrimEnd('.')}."));
        }

        return null;
    }

    public string? Text(string name) => Node(name) is YamlScalarNode { Value: { Length: > 0 } value } ? value.Trim() : null;

    public int? Whole(string name) => int.TryParse(Text(name), out var n) ? n : null;

    public IReadOnlyList<string> List(string name) => Node(name) switch
    {
        YamlSequenceNode list => [.. list.OfType<YamlScalarNode>().Select(n => n.Value?.Trim() ?? "").Where(v => v.Length > 0)],
        YamlScalarNode { Value.Length: > 0 } one => [one.Value!.Trim()],
        _ => [],
    };

    public IEnumerable<Yaml> Maps(string name) =>
        Node(name) is YamlSequenceNode list ? list.OfType<YamlMappingNode>().Select(m => new Yaml(m, _offset)) : [];

    /// <summary>A value as JSON: plain true, false and numbers as such, all else as text. Null where there is none.</summary>
    public JsonElement? Json(string name) => Node(name) is { } node ? TabletopAgent.Json.Element(Value(node)) : null;

    private static object Value(YamlNode node) => node switch
    {
        YamlSequenceNode list => list.Select(Value).ToList(),
        YamlMappingNode map => map.ToDictionary(p => (p.Key as YamlScalarNode)?.Value ?? "", p => TabletopAgent.Json.Element(Value(p.Value)), StringComparer.Ordinal),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => flag.Value == "true",
        YamlScalarNode { Style: ScalarStyle.Plain } plain when double.TryParse(plain.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n) => n,
        _ => (node as YamlScalarNode)?.Value ?? "",
    };

    public IEnumerable<(string Name, string Value)> Pairs(string name) => Node(name) is YamlMappingNode map
        ? map.Where(p => p.Key is YamlScalarNode).Select(p => (((YamlScalarNode)p.Key).Value ?? "", (p.Value as YamlScalarNode)?.Value ?? ""))
        : [];

    public int Line => (int)_map.Start.Line + _offset;

    private YamlNode? Node(string name) => _map.Children.TryGetValue(new YamlScalarNode(name), out var node) ? node : null;
}
