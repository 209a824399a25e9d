using TabletopAgent.Exercises;

namespace TabletopAgent.Store;

/// <summary>A log as it was found, and its writer.</summary>
/// <param name="Writer">Null where another process holds it, or it cannot be written; the notes say which, and what to do.</param>
/// <param name="Events">What it held.</param>
internal sealed record OpenedLog(LogWriter? Writer, IReadOnlyList<Event> Events, IReadOnlyList<Note> Notes);
