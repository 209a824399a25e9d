using TabletopAgent.Markdown;

namespace TabletopAgent.Knowledge;

/// <summary>Reads a page nobody here wrote: any Markdown is a page; its path is its id.</summary>
internal static class ForeignPageReader
{
    public static Page Read(string id, string file, Document document, bool upstream)
    {
        var (title, sections) = SectionReader.Read(id, document.Blocks);
        return new Page(id, title, file, null, upstream ? [$"{id}.md"] : [], sections, null);
    }
}
