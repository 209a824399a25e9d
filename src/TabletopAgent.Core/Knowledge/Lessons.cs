using System.Security.Cryptography;
using System.Text;
using TabletopAgent.Hearing;

namespace TabletopAgent.Knowledge;

/// <summary>A page of our own form and its parts.</summary>
internal sealed record Taught(Page Page, Guide Guide)
{
    public static Taught By(OpenPage page) => new(page.Page, GuideReader.Read(page));
}

/// <summary>Every line somebody could say, with what it means, named by a hash: what was learned from the same lines need not be learned again.</summary>
internal sealed class Lessons
{
    /// <summary>In the folder that travels with the program: what the build learned from the lines beside it.</summary>
    public const string Shipped = "ear.bin";

    private readonly List<Example> _lines;
    private readonly string _key;

    private Lessons(List<Example> lines)
    {
        _lines = lines;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines) hash.AppendData(Encoding.UTF8.GetBytes($"{line.Label}\0{line.Page}\0{line.Text}\n"));
        _key = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Look-alikes teach what they are, not what they sound like.</summary>
    public static Lessons Of(IReadOnlyList<Taught> guides, IReadOnlyList<KnowledgeFile> verdicts, List<Note> notes)
    {
        var lines = new List<Example>();
        foreach (var (page, guide) in guides.Where(g => Layers.Known(g.Page.Layer!)).OrderBy(g => g.Page.Id, StringComparer.Ordinal))
            lines.AddRange(guide.HeardAs.Select(l => new Example(l.Text, page.Layer!, page.Id)));
        foreach (var file in verdicts)
        {
            var verdict = Path.GetFileNameWithoutExtension(file.Path) == Ear.Healthy ? Ear.Healthy : Ear.NeedData;
            foreach (var line in VerdictLines.Read(file, notes)) lines.Add(new Example(line.Text, line.Layer ?? verdict, null));
        }

        return new Lessons(lines);
    }

    /// <summary>Learning takes seconds, and most sets of pages are heard by the same lines.</summary>
    /// <param name="home">The folder that travels with the program.</param>
    /// <param name="cache">Folder of what was learned here; null: none.</param>
    public Ear Learn(string home, string? cache)
    {
        if (KnowledgeCache.Ear(Path.Combine(home, Shipped), _key) is { } shipped) return shipped;
        if (cache is null) return Ear.Learn(_lines, Layers.All);
        var kept = KnowledgeCache.FileOf(cache, "ear", _key);
        if (KnowledgeCache.Ear(kept, _key) is { } known) return known;
        var ear = Ear.Learn(_lines, Layers.All);
        KnowledgeCache.Write(kept, _key, ear);
        return ear;
    }

    /// <summary>Learns anew and lays it beside the lines.</summary>
    /// <returns>The file; null where it cannot be written.</returns>
    public string? Keep(string home)
    {
        var path = Path.Combine(home, Shipped);
        return KnowledgeCache.Write(path, _key, Ear.Learn(_lines, Layers.All)) ? path : null;
    }
}
