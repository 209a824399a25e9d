using TabletopAgent.Exercises;

namespace TabletopAgent.Play;

/// <summary>What a line comes to: events to append, text for whoever wrote it, and what was wrong with it.</summary>
/// <param name="Text">Lines; they may hold other people's words, so they are escaped where they are shown.</param>
/// <param name="Wrong">Why nothing was recorded; null where all is well.</param>
internal sealed record SessionReply(IReadOnlyList<Event> Events, string Text, Note? Wrong = null)
{
    public static SessionReply Say(string text) => new([], text);

    public static SessionReply Record(Event e, string text = "") => new([e], text);

    public static SessionReply Refuse(Note note) => new([], "", note);
}
