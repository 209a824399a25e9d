using TabletopAgent.Markdown;
using TabletopAgent.Text;

namespace TabletopAgent.Knowledge;

/// <summary>The front matter of a page, card or scenario of ours, read with a note for every field that is missing or wrong.</summary>
internal sealed class FrontMatter
{
    private readonly Yaml _yaml;
    private readonly string _file;
    private readonly string[] _lines;
    private readonly List<Note> _notes;

    private FrontMatter(Yaml yaml, KnowledgeFile file, List<Note> notes)
    {
        (_yaml, _file, _lines, _notes) = (yaml, file.File, file.Text.Split('\n'), notes);
        Id = Required("id");
        Title = Required("title");
        var name = Path.GetFileNameWithoutExtension(file.Path);
        if (Id is not null && Id != name) notes.Add(Notes.Incomplete(At("id"), $"id \"{Id}\" must be the file's name, \"{name}\"."));
    }

    public string? Id { get; }
    public string? Title { get; }

    /// <summary>As written; for fields that have no rule of their own.</summary>
    public Yaml Yaml => _yaml;

    public static FrontMatter? Read(Document document, KnowledgeFile file, List<Note> notes)
    {
        if (document.FrontMatter.Length > 0) return Yaml.Read(document.FrontMatter, file.File, 1, notes) is { } yaml ? new FrontMatter(yaml, file, notes) : null;
        notes.Add(Notes.BadFrontMatter(new Place(file.File, 1), "is missing; begin the file with ---, names and values, ---."));
        return null;
    }

    public Place At(string field) => new(_file, Math.Max(1, Array.FindIndex(_lines, l => l.StartsWith($"{field}:", StringComparison.Ordinal)) + 1));

    public string? Required(string field)
    {
        var value = _yaml.Text(field);
        if (value is null) _notes.Add(Notes.Incomplete(At(field), $"front matter has no \"{field}\"."));
        return value;
    }

    public string? OneOf(string field, string[] words)
    {
        var value = Required(field);
        if (value is null || words.Contains(value)) return value;
        _notes.Add(Notes.Incomplete(At(field), $"{field} \"{value}\" is not one of {string.Join(", ", words)}."));
        return null;
    }

    public string? Layer(string field)
    {
        var value = _yaml.Text(field);
        if (value is null || Layers.Known(value)) return value;
        _notes.Add(Notes.UnknownLayer(At(field), value, Words.Nearest(value, Layers.All)));
        return null;
    }

    public int? Minutes(string field)
    {
        if (_yaml.Whole(field) is { } minutes and >= 0) return minutes;
        _notes.Add(Notes.Incomplete(At(field), $"{field} must be a whole number of minutes from 0."));
        return null;
    }

    /// <summary>Numbered modes of the Problem Map.</summary>
    public IReadOnlyList<int> Modes()
    {
        var modes = new List<int>();
        foreach (var mode in _yaml.List("modes"))
        {
            if (int.TryParse(mode, out var n) && n is >= 1 and <= 16) modes.Add(n);
            else _notes.Add(Notes.Incomplete(At("modes"), $"mode \"{mode}\" is not a number from 1 to 16."));
        }

        return modes;
    }
}
