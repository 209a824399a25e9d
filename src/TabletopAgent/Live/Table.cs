using TabletopAgent.Exercises;
using TabletopAgent.Play;

namespace TabletopAgent.Live;

/// <summary>Appends events that belong together.</summary>
/// <returns>The events as they stand in the log, once they are safe.</returns>
internal delegate Task<IReadOnlyList<Event>> Append(IReadOnlyList<Event> events);

/// <summary>A session and its log: what the session says is appended first, then taken in, then shown. Not for two at a time: see <see cref="Stage"/>.</summary>
/// <param name="show">Takes what everybody at the table sees.</param>
/// <param name="answer">Answers a line that is no command of the session, by speaker and line; null where it is one.</param>
internal sealed class Table(Session session, Append append, Action<IReadOnlyList<Event>> show, Func<string, string, string?>? answer = null)
{
    public SessionState State => session.State;

    public async Task<SessionReply> SayAsync(string speaker, string line, DateTimeOffset now)
    {
        now = NotBack(now);
        var reply = answer?.Invoke(speaker, line) is { } text ? SessionReply.Say(text) : session.Handle(speaker, line, now);
        await EnterAsync(reply.Events).ConfigureAwait(false);
        await TickAsync(now).ConfigureAwait(false);
        return reply;
    }

    public Task TickAsync(DateTimeOffset now) => EnterAsync(session.Due(NotBack(now)));

    public async Task EnterAsync(IReadOnlyList<Event> events)
    {
        if (events.Count == 0) return;
        var entered = await append(events).ConfigureAwait(false);
        foreach (var e in entered) session.Accept(e);
        show(entered);
    }

    /// <summary>A clock that was put back does not turn the exercise back.</summary>
    private DateTimeOffset NotBack(DateTimeOffset now) => State.Events.Count > 0 && State.Events[^1].At is { } last && last > now ? last : now;
}
