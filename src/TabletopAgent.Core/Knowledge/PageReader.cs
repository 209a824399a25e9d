using TabletopAgent.Markdown;

namespace TabletopAgent.Knowledge;

/// <summary>Reads a Markdown file as a page: ours when its front matter has an id, anybody's otherwise.</summary>
internal static class PageReader
{
    /// <param name="text">The file.</param>
    /// <param name="path">Its path in its folder, with forward slashes.</param>
    /// <param name="file">Its path as loaded, for notes.</param>
    public static OpenPage? Read(string text, string path, string file, List<Note> notes)
    {
        var document = MarkdownReader.Read(text, file, notes);
        var head = document.FrontMatter.Length > 0 ? Yaml.Read(document.FrontMatter, file, 1, notes) : null;
        var ours = head?.Text("id") is { } named && head.Text("layer") is not null && !Addressed.ToModel(named.Replace('_', ' '));
        var id = ours ? head!.Text("id")! : WithoutEnding(path);
        var (title, sections, units) = SectionReader.Read(id, document.Blocks);
        if (units.Count == 0)
        {
            notes.Add(Notes.Empty(new Place(file)));
            return null;
        }

        if (ours && head!.Text("title") is { } given && !Addressed.ToModel(given)) title = given;
        var page = new Page(id, title, file, ours ? head!.Text("layer") : null, head?.List("related") ?? [],
            Modes(head), Upstream(ours ? head : null, path), ours ? head!.List("stands_for_missing") : [], ours, sections);
        return new OpenPage(page, units);
    }

    private static List<int> Modes(Yaml? head) => head is null ? [] : [.. head.List("modes").Where(m => int.TryParse(m, out _)).Select(int.Parse)];

    private static IReadOnlyList<string> Upstream(Yaml? head, string path) =>
        head is not null ? head.List("upstream") : path.StartsWith("ProblemMap/", StringComparison.Ordinal) ? [path] : [];

    private static string WithoutEnding(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
}
