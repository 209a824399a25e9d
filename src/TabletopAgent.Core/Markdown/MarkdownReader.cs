using System.Text;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace TabletopAgent.Markdown;

/// <summary>Reads Markdown into flat blocks with line numbers. The only place that knows Markdig.</summary>
internal static class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseFootnotes().Build();

    /// <param name="text">The file.</param>
    /// <param name="file">Its name, for notes.</param>
    /// <param name="notes">Takes what was left out or repaired.</param>
    public static Document Read(string text, string file, List<Note> notes)
    {
        var (lines, frontMatter) = Cleaner.Clean(text, file, notes);
        var blocks = new List<Block>();
        foreach (var block in Markdig.Markdown.Parse(string.Join('\n', lines), Pipeline)) Take(block, blocks, 0);
        blocks.RemoveAll(b => b.Text.Length == 0);
        var below = 0;
        blocks.RemoveAll(b =>
        {
            if (b.Kind == BlockKind.Heading && (below == 0 || b.Level <= below)) below = b.Level > 1 && Addressed.Heads(b.Text) ? b.Level : 0;
            if (below == 0 && !Addressed.ToModel(b.Text)) return false;
            notes.Add(Notes.DroppedBlock(new Place(file, b.Line), "text addressed to a model"));
            return true;
        });
        return new Document(frontMatter, blocks);
    }

    private static void Take(Markdig.Syntax.Block block, List<Block> into, int depth)
    {
        switch (block)
        {
            case HeadingBlock heading:
                into.Add(Leaf(BlockKind.Heading, heading) with { Level = heading.Level });
                break;
            case FencedCodeBlock fence:
                into.Add(new Block(BlockKind.Fence, Lines(fence), fence.Line + 1, []));
                break;
            case CodeBlock code:
                into.Add(new Block(BlockKind.Fence, Lines(code), code.Line + 1, []));
                break;
            case Table table:
                Rows(table, into);
                break;
            case ListBlock list:
                foreach (var item in list.OfType<ListItemBlock>()) Item(item, into, depth + 1);
                break;
            case ParagraphBlock paragraph:
                into.Add(Leaf(BlockKind.Paragraph, paragraph));
                break;
            case HtmlBlock:
                break;
            case ContainerBlock container:
                foreach (var child in container) Take(child, into, depth);
                break;
        }
    }

    /// <summary>A list item is its own paragraphs as one unit; lists, tables and fences inside it follow as units of their own.</summary>
    private static void Item(ListItemBlock item, List<Block> into, int depth)
    {
        if (item.OfType<HeadingBlock>().Select(h => Leaf(BlockKind.ListItem, h)).FirstOrDefault(h => Addressed.Heads(h.Text)) is { } label)
        {
            // All of the item is for a model; its label is left out with a note.
            into.Add(label);
            return;
        }

        var own = item.OfType<ParagraphBlock>().Select(p => Leaf(BlockKind.ListItem, p)).ToList();
        if (own.Count > 0)
            into.Add(new Block(BlockKind.ListItem, string.Join('\n', own.Select(p => p.Text)).Trim(), own[0].Line, [.. own.SelectMany(p => p.Links)], depth));
        foreach (var child in item)
            if (child is not ParagraphBlock) Take(child, into, depth);
    }

    private static void Rows(Table table, List<Block> into)
    {
        IReadOnlyList<string> header = [];
        foreach (var row in table.OfType<TableRow>())
        {
            var cells = row.OfType<TableCell>().Select(c => c.OfType<LeafBlock>().Select(b => Leaf(BlockKind.TableRow, b)).ToList()).ToList();
            var texts = cells.Select(c => string.Join(' ', c.Select(b => b.Text)).Trim()).ToList();
            if (row.IsHeader) header = texts;
            else into.Add(new Block(BlockKind.TableRow, string.Join(" | ", texts.Where(t => t.Length > 0)), row.Line + 1,
                [.. cells.SelectMany(c => c).SelectMany(b => b.Links)], Cells: texts, Header: header));
        }
    }

    private static Block Leaf(BlockKind kind, LeafBlock leaf)
    {
        var text = new StringBuilder();
        var links = new List<Link>();
        if (leaf.Inline is not null) Inlines(leaf.Inline, text, links, leaf.Line + 1);
        return new Block(kind, Clean(text.ToString()), leaf.Line + 1, links);
    }

    private static void Inlines(ContainerInline container, StringBuilder text, List<Link> links, int line)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal: text.Append(literal.Content.AsSpan()); break;
                case CodeInline code: text.Append(code.Content); break;
                case LineBreakInline: text.Append('\n'); break;
                case HtmlEntityInline entity: text.Append(entity.Transcoded.AsSpan()); break;
                case LinkInline { IsImage: true } or HtmlInline or FootnoteLink: break;
                case AutolinkInline auto: links.Add(new Link(auto.Url, auto.Url, line)); break;
                case LinkInline link:
                    var start = text.Length;
                    Inlines(link, text, links, line);
                    links.Add(new Link(Clean(text.ToString(start, text.Length - start)), link.Url ?? "", link.Line + 1));
                    break;
                case ContainerInline inner: Inlines(inner, text, links, line); break;
            }
        }
    }

    private static string Lines(LeafBlock block) => block.Lines.ToString().TrimEnd();

    /// <summary>Drops invisible characters that pages carry around emoji and hyphens; spaces and hyphens become plain ones.</summary>
    private static string Clean(string text)
    {
        var plain = true;
        // Searched by hand: the vectorised search is not compiled ahead, and costs a cold start more than it saves.
        foreach (var c in text) plain &= c < '\u00A0' || !Odd.Contains(c);
        if (plain) return text.Trim();
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '\uFE0F' or (>= '\u200B' and <= '\u200F') or '\uFEFF' or '\u00AD' or '\u061C' or '\u180E' or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069'): break;
                case '\u00A0' or '\u202F': clean.Append(' '); break;
                case '\u2011' or '\u2010': clean.Append('-'); break;
                default: clean.Append(c); break;
            }
        }

        return clean.ToString().Trim();
    }

    private const string Odd =
        "\uFE0F\u200B\u200C\u200D\u200E\u200F\uFEFF\u00AD\u061C\u180E\u00A0\u202F\u2011\u2010\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064\u2065\u2066\u2067\u2068\u2069";
}
