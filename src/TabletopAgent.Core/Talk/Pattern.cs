using System.Text;
using System.Text.RegularExpressions;
using TabletopAgent.Knowledge;
using TabletopAgent.Play;

namespace TabletopAgent.Talk;

/// <summary>A whole sentence with places for what is said: <c>make {person} (the) {role}</c>. Case, stops and courtesies do not matter.</summary>
internal sealed partial class Pattern
{
    private const string Gap = @"[\s,:;–—-]+";
    private static readonly string[] NobodysName = ["the", "a", "an", "not", "now", "who", "what", "there", "it", "this", "that", "he", "she", "we", "they", "me", "in", "on", "sure", "lost", "back", "new", "our", "my", "your", "here", "done", "seeing", "trying", "going", "so", "very", "also", "just", "still", "incident", "nobody", "everybody", "which", "where", "all", "i", "you", "and", "or"];
    private readonly Regex _form;
    private readonly IReadOnlyDictionary<string, string> _means;

    public Pattern(Intent intent, string text, bool sure, ILookup<string, SlotWord> words)
    {
        (Intent, Sure) = (intent, sure);
        var (form, weight) = (new StringBuilder(@"^(?:(?:ok(?:ay)?|so|and|now|then|well|please|pls|plz|right|hey|team|all|um|alright|can you|could you|would you|tabletop)[\s,:;.!–—-]+)*"), 0);
        var means = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var first = true;
        foreach (var piece in text.Replace(":", " ", StringComparison.Ordinal).Replace(",", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var optional = piece.StartsWith('(');
            var one = Piece(piece.Trim('(', ')'), words, means);
            // A place weighs less than a word, so that the pattern that says most comes first.
            if (!optional && !piece.StartsWith('{')) weight += 2;
            else if (piece.StartsWith('{') && piece != "{text}") weight++;
            form.Append(first ? optional ? $"(?:{one}{Gap})?" : one : optional ? $"(?:{Gap}{one})?" : Gap + one);
            first = first && optional;
        }

        (Weight, _means) = (weight, means);
        _form = new Regex(form.Append(@"[\s.!,;:]*(?:please|pls|thanks)?[\s.!]*(?<asked>\?)?\s*$").ToString(), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    public Intent Intent { get; }
    public bool Sure { get; }
    public int Weight { get; }

    /// <returns>What to do; null where the sentence is another.</returns>
    public Meaning? Of(string sentence)
    {
        if (_form.Match(sentence) is not { Success: true } m) return null;
        if (m.Groups["person"] is { Success: true } person && NobodysName.Contains(person.Value, StringComparer.OrdinalIgnoreCase)) return null;
        List<string> commands = [.. Intent.Do.Select(d => Place().Replace(d, p => Value(m, p.Groups[1].Value, d)))];
        var writes = commands.Exists(c => CommandForm.Find(Command.Parse(c)!.Name) is { } form && form.Access != Access.Everyone);
        return new Meaning(Sure && !(writes && m.Groups["asked"].Success) ? Grasp.Sure : Grasp.Unsure, Intent.Id, commands, []);
    }

    private string Value(Match m, string place, string command)
    {
        var said = m.Groups[place].Value.Trim();
        if (place != "text") return _means.GetValueOrDefault($"{place} {Loose(said)}") ?? said;
        return CommandForm.Find(Command.Parse(command)!.Name) is { } form ? Clauses.Of(said, form) : said;
    }

    private static string Piece(string piece, ILookup<string, SlotWord> words, Dictionary<string, string> means)
    {
        if (!piece.StartsWith('{')) return string.Join("['’]?", piece.Where(c => c != '\'').Select(c => Regex.Escape($"{c}")));
        var name = piece.Trim('{', '}');
        switch (name)
        {
            case "text": return @"(?<text>\S.*?)";
            case "number": return @"\#?(?<number>\d{1,4})";
            case "person": return @"(?<person>[\p{L}][\p{L}\p{M}'’.-]{1,39})";
        }

        var said = words[name].SelectMany(w => w.Said.Append(w.Means).Select(s => (Said: s, w.Means))).ToList();
        foreach (var (one, meant) in said) means.TryAdd($"{name} {Loose(one)}", meant);
        return $"(?<{name}>{string.Join('|', said.OrderByDescending(s => s.Said.Length).Select(s => Regex.Escape(s.Said).Replace(@"\ ", @"[\s-]+", StringComparison.Ordinal)))})";
    }

    private static string Loose(string said) => string.Join(' ', said.Split([' ', '-', '\t'], StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.CultureInvariant)] private static partial Regex Place();
}
