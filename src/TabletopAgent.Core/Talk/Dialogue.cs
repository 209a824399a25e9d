using TabletopAgent.Knowledge;
using TabletopAgent.Play;

namespace TabletopAgent.Talk;

/// <summary>What somebody's words come to.</summary>
/// <param name="Commands">As they would be typed, in order; a later one rests on those before it.</param>
/// <param name="Text">A question back, or why nothing is done; empty where commands are carried out.</param>
/// <param name="Intent">What was understood; empty for a command.</param>
internal sealed record Wish(IReadOnlyList<string> Commands, string Text, string Intent = "");

/// <summary>
/// A conversation in plain words over the commands, /commands among them: what is doubtful is asked about first, and a "yes" is the word of
/// the one who was asked.
/// </summary>
/// <param name="phrases">Asked for at the first plain word: they need reading.</param>
internal sealed class Dialogue(Lazy<Phrases> phrases)
{
    private readonly Lazy<Interpreter> _talk = new(() => new Interpreter(phrases.Value));
    private readonly Dictionary<string, IReadOnlyList<string>> _asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a keyboard may complete.</summary>
    public static IReadOnlyList<string> Commands { get; } = [.. CommandForm.All.Select(c => c.Name).Concat(Answers.Names).Distinct().Order(StringComparer.Ordinal)];

    /// <returns>One wish or several, in the order they were said.</returns>
    public IReadOnlyList<Wish> Of(string speaker, string words)
    {
        IReadOnlyList<Meaning> meanings = words.StartsWith('/') ? [Meaning.Sure("", words)] : _talk.Value.Of(words);
        return [.. meanings.Select(m => Of(speaker, words, m))];
    }

    private Wish Of(string speaker, string words, Meaning meaning)
    {
        _asked.Remove(speaker, out var asked);
        switch (meaning)
        {
            case { Grasp: Grasp.Lost }:
                _asked[speaker] = [$"/note {words.Replace("|", @"\|", StringComparison.Ordinal)}"];
                return new Wish([], $"I do not understand that. Nearest: {string.Join(", ", meaning.Near.Select(i => i.Does))}. \"yes\" keeps your words as a note; \"help\" lists the rest.");
            case { Grasp: Grasp.Unsure }:
                _asked[speaker] = meaning.Commands;
                return new Wish([], $"Shall I log that? \"yes\" writes {string.Join(", then ", meaning.Commands)}");
            case { Commands: ["/yes"] }:
                return asked is null ? new Wish([], "Nothing waits for a yes. To log a decision: \"decision: fail over to green\".") : new Wish(asked, "");
            case { Commands: ["/no"] }:
                return new Wish([], asked is null ? "Nothing waits for an answer." : "Nothing was logged.");
            default:
                return new Wish(meaning.Commands, "", meaning.Intent);
        }
    }

    /// <summary>What can be said, by example.</summary>
    public string Spoken =>
        $"In plain words: {string.Join(", ", phrases.Value.Intents.Where(i => i.Does.Length > 0 && i.Id is not ("yes" or "no" or "hello" or "thanks" or "help")).Select(i => i.Does))}.\nWhatever you see (\"checkout returns 500 in region A\") is logged as a symptom.\n\nOr by command:";
}
