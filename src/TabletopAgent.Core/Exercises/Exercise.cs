using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TabletopAgent.Exercises;

/// <summary>Something a person or a card said about what is going wrong.</summary>
internal sealed record Said(string Text, Place Place, DateTimeOffset? At)
{
    /// <summary>Longer is nothing said but a dump without line breaks; what it begins with is heard, and its reader says so.</summary>
    public const int Longest = 20_000;

    public static string Heard(string text) =>
        text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
}

/// <summary>What a log amounts to, whatever order its events came in.</summary>
/// <param name="Head">The exercise event; null for a brief without one.</param>
/// <param name="Said">Symptoms and released injects, in order of time.</param>
internal sealed record Exercise(Event? Head, IReadOnlyList<Said> Said, IReadOnlyList<Event> Events, string InputsHash)
{
    /// <param name="notes">Takes what corrections have to say.</param>
    public static Exercise Fold(IReadOnlyList<Event> log, List<Note>? notes = null)
    {
        // Events without a time keep their place behind those with one; of one time, the number in the log decides, then the line.
        var ordered = log.OrderBy(e => e.At ?? DateTimeOffset.MaxValue).ThenBy(e => e.Seq ?? long.MaxValue).ThenBy(e => e.At is null ? 0 : e.Place.Line).ToList();
        var counted = Corrections.Apply(ordered, notes ?? []);
        var said = counted
            .Where(e => e.Type == "symptom" || e.Type == "inject" && e.Text("state") is null or "released")
            .Where(e => !string.IsNullOrWhiteSpace(e.Text("text")))
            .Select(e => new Said(Exercises.Said.Heard(e.Text("text")!), e.Place, e.At)).ToList();
        return new Exercise(counted.FirstOrDefault(e => e.Type == "exercise"), said, counted, Hash(ordered));
    }

    /// <summary>SHA-256 over what the events say, not over where they were read.</summary>
    private static string Hash(IReadOnlyList<Event> events)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var e in events)
        {
            var said = new StringBuilder();
            Say(e.Type, said);
            Say(e.At is { } at ? at.UtcTicks.ToString(CultureInfo.InvariantCulture) : "", said);
            foreach (var (name, value) in e.Fields.OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                Say(name, said);
                Say(value, said);
            }

            hash.AppendData(Encoding.UTF8.GetBytes(said.Append('\n').ToString()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>A value as all its spellings share it: 5 and 5.0 are one, spaces and the order of fields are nothing.</summary>
    private static void Say(JsonElement value, StringBuilder said)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                said.Append('{');
                foreach (var property in value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    Say(property.Name, said);
                    Say(property.Value, said);
                }

                said.Append('}');
                break;
            case JsonValueKind.Array:
                said.Append('[');
                foreach (var item in value.EnumerateArray()) Say(item, said);
                said.Append(']');
                break;
            case JsonValueKind.String: Say(Json.Text(value), said); break;
            case JsonValueKind.Number when value.TryGetDouble(out var number) && double.IsFinite(number):
                said.Append('#').Append(number.ToString("R", CultureInfo.InvariantCulture)).Append(';');
                break;
            default: said.Append(value.GetRawText()).Append(';'); break;
        }
    }

    /// <summary>With its length, so that no text can pass for two.</summary>
    private static void Say(string text, StringBuilder said) => said.Append(CultureInfo.InvariantCulture, $"{text.Length}:").Append(text);
}
