using TabletopAgent.Exercises;

namespace TabletopAgent.Import;

/// <param name="Zone">For documents that name none: an IANA id, UTC+2 or an abbreviation; null: none was given.</param>
/// <param name="Users">Names by id, for chats that name people by id only.</param>
internal sealed record ImportOptions(string? Zone = null, IReadOnlyDictionary<string, string>? Users = null)
{
    public IReadOnlyDictionary<string, string> Names => Users ?? new Dictionary<string, string>();
}

/// <summary>One incident or exercise read from a document that somebody else wrote.</summary>
/// <param name="Format">What form it has: incident report, status page, Slack export and so on.</param>
/// <param name="Events">Ours, the exercise line first; each with the file and line it stands on.</param>
/// <param name="Stated">What the document says about its own times.</param>
/// <param name="Findings">Where it disagrees with itself.</param>
/// <param name="Notes">Readings that were chosen, and what could not be read.</param>
internal sealed record Imported(
    string File, string Format, int Line, string? Title, IReadOnlyList<Event> Events, Stated Stated, IReadOnlyList<Finding> Findings, IReadOnlyList<Note> Notes);
