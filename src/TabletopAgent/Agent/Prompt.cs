using System.Text.RegularExpressions;
using TabletopAgent.Knowledge;

namespace TabletopAgent.Agent;

/// <summary>A prompt from <c>prompts/</c>: text with named places, and the names listed in its front matter.</summary>
internal sealed partial class Prompt(IReadOnlyList<string> variables, string text)
{
    public IReadOnlyList<string> Variables => variables;

    /// <param name="file">Its path.</param>
    /// <param name="fills">The names that the program has something for.</param>
    /// <param name="notes">Takes what is wrong; then there is no prompt.</param>
    public static Prompt? Load(string file, IReadOnlyList<string> fills, List<Note> notes)
    {
        if (!File.Exists(file))
        {
            notes.Add(Notes.PromptMissing(new Place(file)));
            return null;
        }

        return Read(File.ReadAllText(file), Path.GetFileName(file), fills, notes);
    }

    public static Prompt? Read(string file, string name, IReadOnlyList<string> fills, List<Note> notes)
    {
        if (Form().Match(file.ReplaceLineEndings("\n")) is not { Success: true } parts)
        {
            notes.Add(Notes.BadFrontMatter(new Place(name, 1), "is missing; begin the file with ---, variables: [names], ---."));
            return null;
        }

        if (Yaml.Read(parts.Groups["head"].Value, name, 1, notes) is not { } head) return null;
        var (named, text) = (head.List("variables"), parts.Groups["text"].Value);
        var used = Variable().Matches(text).Select(v => v.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList();
        var wrong = used.Except(named).Select(v => Notes.PromptVariable(new Place(name, LineOf(file, v)), v))
            .Concat(named.Except(used).Select(v => Notes.PromptUnused(new Place(name, 2), v)))
            .Concat(named.Intersect(used).Except(fills).Select(v => Notes.PromptUnfilled(new Place(name, 2), v, fills))).ToList();
        notes.AddRange(wrong);
        return wrong.Count > 0 ? null : new Prompt(named, text.Trim());
    }

    /// <summary>The text with every name filled in. What is filled in is not looked at again: it may hold braces of its own.</summary>
    public string Fill(IReadOnlyDictionary<string, string> values) => Variable().Replace(text, v => values[v.Groups[1].Value]);

    private static int LineOf(string file, string variable) =>
        file[..file.IndexOf($"{{{{{variable}}}}}", StringComparison.Ordinal)].Count(c => c == '\n') + 1;

    [GeneratedRegex(@"\A---\n(?<head>.*?\n)---\n(?<text>.*)\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex(@"\{\{([^{}\n]*)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
