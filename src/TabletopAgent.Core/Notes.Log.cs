using static System.FormattableString;
using static TabletopAgent.Severity;

namespace TabletopAgent;

/// <summary>6xx: the log, its chain and its one writer.</summary>
internal static partial class Notes
{
    private const string Kept = "Compare with another copy of the log.";

    public static Note Altered(Place at, int witness) => new("TT600", Error,
        $"was altered after it was written: line {witness} holds the hash of what stood here. {Kept}", at);
    public static Note AlteredOrLink(Place at, int witness) => new("TT600", Error,
        $"was altered after it was written, or the last line, {witness}, was: they do not fit. Give --root HASH to tell which. {Kept}", at);
    public static Note AlteredHere(Place at, string how) => new("TT600", Error, $"was altered after it was written: {how}. {Kept}", at);
    public static Note Unvouched(Place at, int witness) => new("TT617", Warning,
        $"cannot be vouched for: its hash stood in line {witness}, which was altered itself. {Kept}", at);
    public static Note Inserted(Place at, string why) => new("TT601", Error, $"was not written by the program: {why}. Somebody put it in, or altered it. {Kept}", at);
    public static Note Doubled(Place at, int first) => new("TT602", Error, $"is line {first} once more: it was doubled. Take one of them out.", at);
    public static Note Removed(Place at, long from, long to) => new("TT603", Error, Invariant(
        $"{(from == to ? $"seq {from} is" : $"seq {from} to {to} are")} missing before this line: removed, or made unreadable. {Kept}"), at);
    public static Note OutOfOrder(Place at, long seq) => new("TT604", Error, Invariant($"stands out of order: it was written as number {seq}. Sort the lines by seq."), at);
    public static Note OtherRoot(Place at) => new("TT605", Error,
        $"is not the line whose hash is the root: lines were cut off behind it, or it was altered. {Kept}", at);
    public static Note BeyondRoot(Place at, long lines) => new("TT606", Error, Invariant(
        $"is the line whose hash is the root, but {lines:N0} more follow(s): written since the root was noted, or put in. Check them, then note the new root."), at);
    public static Note NoRoot(Place at) => new("TT607", Info,
        "is the last line; nothing behind it shows whether it was altered, or lines after it were cut. Give --root HASH, as noted in the manifest.", at);
    public static Note ReturnAdded(Place at, int lines) => new("TT608", Error, Invariant(
        $"ends with a carriage return, as do {lines:N0} line(s) in all; the log was written without. A copying program did that (git: core.autocrlf); turn them back."), at);
    public static Note Unended(Place at) => new("TT609", Error,
        "is the last line and has no line break: the file was cut here, or its writer was stopped and never acknowledged it. Opening the log to write mends it.", at);
    public static Note SteppedBack(Place at, TimeSpan by) => new("TT610", Info, Invariant(
        $"is {by.TotalSeconds:0.###} s earlier than the line before it: the clock stepped back, or it was entered late. The time stands as it was given."), at);
    public static Note HeldBy(Place at, string holder) => new("TT611", Warning,
        $"is being written by {holder}. Only one program writes a log; this one reads it. Enter events there, or end that program and start again.", at);
    public static Note TornAside(Place at, long bytes, string aside) => new("TT612", Warning, Invariant(
        $"broke off in the middle and was never acknowledged; its {bytes:N0} bytes were put into {aside}. Enter it again if it is missing."), at);
    public static Note BreakAdded(Place at) => new("TT613", Warning, "was whole but had no line break; one was added.", at);
    public static Note CannotWrite(Place at, string why) => new("TT614", Error, $"cannot be written: {why}.", at);
    public static Note CannotContinue(Place at) => new("TT615", Error,
        "has no seq and prev, so it was not written by this program and cannot be continued. Import it: tabletop import FILE.", at);
    public static Note OtherThan(Place at, string what, string recorded, string today, string advice) => new("TT618", Warning,
        $"was run with other {what} than it is verified with ({Cut(recorded)}, now {Cut(today)}): verdicts may differ without any alteration. {advice}", at);
    public static Note OtherReport(Place at, string why) => new("TT619", Error, $"is not what its log comes to: {why}.", at);
    public static Note BadExerciseId(Place at, string id) => new("TT616", Error,
        $"\"{Cut(id)}\" cannot name a folder; write letters, digits, - and _ only, at most 80.", at);
}
