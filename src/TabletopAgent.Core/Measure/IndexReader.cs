using System.Text.Json;
using System.Text.RegularExpressions;

namespace TabletopAgent.Measure;

/// <summary>Reads index identities from a line of a brief or from the <c>index</c> field of an exercise. Nothing throws.</summary>
internal static partial class IndexReader
{
    /// <summary>One line such as <c>docs-v3-green metric=cosine analyzer=icu hash=9f2c dim=768 intentional=true</c>.</summary>
    public static IndexIdentity Line(string line, Place place, List<Note> notes)
    {
        var index = new IndexIdentity(place);
        foreach (var part in Equals().Replace(line, "=").Split([' ', '\t', ',', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = Pair(part, index);
            index = Take(index, key, value, part, notes);
        }

        return index;
    }

    /// <summary>The <c>index</c> field: a list, one object or a line.</summary>
    public static List<IndexIdentity> Read(JsonElement json, Place place, List<Note> notes) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(item => Read(item, place, notes)).ToList(),
        JsonValueKind.String => [Line(ProbeFields.Plain(json) ?? "", place, notes)],
        JsonValueKind.Object => [Object(json, place, notes)],
        _ => [],
    };

    private static IndexIdentity Object(JsonElement json, Place place, List<Note> notes)
    {
        var index = new IndexIdentity(place);
        foreach (var field in json.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.Null) continue;
            index = Take(index, field.Name, ProbeFields.Plain(field.Value) ?? field.Value.GetRawText(), $"{field.Name}={field.Value.GetRawText()}", notes);
        }

        return index;
    }

    private static IndexIdentity Take(IndexIdentity index, string key, string value, string part, List<Note> notes)
    {
        if (Open().IsMatch(value)) return index;
        if (index.With(key, value) is not { } next)
        {
            notes.Add(Notes.Unparsed(index.Place, "index", part));
            return index;
        }

        foreach (var field in IndexIdentity.Fields.Append("family"))
            if (index[field] is { } was && next[field] is { } now && now != was) notes.Add(Notes.ConflictingIndex(index.Place, field, was, now));
        return next;
    }

    /// <summary>A bare word is the family, a metric, or the flag; anything else is left for a note.</summary>
    private static (string Key, string Value) Pair(string part, IndexIdentity index)
    {
        var at = part.IndexOf('=', StringComparison.Ordinal);
        if (at < 0) at = part.IndexOf(':', StringComparison.Ordinal);
        if (at > 0) return (part[..at], part[(at + 1)..]);
        if (part.Equals("intentional", StringComparison.OrdinalIgnoreCase)) return ("intentional", "true");
        if (IndexIdentity.Canonical(part) is "cosine" or "inner_product" or "l2") return ("metric", part);
        if (index.Family is null || IndexIdentity.FamilyForm().IsMatch(part)) return ("family", part);
        return ("", part);
    }

    [GeneratedRegex(@"\s*=\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Equals();

    /// <summary>A value left open, as in the grammar's own <c>hash=…</c>.</summary>
    [GeneratedRegex(@"^(?:…|\.\.\.|\?+|)$", RegexOptions.CultureInvariant)]
    private static partial Regex Open();
}
