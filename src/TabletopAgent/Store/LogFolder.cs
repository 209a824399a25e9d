namespace TabletopAgent.Store;

/// <summary>Where a live exercise lies: a folder of its own under the data folder.</summary>
internal static class LogFolder
{
    public const string Default = "exercises";
    private const int Longest = 80;

    /// <param name="data">The folder of all exercises (<c>--data</c>).</param>
    /// <returns>The path of its log, or null with a note where the id cannot be a folder's name.</returns>
    public static string? Log(string data, string id, List<Note> notes)
    {
        if (id.Length is > 0 and <= Longest && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return Path.Combine(data, id, "log.jsonl");
        notes.Add(Notes.BadExerciseId(new Place("id"), id));
        return null;
    }
}
