namespace TabletopAgent.Batch;

/// <summary>A file that is not read, or not read on, and the note that says why.</summary>
internal sealed class RefusedException(Note note) : IOException
{
    public Note Note { get; } = note;
}
