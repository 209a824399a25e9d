using TabletopAgent.Measure;

namespace TabletopAgent.Knowledge;

/// <summary>How healthy a library is.</summary>
/// <param name="HeardAs">Heard-as lines per layer.</param>
/// <param name="Notes">Everything found, errors first.</param>
internal sealed record Health(IReadOnlyList<Page> Pages, IReadOnlyDictionary<string, int> HeardAs, IReadOnlyList<Note> Notes)
{
    public int Count(Severity severity) => Notes.Count(n => n.Severity == severity);

    /// <summary>How often each thing was left out, by what it was.</summary>
    public IEnumerable<(string What, int Count)> Dropped => Notes.Where(n => n.Text.StartsWith(TabletopAgent.Notes.LeftOut, StringComparison.Ordinal))
        .GroupBy(n => n.Text[TabletopAgent.Notes.LeftOut.Length..^1]).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count()));

    public IEnumerable<(string Code, int Count)> ByCode => Notes.GroupBy(n => n.Code).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count()));
}

/// <summary>
/// Says what is wrong with a library. Pages of our own form are held to it; pages of anybody else are read and counted. Rules, cards and
/// scenarios are checked where the library has its own, as the shipped one does.
/// </summary>
internal static class Lint
{
    /// <param name="shipped">The folder that travels with the program.</param>
    /// <param name="folders">Folders given in its place; empty: the shipped one is checked.</param>
    public static Health Of(string shipped, IReadOnlyList<string> folders, Targets targets)
    {
        var notes = new List<Note>();
        var files = KnowledgeFiles.Read(shipped, folders, notes);
        var home = folders.Count == 0 ? shipped : folders.LastOrDefault(f => File.Exists(Path.Combine(f, "rules.yaml")));
        var teachers = ReferenceEquals(files.Pages, files.Teachers) ? [] : files.Teachers.Select(f => PageReader.Read(f.Text, f.Path, f.File, [])).OfType<OpenPage>().ToList();
        var read = files.Pages.Select(f => (File: f, Open: Read(f, notes))).Where(p => p.Open is not null).Select(p => (p.File, Open: p.Open!)).ToList();
        var ours = read.Where(p => p.Open.Page.Ours).Select(p => p.Open).ToList();
        var known = new Dictionary<string, Page>(StringComparer.Ordinal);
        foreach (var page in read.Select(p => p.Open.Page).Concat(teachers.Select(t => t.Page)))
            if (!known.TryAdd(page.Id, page) && teachers.All(t => t.Page != page)) notes.Add(Notes.SamePageTwice(new Place(page.File), page.Id, known[page.Id].File));

        var upstream = Upstream(home, notes) ?? Upstream(shipped, notes) ?? [];
        var predicates = new PredicateLint(targets, notes);
        var pageLint = new PageLint(predicates, upstream, known.GetValueOrDefault, notes);
        foreach (var (file, open) in read)
        {
            if (open.Page.Ours || home is not null && file.File.StartsWith(Path.Combine(home, "pages"), StringComparison.Ordinal)) pageLint.Check(open, file);
            else Bars.Foreign(file.Text, file.File, targets, notes);
        }

        LinkLint.Check([.. read.Select(p => p.Open)], upstream, notes);
        var heard = LibraryLint.HeardAs(ours);
        LibraryLint.Twice(ours, home is null ? [] : Verdicts(files, notes), notes);
        var layers = new FolderLayers(ours.Concat(teachers).Select(o => o.Page), files.Folders, notes);
        if (home is not null)
        {
            LibraryLint.Covered([.. ours.Select(o => o.Page)], heard, new Place(Path.Combine(home, "pages")), notes);
            var checks = new ExerciseLint(predicates, known.GetValueOrDefault, notes)
                .Check(KnowledgeFiles.In(home, "cards", notes), KnowledgeFiles.In(home, "scenarios", notes), KnowledgeFiles.Single(home, Template.FileName, notes));
            SafetyBook.Lint(KnowledgeFiles.In(home, SafetyBook.Folder, notes), new Place(Path.Combine(home, SafetyBook.Folder)), targets, notes);
            if (files.Rules is { } rules) new RuleLint(predicates, known.GetValueOrDefault, checks, notes).Check(rules);
        }

        var pages = read.Select(p => p.Open.Page).Select(p => p.Ours ? p : p with { Layer = layers.Of(p.Id) });
        return new Health([.. pages], heard, [.. notes.OrderByDescending(n => n.Severity).ThenBy(n => n.Place.File, StringComparer.Ordinal).ThenBy(n => n.Place.Line)]);
    }

    /// <summary>What a page of ours loses because it reads like an order to a model is worth a warning: its author meant it to be heard.</summary>
    private static OpenPage? Read(KnowledgeFile file, List<Note> notes)
    {
        var own = new List<Note>();
        var open = PageReader.Read(file.Text, file.Path, file.File, own);
        notes.AddRange(open?.Page.Ours == true ? own.Select(Meant) : own);
        return open;
    }

    private static HashSet<string>? Upstream(string? home, List<Note> notes)
    {
        if (home is null || Path.Combine(home, "upstream-paths.txt") is var path && !File.Exists(path)) return null;
        try
        {
            return [.. File.ReadAllLines(path).Select(l => l.Trim()).Where(l => l.Length > 0)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            notes.Add(Notes.CannotRead(new Place(path), e.Message.TrimEnd('.')));
            return null;
        }
    }

    private static List<(string Text, Place At)> Verdicts(KnowledgeFiles files, List<Note> notes)
    {
        var own = new List<Note>();
        List<(string, Place)> lines = [.. files.Verdicts.SelectMany(f => VerdictLines.Read(f, own).Select(l => (l.Text, new Place(f.File))))];
        notes.AddRange(own.Select(Meant));
        return lines;
    }

    private static Note Meant(Note note) => note.Code == "TT404" && note.Text.Contains("addressed", StringComparison.Ordinal) ? Notes.OwnTextDropped(note.Place) : note;
}
