using static System.FormattableString;
using static TabletopAgent.Severity;

namespace TabletopAgent;

/// <summary>Messages of the conversation: settings of the model, prompts, and what is wrong with a model that does not answer.</summary>
internal static partial class Notes
{
    // 73x: settings of the model
    public static Note ModelIncomplete(Place at, string missing) => new("TT730", Warning,
        $"section Model has no {missing}, so no model is asked. Set TABLETOP__Model__{missing}.", at);
    public static Note ModelEndpoint(Place at, string got) => new("TT731", Warning,
        $"Model.Endpoint \"{Cut(got)}\" is no address that ends in /v1, so no model is asked. Write one such as http://localhost:11434/v1.", at);
    public static Note KeyInFile(Place at) => new("TT732", Warning,
        "holds the model's key; it is not used. Take it out, and set TABLETOP__Model__ApiKey or a user secret.", at);
    public static Note ModelNumber(Place at, string name, string got, double least, double most, double kept) => new("TT733", Warning,
        Invariant($"Model.{name} is \"{Cut(got)}\"; write a number from {least:0.####} to {most:0.####}. {kept:0.####} stays."), at);
    public static Note ModelSetting(Place at, string name, string? near) => new("TT734", Warning, $"setting Model.{Cut(name)} is not known{Near(near)}. It is not used.", at);

    // 74x: prompts
    public static Note PromptVariable(Place at, string name) => new("TT740", Error,
        $"uses {{{{{name}}}}}, which its front matter does not name. Add it under variables, or take it out.", at);
    public static Note PromptUnused(Place at, string name) => new("TT741", Error, $"names the variable {name} and never uses it. Write {{{{{name}}}}} where it belongs.", at);
    public static Note PromptUnfilled(Place at, string name, IEnumerable<string> known) => new("TT742", Error,
        $"names the variable {name}, which nothing fills. Known here: {string.Join(", ", known)}.", at);
    public static Note PromptMissing(Place at) => new("TT743", Error, "is not there. Get the file again; it belongs beside the program.", at);

    // 75x: the model is ill; one line each, in front of the code's own answer
    public static Note ModelSilent(double seconds) => Ill("TT750", Invariant($"sent nothing for {seconds:0.#} s"));
    public static Note ModelTrickles(double seconds) => Ill("TT767", Invariant($"brought no whole sentence in {seconds:0.#} s"));
    public static Note ModelSlow(double seconds) => Ill("TT751", Invariant($"was not done after {seconds:0.#} s"));
    public static Note ModelRefusedKey(int status) => Ill("TT752", Invariant($"refused the key ({status}); set TABLETOP__Model__ApiKey"));
    public static Note ModelNotFound(string name) => Ill("TT753", $"is not there (404); Model.Endpoint must end in /v1 and serve \"{Cut(name)}\"");
    public static Note ModelBusy(double? seconds) => Ill("TT754", seconds is { } s ? Invariant($"is over its limit (429) and asks to wait {s:0.#} s") : "is over its limit (429)");
    public static Note ModelFailed(int status) => Ill("TT755", Invariant($"failed ({status})"));
    public static Note ModelRefused(int status) => Ill("TT756", Invariant($"refused the question ({status}); it must be a chat model that can call tools"));
    public static Note ModelUnreachable() => Ill("TT757", "cannot be reached; see that Model.Endpoint is right and its server up");
    public static Note ModelBrokeOff() => Ill("TT758", "broke off in the middle");
    public static Note ModelGarbled() => Ill("TT759", "sent what cannot be read");
    public static Note ModelEmpty() => Ill("TT760", "said nothing");
    public static Note ModelLooped(int steps) => Ill("TT761", Invariant($"asked for {steps} rounds of tools and gave no answer"));
    public static Note ModelTooLong(int tokens) => Ill("TT762", Invariant($"said more than {tokens:N0} tokens and was cut off"));
    public static Note ModelTooDear(int tokens) => Ill("TT763", Invariant($"wanted more than {tokens:N0} tokens for one answer"));
    public static Note ModelResting(double seconds) => Ill("TT764", Invariant($"was ill twice and is left alone for {Math.Max(1, seconds):0} s"));

    public static Note LogUnwritable(string why) => new("TT765", Error, $"the log cannot be written: {why.TrimEnd('.')}. Nothing was logged; free the disk or the file, and say it again.", new Place("log"));

    public static Note NoExerciseHere(Place at, string id) => new("TT766", Error, $"holds no exercise \"{Cut(id)}\". Look there for the right name, or give --data DIR.", at);

    private const string CodesAnswer = ". This is the code's own answer:";

    private static Note Ill(string code, string what) => new(code, Warning, $"the model {what}{CodesAnswer}", new Place("model"));
}
