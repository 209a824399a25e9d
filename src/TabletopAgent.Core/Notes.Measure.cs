using static System.FormattableString;
using static TabletopAgent.Severity;

namespace TabletopAgent;

/// <summary>66x and 67x: what a log says that cannot be measured as it stands.</summary>
internal static partial class Notes
{
    public static Note NoTime(Place at, string type) => new("TT660", Warning,
        $"a {type} without \"at\" cannot be measured; write its time in RFC 3339 with an offset, such as 2026-05-04T14:10:00Z.", at);
    public static Note SecondExercise(Place at, Place first) => new("TT661", Warning,
        $"a second exercise line; the one at {first} counts. Put two exercises into two logs.", at);
    public static Note NegativeCount(Place at, string field, double value) => new("TT662", Warning,
        Invariant($"\"{field}\" is {value:0.####}; a count is 0 or more. It counts as unmeasured."), at);
    public static Note NotResumed(Place at) => new("TT663", Warning,
        "the clock is paused here and samples follow without a resume; the pause is not taken off. Append a clock event with state resume.", at);
    public static Note NothingToCorrect(Place at, double of) => new("TT664", Warning,
        Invariant($"corrects seq {of:0.####}, which is not in the log; nothing was changed. Write the seq of the line that is wrong."), at);
    public static Note BadBaseline(Place at, string field, double value) => new("TT665", Warning,
        Invariant($"baseline \"{field}\" is {value:0.####}; it must be above 0. It counts as unmeasured."), at);
    public static Note UnknownTier(Place at, string service, string tier) => new("TT666", Warning,
        $"service {Cut(service)} has tier \"{Cut(tier)}\", which has no bar; write S or A.", at);
    public static Note FarAway(Place at, double days) => new("TT667", Warning,
        Invariant($"this sample lies {days:0} days after the one before it, and is measured so; if its date is wrong, append a correction."), at);
}
