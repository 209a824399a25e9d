using TabletopAgent.Text;

namespace TabletopAgent.Play;

/// <summary>A command held against its form: its text, and its parts by name.</summary>
internal sealed record Entry(string Text, IReadOnlyDictionary<string, string> Parts)
{
    /// <returns>The entry; null, and what is wrong, where a part has no name that the command knows.</returns>
    public static Entry? Read(Command command, CommandForm form, Place at, out Note? wrong)
    {
        wrong = null;
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        // Where no part is expected, a bar is only a bar.
        if (form.Parts.Length == 0) return new Entry(string.Join(" | ", command.Parts.Prepend(command.Text)), parts);
        foreach (var part in command.Parts)
        {
            var end = part.IndexOfAny([' ', ':', '=']);
            var (name, value) = end < 0 ? (part, "") : (part[..end], part[(end + 1)..].Trim());
            if (!form.Parts.Contains(name.ToLowerInvariant())) wrong = Notes.UnknownPart(at, name, form.Name, form.Parts, Words.Nearest(name, form.Parts));
            else if (value.Length == 0) wrong = Notes.CommandNeeds(at, form.ToString(), $"\"{name}\" is empty.", form.Example);
            else if (!parts.TryAdd(name.ToLowerInvariant(), value)) wrong = Notes.CommandNeeds(at, form.ToString(), $"\"{name}\" is there twice.", form.Example);
            if (wrong is not null) return null;
        }

        return new Entry(command.Text, parts);
    }

    public string? this[string part] => Parts.GetValueOrDefault(part);
}
