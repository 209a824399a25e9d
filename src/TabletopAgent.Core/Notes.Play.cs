using static TabletopAgent.Severity;

namespace TabletopAgent;

/// <summary>68x and 69x: what people type during an exercise.</summary>
internal static partial class Notes
{
    public static Note UnknownCommand(Place at, string name, string? near) => new("TT680", Error,
        $"/{Cut(name)} is no command{(near is null ? "" : $"; did you mean /{near}?")} /help lists them; /note TEXT keeps words as they are.", at);
    public static Note MayNot(Place at, string why) => new("TT681", Error, why, at);
    public static Note CommandNeeds(Place at, string form, string what, string example) => new("TT682", Error, $"{what} Write {form}, such as: {example}", at);
    public static Note UnknownPart(Place at, string part, string command, IEnumerable<string> parts, string? near) => new("TT683", Error,
        $"\"{Cut(part)}\" is no part of /{command}{Near(near)}. After a bar write one of: {string.Join(", ", parts)}; a bar in the text itself is \\|.", at);
    public static Note UnknownSetting(Place at, string key, string type, IEnumerable<string> known, string? near) => new("TT684", Error,
        $"\"{Cut(key)}\" is no field of {type}{Near(near)}. Fields: {string.Join(", ", known)}.", at);
    public static Note BadValue(Place at, string key, string got, string want) => new("TT685", Error, $"{key} is \"{Cut(got)}\"; write {want}.", at);
    public static Note NoKeyValue(Place at, string got, string example) => new("TT686", Error, $"\"{Cut(got)}\" is not KEY=VALUE. Write, such as: {example}", at);
    public static Note UnknownRole(Place at, string role, IEnumerable<string> roles, string? near) => new("TT687", Error,
        $"\"{Cut(role)}\" is no role{Near(near)}. Roles: {string.Join(", ", roles)}.", at);
    public static Note NoEntry(Place at, string entry, long last) => new("TT688", Error,
        last == 0 ? $"there is no entry {Cut(entry)}; the log is empty." : $"there is no entry {Cut(entry)}; entries are numbered 1 to {last} (/timeline shows them).", at);
    public static Note NotNow(Place at, string why) => new("TT689", Error, why, at);
    public static Note NoInject(Place at, string number, string why) => new("TT690", Error, $"inject {Cut(number)} {why}. /next lists what is to come.", at);
    public static Note NoCheck(Place at, string id) => new("TT691", Error,
        $"\"{Cut(id)}\" is none of this scenario's exact checks; the facilitator has the list (/checks).", at);
    public static Note PlainWords(Place at) => new("TT692", Error, "plain words are not recorded. /note TEXT keeps them, /symptom TEXT says what is seen, /help lists the rest.", at);
    public static Note BadScriptTime(Place at, string got) => new("TT693", Error,
        $"\"{Cut(got)}\" is no time since the start; write +MINUTES:SECONDS, such as +12:30. The line was left out.", at);
    public static Note ScriptStepsBack(Place at, string got) => new("TT694", Warning, $"{Cut(got)} lies before the line above; it is played right after that.", at);
    public static Note UnknownScenario(Place at, string id, string? near) => new("TT695", Error,
        $"\"{Cut(id)}\" is no scenario{Near(near)} and no file. tabletop run lists the scenarios.", at);
    public static Note NoResume(Place at, string why) => new("TT696", Error, $"cannot be resumed: {why}.", at);
    public static Note ExerciseExists(Place at, string id) => new("TT698", Error, $"is there already. --resume {Cut(id)} goes on with it; --id gives a new exercise another name.", at);
    public static Note NoProbesRead(Place at, string why) => new("TT697", Error, why, at);
}
