using System.Text;
using TabletopAgent.Markdown;

namespace TabletopAgent.Knowledge;

/// <summary>Cuts the blocks of a page into sections at headings of level 2 and 3, and gives each a stable id.</summary>
internal static class SectionReader
{
    public static (string Title, List<Section> Sections, List<Unit> Units) Read(string pageId, IReadOnlyList<Block> blocks)
    {
        var title = blocks.FirstOrDefault(b => b is { Kind: BlockKind.Heading, Level: 1 })?.Text ?? pageId[(pageId.LastIndexOf('/') + 1)..];
        var sections = new List<Section>();
        var units = new List<Unit>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var parent = "";
        foreach (var block in blocks)
        {
            if (block is { Kind: BlockKind.Heading, Level: 2 or 3 })
            {
                var slug = Slug(block.Text);
                if (block.Level == 2) parent = slug;
                Open(block.Text, block.Line, block.Level == 2 || parent.Length == 0 ? slug : $"{parent}/{slug}");
            }
            else if (sections.Count == 0) Open(title, block.Line, Slug(title));

            if (block.Kind != BlockKind.Fence) units.Add(new Unit(Kind(block), block.Text, block.Line, sections.Count - 1, block.Links));
        }

        return (title, sections, units);

        void Open(string heading, int line, string path)
        {
            seen[path] = seen.GetValueOrDefault(path) + 1;
            sections.Add(new Section($"{pageId}#{path}{(seen[path] > 1 ? $"~{seen[path]}" : "")}", heading, line));
        }
    }

    /// <summary>The anchor GitHub gives a heading: letters, digits, hyphens and underscores, in lower case.</summary>
    public static string Slug(string heading)
    {
        var slug = new StringBuilder(heading.Length);
        foreach (var c in heading.Normalize(NormalizationForm.FormC).Trim())
        {
            if (char.IsLetterOrDigit(c) || c is '-' or '_') slug.Append(char.ToLowerInvariant(c));
            else if (c == ' ') slug.Append('-');
        }

        return slug.Length == 0 ? "section" : slug.ToString();
    }

    private static UnitKind Kind(Block block) => block.Kind switch
    {
        BlockKind.Heading => block.Level == 1 ? UnitKind.Title : UnitKind.Heading,
        BlockKind.ListItem => UnitKind.Item,
        BlockKind.TableRow => UnitKind.Row,
        _ => UnitKind.Paragraph,
    };
}
