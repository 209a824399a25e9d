using static System.FormattableString;
using static TabletopAgent.Severity;

namespace TabletopAgent;

/// <summary>62x to 65x: documents that somebody else wrote.</summary>
internal static partial class Notes
{
    public static Note ZoneAssumed(Place at) => new("TT620", Warning,
        "names no time zone; its times are read as UTC. Give one with --zone, such as --zone Europe/London.", at);
    public static Note AmbiguousZone(Place at, string written, string taken, string others) => new("TT621", Warning,
        $"{Cut(written)} is read as {taken}; it may also be {others}. Give the right one with --zone.", at);
    public static Note ZoneOutranksFlag(Place at, string written, string flag) => new("TT622", Info,
        $"states its own zone, {Cut(written)}; --zone {Cut(flag)} was not used here.", at);
    public static Note ZoneOutOfSeason(Place at, string written, string taken) => new("TT623", Warning,
        $"{Cut(written)} is not the time of {taken} on that day; the clock on the wall there was taken.", at);
    public static Note NoZoneRules(Place at, string written) => new("TT624", Warning,
        $"this machine has no table of time zones, so {Cut(written)} is taken as a fixed offset all year. Install tzdata.", at);
    public static Note UnknownZone(Place at, string written) => new("TT625", Error,
        $"\"{Cut(written)}\" is no time zone known here; write an IANA name such as Europe/London, or UTC+2.", at);
    public static Note PastMidnight(Place at, string taken) => new("TT626", Info, $"the clock falls back without a new date; read as past midnight, {taken}.", at);
    public static Note DateMended(Place at, string written, string taken) => new("TT627", Warning, $"the date {written} cannot be meant; it is read as {taken}.", at);
    public static Note DayOrMonth(Place at, string written, string taken) => new("TT628", Info, $"{Cut(written)} may be day or month first; it is read as {taken}.", at);
    public static Note ClockSkewed(Place at, string written, string own, string taken) => new("TT629", Warning,
        $"the text says {Cut(written)}, but a time quoted in {Cut(own)} shows that its clock is {taken}; that one was taken.", at);
    public static Note NoDay(Place at) => new("TT630", Warning, "has times but no date anywhere, so none of them can be placed. Put the date in the title.", at);
    public static Note OpenTime(Place at) => new("TT631", Info, "a time is left open here; it counts as not stated.", at);
    public static Note StartFromFigure(Place at, string figure, string taken) => new("TT632", Info, $"the {figure} is counted from the entry of {taken}; that is taken as the start.", at);
    public static Note TooManyLines(Place at, int most) => new("TT633", Warning, Invariant($"has more than {most:N0} lines; what follows them was left out."), at);
    public static Note SeveralIncidents(Place at, int count) => new("TT634", Info, $"tells of {count} incidents; each is a report of its own.", at);
    public static Note NothingTimed(Place at) => new("TT635", Info, "gives no time of day; its milestones are not stated.", at);
    public static Note TornImport(Place at, string why) => new("TT636", Error, $"is not JSON from here on: {why}. What stood before was read.", at);
    public static Note TooManyValues(Place at, int most) => new("TT637", Warning, Invariant($"holds more than {most:N0} values; what follows was left out."), at);
    public static Note Deleted(Place at) => new("TT638", Info, "a message was deleted here; what it said is not known.", at);
    public static Note NothingToImport(Place at) => new("TT639", Error,
        "holds no incident that can be read: no times, no messages, no milestones. Give an incident report, a timeline, a chat export, a status page or a chaos journal.", at);
    public static Note Vacuous(Place at, string action) => new("TT640", Warning, $"the action \"{Cut(action)}\" hit nothing, so what was checked after it proves nothing.", at);
    public static Note Edited(Place at) => new("TT641", Info, "this message was edited after it was sent; the last wording counts.", at);
    public static Note ClockFellBack(Place at) => new("TT642", Warning,
        "the clock falls back here and never catches up, so the times below it cannot be placed; the end counts as not stated.", at);
}
