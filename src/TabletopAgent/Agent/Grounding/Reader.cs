using System.Globalization;
using System.Text.RegularExpressions;

namespace TabletopAgent.Agent.Grounding;

/// <summary>Reads a sentence: its words with what they can mean, by the lexicon and by the names in the sources.</summary>
internal sealed partial class Reader(Lexicon lexicon, SourceIndex sources)
{
    private const string Stops = ",;:()[]-.!?|";

    public IReadOnlyList<Lexeme> Read(string sentence)
    {
        var (atoms, lexemes, ids) = (new List<Atom>(), new List<Lexeme>(), new Dictionary<int, Lexeme>());
        foreach (var atom in Atoms.Of(sentence))
        {
            var id = atom.Kind == AtomKind.Id ? Id(atom, atoms.Count > 0 ? atoms[^1].Text : "") : null;
            if (id is not null) ids[atoms.Count] = id;
            if (atom.Kind == AtomKind.Id && id is null) atoms.AddRange(Atoms.Split(atom));
            else atoms.Add(atom);
        }

        var words = atoms.Select(a => a.Text.ToLowerInvariant()).ToList();
        for (var at = 0; at < atoms.Count;)
        {
            var (lexeme, taken) = ids.TryGetValue(at, out var known) ? (known, 1) : Next(atoms, words, at);
            lexemes.Add(lexeme);
            at += taken;
        }

        return lexemes;
    }

    private (Lexeme Lexeme, int Taken) Next(List<Atom> atoms, List<string> words, int at)
    {
        var atom = atoms[at];
        switch (atom.Kind)
        {
            case AtomKind.Quote: return (new Lexeme(Form.Quote, atom.Text, []) { Value = atom.Text }, 1);
            case AtomKind.Url: return (sources.Address(atom.Text) is { } known ? new Lexeme(Form.Url, atom.Text, []) { Value = known } : Unknown(atom.Text), 1);
        }

        if (Phrase(atoms, words, at) is var (phrase, taken)) return (phrase, taken);
        if (Number(atoms, words, at) is var (number, digits)) return (number, digits);
        // A sign before a number is part of it, and no figure here has one.
        if (atom.Text is "-" && !(atom.Tight && at > 0) && at + 1 < atoms.Count && atoms[at + 1].Tight && NumberWords.Digits(atoms[at + 1].Text) is not null) return (Unknown(atom.Text), 1);
        if (atom.Kind == AtomKind.Sign && Stops.Contains(atom.Text, StringComparison.Ordinal)) return (new Lexeme(Form.Stop, atom.Text, []) { Value = atom.Text }, 1);
        return (Unknown(atom.Text), 1);
    }

    /// <summary>What is known by several signs in one; null: it is words.</summary>
    /// <param name="before">The word before it.</param>
    private Lexeme? Id(Atom atom, string before)
    {
        if (Time(atom.Text) is { } time) return new Lexeme(Form.Time, atom.Text, []) { Time = time };
        var single = atom.Text.All(char.IsLetter);
        var pointed = atom.Code || before.ToLowerInvariant() is "page" or "pages" or "runbook" or "section";
        if ((!single || pointed) && sources.Page(atom.Text) is { } page) return new Lexeme(Form.Page, atom.Text, lexicon.Find(Lexicon.Key(atom.Text)) ?? []) { Value = page };
        if (!single && sources.Name(Lexicon.Key(atom.Text)) is { } named) return named with { Text = atom.Text };
        if (lexicon.Find(Lexicon.Key(atom.Text)) is not null) return null;
        // An address, a path or a place nobody named must not fall apart into innocent words; nor a page that looks real.
        if (atom.Text.AsSpan().IndexOfAny('#', '@', '~') >= 0 || Looks().IsMatch(atom.Text)) return Unknown(atom.Text);
        return pointed && atom.Text.Contains('-', StringComparison.Ordinal) && !char.IsDigit(atom.Text[0]) ? Unknown(atom.Text) : null;
    }

    /// <summary>The longest run of words that the sources or the lexicon know.</summary>
    private (Lexeme Lexeme, int Taken)? Phrase(List<Atom> atoms, List<string> words, int at)
    {
        for (var length = Math.Min(Math.Max(lexicon.Longest, sources.LongestName) * 2, atoms.Count - at); length > 0; length--)
        {
            if (Key(atoms, words, at, length) is not { } key) continue;
            var (name, senses) = (sources.Name(key), lexicon.Find(key));
            var layer = sources.Layer(key);
            if (name is null && senses is null && layer is null) continue;
            var text = string.Join(' ', words.Skip(at).Take(length));
            IReadOnlyList<(Cat, string)> all = [.. senses ?? [], .. layer is null ? [] : new[] { (Cat.Layer, layer) }];
            // A unit needs a number before it; Number takes it from there.
            if (name is not null) return (new Lexeme(name.Form, text, all) { Value = name.Value }, length);
            return (new Lexeme(Form.Word, text, all), length);
        }

        return null;
    }

    /// <summary>The words of a run as the lexicon spells them; null where something other than a hyphen stands between.</summary>
    private static string? Key(List<Atom> atoms, List<string> words, int at, int length)
    {
        var parts = new List<string>(length);
        for (var i = at; i < at + length; i++)
        {
            if (atoms[i].Kind is AtomKind.Quote or AtomKind.Url or AtomKind.Id) return null;
            if (i > at && words[i] is "-" or "_" && atoms[i].Tight && i + 1 < at + length && atoms[i + 1].Tight) continue;
            if (length > 1 && atoms[i].Kind == AtomKind.Sign && words[i] is not "%") return null;
            parts.Add(words[i]);
        }

        return string.Join(' ', parts);
    }

    private (Lexeme Lexeme, int Taken)? Number(List<Atom> atoms, List<string> words, int at)
    {
        double value;
        int decimals = 0, taken = 1;
        if (NumberWords.Digits(atoms[at].Text) is var (digits, shown)) (value, decimals) = (digits, shown);
        else
        {
            var spoken = words.Skip(at).Take(12).Where((w, i) => w != "-" || i == 0).ToList();
            (value, taken) = NumberWords.Read(spoken, 0);
            if (taken == 0) return null;
            for (var (seen, i) = (0, at); seen < taken; i++)
                if (words[i] == "-") taken++; else seen++;
            // The hyphens between its words were counted too.
            taken = Math.Min(taken, atoms.Count - at);
        }

        var next = at + taken;
        if (next < atoms.Count && words[next] == "-" && atoms[next].Tight && next + 1 < atoms.Count && Unit(atoms, words, next + 1) is not null) next++;
        var unit = Unit(atoms, words, next);
        var text = string.Concat(words.Skip(at).Take((unit is null ? at + taken : next + unit.Value.Taken) - at).Select((w, i) => i == 0 ? w : $" {w}"));
        return (new Lexeme(Form.Number, text, []) { Quantity = new Quantity(value, decimals, unit?.Unit) }, unit is null ? taken : next + unit.Value.Taken - at);
    }

    private (string Unit, int Taken)? Unit(List<Atom> atoms, List<string> words, int at)
    {
        for (var length = Math.Min(3, atoms.Count - at); length > 0; length--)
            if (Key(atoms, words, at, length) is { } key && lexicon.Find(key) is { } senses && senses.FirstOrDefault(s => s.Cat == Cat.Unit) is { Value: not null } unit) return (unit.Value, length);
        return null;
    }

    private static Lexeme Unknown(string text) => new(Form.Unknown, text, []);

    private static TimeSpoken? Time(string text)
    {
        if (Clock().Match(text) is not { Success: true } m) return null;
        DateOnly? day = m.Groups["day"].Success ? DateOnly.TryParse(m.Groups["day"].Value, CultureInfo.InvariantCulture, out var d) ? d : null : null;
        if (m.Groups["day"].Success && day is null) return null;
        if (!m.Groups["time"].Success) return new TimeSpoken(day, null, false);
        return TimeOnly.TryParse(m.Groups["time"].Value, CultureInfo.InvariantCulture, out var clock) ? new TimeSpoken(day, clock, m.Groups["time"].Length > 5) : null;
    }

    [GeneratedRegex(@"^(?:(?<day>\d{4}-\d{2}-\d{2})(?:[Tt](?<time>\d{1,2}:\d{2}(?::\d{2})?)(?:[Zz])?)?|(?<time>\d{1,2}:\d{2}(?::\d{2})?)[Zz]?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    /// <summary>A path, a file, a code of a note, a hash.</summary>
    [GeneratedRegex(@"\w/\w+/|\.(?:md|jsonl?|csv|ya?ml|com|net|org|io|dev|html?)\b|^[A-Za-z]{2,4}-?\d{2,}$|^[0-9a-f]{8,}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Looks();
}
