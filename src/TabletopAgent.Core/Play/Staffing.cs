using TabletopAgent.Exercises;
using TabletopAgent.Text;

namespace TabletopAgent.Play;

/// <summary>Who is who, who may what, and whether everybody is there and briefed.</summary>
internal static class Staffing
{
    public static readonly Dictionary<string, Func<Turn, SessionReply>> Commands = new()
    {
        ["role"] = Role,
        ["here"] = Here,
        ["briefed"] = Briefed,
        ["who"] = t => SessionReply.Say(Who(t.State)),
    };

    /// <summary>Why somebody may not give a command, kindly; null where they may.</summary>
    public static string? MayNot(SessionState state, string speaker, CommandForm form)
    {
        var roles = state.Roster.RolesOf(speaker);
        var facilitator = state.Roster.Holder(Plan.Facilitator);
        return form.Access switch
        {
            Access.Everyone => null,
            Access.Roles when roles.Count > 0 => null,
            Access.Roles => $"{speaker} holds no role yet, so reading is open (/status, /timeline, /who) and writing is not. {facilitator ?? "The incident commander"} can give one: /role observer {speaker}",
            _ when roles.Contains(Plan.Facilitator) => null,
            _ => $"/{form.Name} is the facilitator's{(facilitator is null ? "" : $" ({facilitator})")}; a /note reaches the log.",
        };
    }

    private static SessionReply Role(Turn turn)
    {
        var words = turn.Entry.Text.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) return turn.Needs("A role and a person are needed.");
        if (Known(words[0]) is not { } role)
            return SessionReply.Refuse(Notes.UnknownRole(turn.At, words[0], EventCatalog.Roles, Words.Nearest(words[0], EventCatalog.Roles)));
        var person = words[1].Equals("me", StringComparison.OrdinalIgnoreCase) ? turn.Speaker : words[1];
        var (mine, holder) = (turn.State.Roster.RolesOf(turn.Speaker), turn.State.Roster.Holder(role));
        if (!mine.Contains(Plan.Facilitator) && !mine.Contains("incident-commander") && !mine.Contains(role))
            return SessionReply.Refuse(Notes.MayNot(turn.At, $"a role is given by its holder{(holder is null ? "" : $" ({holder})")}, by the incident commander or by the facilitator."));
        if (holder is not null && Roster.Same(holder, person)) return SessionReply.Say($"{person} is {role} already.");
        return SessionReply.Record(turn.Entered("role", ("role", role), ("person", person)), holder is null ? Duty(turn.State, role) : $"Handed over from {holder}. Tell {person} where things stand: /timeline, /status.");
    }

    private static string Duty(SessionState state, string role) => state.Plan.Template.Roles.FirstOrDefault(r => r.Id == role) is { } duty ? $"{role}: {duty.Text}" : "";

    /// <summary>A role by its name, by what people call it, or by the beginning of one name only.</summary>
    public static string? Known(string name)
    {
        name = name.ToLowerInvariant().Replace('_', '-');
        if (name is "ic") return "incident-commander";
        var meant = EventCatalog.Roles.Where(r => r == name || r.StartsWith(name, StringComparison.Ordinal)).ToList();
        return meant.Count == 1 ? meant[0] : null;
    }

    private static SessionReply Here(Turn turn)
    {
        var roles = turn.State.Roster.RolesOf(turn.Speaker);
        var open = roles.Where(r => !turn.State.Said(Kind.Here, r)).ToList();
        if (open.Count == 0) return SessionReply.Say($"{turn.Speaker} has answered already.");
        return new SessionReply([.. open.Select(r => turn.Entered("note", ("text", $"Comms check: {turn.Speaker} ({r}) can be reached."), ("kind", Kind.Here), ("about", r)))], "");
    }

    private static SessionReply Briefed(Turn turn)
    {
        var items = turn.State.Plan.Briefing.ToList();
        if (turn.Entry.Text.Length == 0)
            return SessionReply.Say(string.Join('\n', items.Select(i => $"[{(turn.State.Said(Kind.Briefed, i.Id) ? "x" : " ")}] {i.Id}: {i.Text}")));
        var id = turn.Entry.Text.ToLowerInvariant().Replace(' ', '-');
        var meant = items.Where(i => i.Id == id || i.Id.StartsWith(id, StringComparison.Ordinal)).ToList();
        if (meant.Count != 1) return turn.Needs($"\"{turn.Entry.Text}\" is no item of the briefing ({string.Join(", ", items.Select(i => i.Id))}).");
        if (turn.State.Said(Kind.Briefed, meant[0].Id)) return SessionReply.Say($"{meant[0].Id} is ticked already.");
        return SessionReply.Record(turn.Entered("note", ("text", $"Briefed: {meant[0].Id}"), ("kind", Kind.Briefed), ("about", meant[0].Id)), $"{meant[0].Id}: {meant[0].Text}");
    }

    public static string Who(SessionState state) => string.Join('\n', EventCatalog.Roles.Select(r =>
        $"{r,-19} {state.Roster.Holder(r) ?? "– unstaffed"}{(state.Roster.HandedOver(r) ? " (handed over)" : "")}{(state.Roster.Holder(r) is not null && r != Plan.Facilitator && !state.Said(Kind.Here, r) && state.Clock.Start is null ? ", comms check open" : "")}"));

    /// <summary>Said at the start, for it will be said in the score.</summary>
    public static string? Gaps(SessionState state)
    {
        var unstaffed = state.Roster.Unstaffed;
        var silent = Plan.TeamRoles.Where(r => state.Roster.Holder(r) is not null && !state.Said(Kind.Here, r)).ToList();
        List<string> said = [];
        if (unstaffed.Count > 0) said.Add($"Unstaffed: {string.Join(", ", unstaffed)}.");
        if (silent.Count > 0) said.Add($"No answer to the comms check from {string.Join(", ", silent)}.");
        return said.Count == 0 ? null : string.Join(' ', said);
    }
}
