using System.Text.Json;
using System.Text.RegularExpressions;
using TabletopAgent.Exercises;

namespace TabletopAgent.Agent.Grounding;

/// <summary>Who and what the events name.</summary>
internal static partial class EventNames
{
    /// <summary>Who holds which role; the last hand-over counts.</summary>
    public static IReadOnlyDictionary<string, string> Roles(IReadOnlyList<Event> events)
    {
        var holders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var e in events)
        {
            if (e.Type == "exercise" && e.Fields.TryGetValue("roles", out var roles) && roles.ValueKind == JsonValueKind.Object)
            {
                foreach (var role in roles.EnumerateObject())
                    if (role.Value.ValueKind == JsonValueKind.String) holders[role.Name] = Json.Text(role.Value);
            }
            else if (e.Type == "role" && e.Text("role") is { } role && e.Text("person") is { } person) holders[role] = person;
        }

        return holders;
    }

    public static IReadOnlyList<string> Of(IReadOnlyList<Event> events)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var e in events)
        {
            foreach (var field in (string[])["service", "region", "store", "probe_id", "index_family", "cache_prefix", "card"]) Add(e.Text(field));
            if (e.Type == "check") Add(e.Text("id"));
            if (e.Type != "exercise") continue;
            foreach (Match region in Region().Matches(e.Text("topology") ?? "")) Add(region.Groups["name"].Value);
            foreach (var field in (string[])["id", "title", "team", "scenario"]) Add(e.Text(field));
            foreach (var (list, part) in ((string, string)[])[("services", "name"), ("stores", "name"), ("index", "family"), ("index", "color"), ("baseline", "service"), ("baseline", "region")])
                if (e.Fields.TryGetValue(list, out var value)) foreach (var item in Items(value)) Add(Part(item, part));
        }

        return [.. names];

        void Add(string? name)
        {
            if (!string.IsNullOrWhiteSpace(name)) names.Add(name.Trim());
        }
    }

    private static JsonElement[] Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];

    private static string? Part(JsonElement item, string part) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(part, out var v) && v.ValueKind == JsonValueKind.String ? Json.Text(v) : null;

    /// <summary>The topology's form: <c>region:A(active,write),B(passive,read)</c>.</summary>
    [GeneratedRegex(@"(?<name>[A-Za-z0-9-]{1,40})\(", RegexOptions.CultureInvariant)] private static partial Regex Region();
}
