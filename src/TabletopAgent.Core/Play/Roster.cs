using System.Text.Json;
using TabletopAgent.Exercises;

namespace TabletopAgent.Play;

/// <summary>Who holds which role, folded from the first line of the log and its role events.</summary>
internal sealed class Roster
{
    private readonly Dictionary<string, string> _holders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _handedOver = new(StringComparer.Ordinal);

    public void Take(Event e)
    {
        if (e.Type == "exercise" && e.Fields.TryGetValue("roles", out var roles) && roles.ValueKind == JsonValueKind.Object)
        {
            foreach (var role in roles.EnumerateObject())
                if (role.Value.ValueKind == JsonValueKind.String) _holders[role.Name] = Json.Text(role.Value);
        }
        else if (e.Type == "role" && e.Text("role") is { } role && e.Text("person") is { } person)
        {
            if (_holders.TryGetValue(role, out var before) && !Same(before, person)) _handedOver.Add(role);
            _holders[role] = person;
        }
    }

    public string? Holder(string role) => _holders.GetValueOrDefault(role);

    public bool HandedOver(string role) => _handedOver.Contains(role);

    /// <summary>The roles of a person, in the fixed order of roles; none: that person only reads.</summary>
    public IReadOnlyList<string> RolesOf(string person) => [.. EventCatalog.Roles.Where(r => Holder(r) is { } holder && Same(holder, person))];

    public IReadOnlyList<string> Unstaffed => [.. Plan.TeamRoles.Where(r => Holder(r) is null)];

    /// <summary>Everybody with a role, once, in the order of the roles.</summary>
    public IReadOnlyList<string> People => [.. EventCatalog.Roles.Select(Holder).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    public static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
