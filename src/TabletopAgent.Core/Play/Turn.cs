using TabletopAgent.Exercises;

namespace TabletopAgent.Play;

/// <summary>One command in the hands of whoever carries it out: who says what, when, and what is known by then.</summary>
internal sealed record Turn(SessionState State, string Speaker, CommandForm Form, Entry Entry, DateTimeOffset Now)
{
    public Place At => new($"/{Form.Name}");

    /// <summary>An entry of the log in the speaker's name.</summary>
    public Event Entered(string type, params (string Name, object? Value)[] fields)
    {
        var roles = State.Roster.RolesOf(Speaker);
        return Session.Make(type, Now, [("by", Speaker), ("role", type == "role" || roles.Count == 0 ? null : roles[0]), .. fields]);
    }

    /// <summary>The parts that are fields of the entry under their own names.</summary>
    public (string, object?)[] Parts(params string[] names) => [.. names.Select(n => (n, (object?)Entry[n]))];

    public SessionReply Needs(string what) => SessionReply.Refuse(Notes.CommandNeeds(At, Form.ToString(), what, Form.Example));

    public SessionReply NotNow(string why) => SessionReply.Refuse(Notes.NotNow(At, why));
}
