namespace TabletopAgent.Knowledge;

/// <summary>All pages, rules and lines of heard words, loaded once.</summary>
internal sealed class KnowledgeBase
{
    public IReadOnlyList<Page> Pages => throw new NotImplementedException();
    public IReadOnlyList<Note> Notes => throw new NotImplementedException();
    public string Hash => throw new NotImplementedException();

    /// <param name="shipped">The folder that travels with the program.</param>
    /// <param name="folders">Folders that replace the shipped pages; empty: none do.</param>
    /// <param name="cache">Folder of cached indexes; null: none is kept.</param>
    public static KnowledgeBase Load(string shipped, IReadOnlyList<string> folders, string? cache) => throw new NotImplementedException();

    public Page? Find(string id) => throw new NotImplementedException();
}
