using TabletopAgent.Hearing;

namespace TabletopAgent.Knowledge;

/// <summary>All that the program knows: pages to search, rules on facts, and the sense for language learned from the pages' lines.</summary>
internal sealed class KnowledgeBase
{
    private readonly Dictionary<string, Page> _byId;
    private readonly Dictionary<string, Page> _teachers;
    private readonly IReadOnlyDictionary<string, Remedy> _remedies;

    /// <param name="pages">Pages that are searched, in a fixed order.</param>
    /// <param name="teachers">Pages of our own form: the shipped ones, and any given.</param>
    public KnowledgeBase(
        IReadOnlyList<Page> pages, IReadOnlyList<Page> teachers, IReadOnlyList<Rule> rules, IReadOnlyList<Ask> asks, IReadOnlyDictionary<string, Remedy> remedies,
        PageSearch search, Ear ear, IReadOnlyList<Note> notes, string hash)
    {
        (Pages, Teachers, Rules, Asks, Search, Ear, Notes, Hash) = (pages, teachers, rules, asks, search, ear, notes, hash);
        _byId = pages.ToDictionary(p => p.Id, StringComparer.Ordinal);
        _teachers = teachers.ToDictionary(p => p.Id, StringComparer.Ordinal);
        _remedies = remedies;
        Desk = new ReferenceDesk(this);
    }

    public IReadOnlyList<Page> Pages { get; }
    public IReadOnlyList<Page> Teachers { get; }
    public IReadOnlyList<Rule> Rules { get; }
    public IReadOnlyList<Ask> Asks { get; }
    public PageSearch Search { get; }
    public Ear Ear { get; }
    public IReadOnlyList<Note> Notes { get; }

    public ReferenceDesk Desk { get; }

    /// <summary>SHA-256 over everything that was loaded.</summary>
    public string Hash { get; }

    /// <summary>The folders it was loaded from, those given before the shipped one.</summary>
    public IReadOnlyList<string> Homes { get; set; } = [];

    /// <param name="shipped">The folder that travels with the program.</param>
    /// <param name="folders">Folders whose pages replace the shipped ones; empty: none do.</param>
    /// <param name="cache">Folder of cached indexes; null: build anew and keep every note.</param>
    public static KnowledgeBase Load(string shipped, IReadOnlyList<string> folders, string? cache)
    {
        var notes = new List<Note>();
        var files = KnowledgeFiles.Read(shipped, folders, notes);
        if (cache is null || KnowledgeCache.Read(cache, files.Key, files.Hash) is not { } known)
        {
            known = KnowledgeBuilder.Build(files, cache, notes);
            if (cache is not null) KnowledgeCache.Write(cache, files.Key, known);
        }

        known.Homes = [.. folders, shipped];
        return known;
    }

    /// <summary>Learns from the shipped lines and lays it beside them, so that no start has to.</summary>
    /// <returns>The file; null where nothing teaches or it cannot be written.</returns>
    public static string? Learn(string shipped)
    {
        var files = KnowledgeFiles.Read(shipped, [], []);
        return files.Teachers.Count == 0 ? null : KnowledgeBuilder.Teach(files, []).Keep(shipped);
    }

    /// <summary>A page that is searched, or null.</summary>
    public Page? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>A page of our own form, also when other pages are searched.</summary>
    public Page? Teacher(string id) => _teachers.GetValueOrDefault(id);

    /// <summary>What a page of our own form says to do; null for a foreign page.</summary>
    public Remedy? Remedy(Page page) => page.Ours ? _remedies.GetValueOrDefault(page.Id) : null;

    public IReadOnlyDictionary<string, Remedy> Remedies => _remedies;

    /// <summary>Reads a page again, whole.</summary>
    public static OpenPage? Open(Page page)
    {
        try
        {
            return PageReader.Read(File.ReadAllText(page.File), page.Ours ? page.Id : $"{page.Id}.md", page.File, []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <summary>What to ask when a report of some kind is too vague.</summary>
/// <param name="Facts">Separated by semicolons.</param>
internal sealed record Ask(string About, string Facts);
