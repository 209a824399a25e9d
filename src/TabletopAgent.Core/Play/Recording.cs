using System.Globalization;
using TabletopAgent.Exercises;
using TabletopAgent.Text;

namespace TabletopAgent.Play;

/// <summary>What people decide, do, see and say.</summary>
internal static class Recording
{
    /// <param name="pages">Ids of the pages that a runbook may name.</param>
    public static Dictionary<string, Func<Turn, SessionReply>> Commands(Func<IEnumerable<string>> pages) => new()
    {
        ["symptom"] = t => WithText(t, () => t.Entered("symptom", [("text", t.Entry.Text), .. t.Parts("service", "region")])),
        ["note"] = t => WithText(t, () => t.Entered("note", ("text", t.Entry.Text))),
        ["decide"] = t => Decide(t, pages),
        ["change"] = Change,
        ["comms"] = Comms,
        ["milestone"] = Milestone,
        ["check"] = Check,
        ["action-item"] = t => WithText(t, () => t.Entered("action-item", [("text", t.Entry.Text), .. t.Parts("owner", "due")])),
        ["correct"] = Correct,
    };

    private static SessionReply WithText(Turn turn, Func<Event> made, string text = "") =>
        turn.Entry.Text.Length == 0 ? turn.Needs("The text is missing.") : SessionReply.Record(made(), text);

    /// <summary>Whoever decides owns the decision unless another owner is named.</summary>
    private static SessionReply Decide(Turn turn, Func<IEnumerable<string>> pages)
    {
        var options = turn.Entry["options"]?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        return WithText(
            turn,
            () => turn.Entered("decision", [("owner", turn.Entry["owner"] ?? turn.Speaker), ("text", turn.Entry.Text), ("options", options), .. turn.Parts("rationale", "runbook", "service")]),
            Doubt(turn, pages));
    }

    /// <summary>A decision without a runbook, or with one that nobody can open, costs the score; now it is still easy to put right.</summary>
    private static string Doubt(Turn turn, Func<IEnumerable<string>> pages)
    {
        if (turn.Entry["runbook"] is not { } runbook) return $"No runbook: /correct {turn.State.Last + 1} runbook=PAGE | why left out";
        var id = runbook.Split('#')[0];
        if (runbook.Contains('/', StringComparison.Ordinal) || pages().Contains(id)) return "";
        return Words.Nearest(id, pages()) is { } near
            ? $"There is no page {id}; did you mean {near}? /correct {turn.State.Last + 1} runbook={near} | why misspelled"
            : $"There is no page {id}; an address is fine too. /correct {turn.State.Last + 1} runbook=PAGE | why misspelled";
    }

    private static SessionReply Change(Turn turn)
    {
        var field = EventCatalog.Find("change", "area")!;
        var words = turn.Entry.Text.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return turn.Needs("An area and what was changed are needed.");
        if (KeyValues.Word(field, words[0]) is not { } area) return SessionReply.Refuse(Notes.BadWord(turn.At, "area", words[0], field.Words));
        if (words.Length < 2) return turn.Needs($"What was changed about {area} is missing.");
        return SessionReply.Record(
            turn.Entered("change", [("area", area), ("what", words[1]), .. turn.Parts("before", "after", "proof", "service", "region")]),
            turn.Entry["proof"] is null ? $"No proof of effect yet: /correct {turn.State.Last + 1} proof=\"…\" | when it was seen" : "");
    }

    private static SessionReply Comms(Turn turn)
    {
        var colon = turn.Entry.Text.IndexOf(':', StringComparison.Ordinal);
        var (audience, text) = colon < 0 ? ("", "") : (turn.Entry.Text[..colon].Trim(), turn.Entry.Text[(colon + 1)..].Trim());
        if (audience.Length == 0 || text.Length == 0) return turn.Needs("An audience, a colon and the text are needed.");
        return SessionReply.Record(turn.Entered("comms", [("audience", audience), ("text", text), .. turn.Parts("state")]));
    }

    private static SessionReply Milestone(Turn turn)
    {
        var field = EventCatalog.Find("milestone", "what")!;
        if (turn.Entry.Text.Length == 0) return turn.Needs("Which milestone is missing.");
        return KeyValues.Word(field, turn.Entry.Text) is { } what
            ? SessionReply.Record(turn.Entered("milestone", [("what", what), .. turn.Parts("service")]))
            : SessionReply.Refuse(Notes.BadWord(turn.At, "milestone", turn.Entry.Text, field.Words));
    }

    /// <summary>A wrong id is not put right here: the ids of other checks would tell what the exercise is about.</summary>
    private static SessionReply Check(Turn turn)
    {
        var words = turn.Entry.Text.Split(' ', 3, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3) return turn.Needs("An id, held or not, and the evidence are needed.");
        bool? held = words[1].ToLowerInvariant() switch { "held" or "yes" => true, "not" or "no" => false, _ => null };
        if (held is null) return turn.Needs($"\"{words[1]}\" is neither held nor not.");
        var scenario = turn.State.Plan.Scenario;
        return scenario.Checks.Any(c => c.Id == words[0]) || scenario.Extended.Any(c => c.Id == words[0])
            ? SessionReply.Record(turn.Entered("check", ("id", words[0]), ("held", held), ("evidence", words[2])))
            : SessionReply.Refuse(Notes.NoCheck(turn.At, words[0]));
    }

    private static SessionReply Correct(Turn turn)
    {
        var words = turn.Entry.Text.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) return turn.Needs("The number of an entry and the corrected fields are needed.");
        if (!long.TryParse(words[0].TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var of) || turn.State.Events.FirstOrDefault(e => e.Seq == of) is not { } entry)
            return SessionReply.Refuse(Notes.NoEntry(turn.At, words[0], turn.State.Last));
        if (entry.Type is "exercise" or "clock" or "role" or "inject" or "correction")
            return turn.NotNow($"entry {of} is a {entry.Type}, which steered what came after it; it stays as it is. /note says what was meant.");
        if (KeyValues.Read(entry.Type, null, words[1], turn.Form, turn.Now, turn.State.Clock.Start, turn.At, out var wrong) is not { } fields) return SessionReply.Refuse(wrong!);
        if (fields.Count == 0) return turn.Needs("No corrected field is given.");
        return SessionReply.Record(turn.Entered("correction", [("of", (double)of), .. fields.Select(f => (f.Key, (object?)f.Value)), .. turn.Parts("why")]));
    }
}
