using System.Security.Cryptography;
using System.Text;

namespace TabletopAgent.Exercises;

/// <summary>Something a person or a card said about what is going wrong.</summary>
internal sealed record Said(string Text, Place Place, DateTimeOffset? At);

/// <summary>What a log amounts to, whatever order its events came in.</summary>
/// <param name="Head">The exercise event; null for a brief without one.</param>
/// <param name="Said">Symptoms and released injects, in order of time.</param>
internal sealed record Exercise(Event? Head, IReadOnlyList<Said> Said, IReadOnlyList<Event> Events, string InputsHash)
{
    public static Exercise Fold(IReadOnlyList<Event> log)
    {
        // Events without a time keep their place behind those with one; of those at one time, the one written first comes first.
        var ordered = log.OrderBy(e => e.At ?? DateTimeOffset.MaxValue).ThenBy(e => e.At is null ? 0 : e.Place.Line).ToList();
        var said = ordered
            .Where(e => e.Type == "symptom" || e.Type == "inject" && e.Text("state") is null or "released")
            .Where(e => !string.IsNullOrWhiteSpace(e.Text("text")))
            .Select(e => new Said(e.Text("text")!, e.Place, e.At)).ToList();
        return new Exercise(ordered.FirstOrDefault(e => e.Type == "exercise"), said, ordered, Hash(ordered));
    }

    /// <summary>SHA-256 over what the events say, not over where they were read.</summary>
    private static string Hash(IReadOnlyList<Event> events)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var e in events)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{e.Type}\0{e.At?.UtcTicks}\0"));
            foreach (var (name, value) in e.Fields.OrderBy(f => f.Key, StringComparer.Ordinal))
                hash.AppendData(Encoding.UTF8.GetBytes($"{name}\0{value.GetRawText()}\0"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
