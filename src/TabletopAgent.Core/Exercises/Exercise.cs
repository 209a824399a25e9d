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
    public static Exercise Fold(IReadOnlyList<Event> log)
    {
        var ordered = InOrder(log);
        var hash = new InputsHash();
        foreach (var e in ordered) hash.Add(e);
        return Of(ordered, hash.Value);
    }

    /// <param name="ordered">Events in order of time.</param>
    public static Exercise Of(IReadOnlyList<Event> ordered, string inputsHash)
    {
        var said = ordered
            .Where(e => e.Type == "symptom" || e.Type == "inject" && e.Text("state") is null or "released")
            .Where(e => !string.IsNullOrWhiteSpace(e.Text("text")))
            .Select(e => new Said(Exercises.Said.Heard(e.Text("text")!), e.Place, e.At)).ToList();
        return new Exercise(ordered.FirstOrDefault(e => e.Type == "exercise"), said, ordered, inputsHash);
    }

    /// <summary>Events without a time keep their place behind those with one; of one time, the number in the log decides, then the line.</summary>
    private static IReadOnlyList<Event> InOrder(IReadOnlyList<Event> log)
    {
        for (var i = 1; i < log.Count; i++)
            if (Compare(log[i - 1], log[i]) > 0) return [.. log.Order(Comparer<Event>.Create(Compare))];
        return log;
    }

    private static int Compare(Event a, Event b)
    {
        var order = (a.At ?? DateTimeOffset.MaxValue).CompareTo(b.At ?? DateTimeOffset.MaxValue);
        if (order == 0) order = (a.Seq ?? long.MaxValue).CompareTo(b.Seq ?? long.MaxValue);
        return order != 0 ? order : (a.At is null ? 0 : a.Place.Line).CompareTo(b.At is null ? 0 : b.Place.Line);
    }
}
