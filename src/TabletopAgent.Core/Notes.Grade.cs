using static System.FormattableString;
using static TabletopAgent.Severity;

namespace TabletopAgent;

/// <summary>77x to 79x: many logs at once.</summary>
internal static partial class Notes
{
    public static Note NoSuchPath(Place at) => new("TT770", Error, "does not exist. Give a file, a folder, an archive or a pattern such as \"drills/*.jsonl\".", at);
    public static Note NothingMatches(Place at) => new("TT771", Error, "matches no file.", at);
    public static Note CannotOpen(Place at, string why) => new("TT772", Error, $"cannot be opened: {why}.", at);
    public static Note Expands(Place at, long most) => new("TT773", Error,
        Invariant($"expands to more than {most:N0} times its packed size; it was not read on. Unpack it yourself if you trust it."), at);
    public static Note DamagedArchive(Place at, string why) => new("TT775", Error, $"is damaged: {why}.", at);
    public static Note NestedArchive(Place at) => new("TT776", Error, "is an archive inside an archive; unpack the outer one first.", at);
    public static Note NoEvents(Place at) => new("TT777", Error, "holds no event that can be graded.", at);
    public static Note OutOfReach(Place at) => new("TT778", Warning, "is a link; links are not followed, so that nothing outside the folder is read.", at);
    public static Note JournalUnreadable(Place at) => new("TT779", Warning, "cannot be read from here on; what follows is graded anew.", at);
    public static Note NoModelForNotes() => new("TT780", Warning,
        "no model is configured, so the logs are graded without notes. Set TABLETOP__Model__Endpoint to an address such as http://localhost:11434/v1 and TABLETOP__Model__Name to a model it serves.",
        new Place("--notes"));
    public static Note WithoutModelNotes(int logs, Note ill) => new("TT781", Warning,
        Invariant($"{logs:N0} of the logs have no note: {ill.Text.Replace(CodesAnswer, "", StringComparison.Ordinal)}. They are graded all the same; run it again for what is missing: notes that were written are kept."),
        new Place("--notes"));
}
