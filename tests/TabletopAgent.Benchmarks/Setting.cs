using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;

namespace TabletopAgent.Benchmarks;

/// <summary>The knowledge of this checkout, and texts to diagnose.</summary>
internal static class Setting
{
    public static string Root { get; } = Find();

    public static string Shipped => Path.Combine(Root, "knowledge");

    /// <summary>Upstream's pages; null where they are not beside the checkout.</summary>
    public static string? Upstream { get; } =
        Path.Combine(Environment.GetEnvironmentVariable("TABLETOP_SHARED") ?? Path.Combine(Root, "..", "shared"), "wfgy") is var folder && Directory.Exists(folder) ? folder : null;

    /// <summary>What was learned is kept between runs, in this checkout.</summary>
    public static KnowledgeBase Load(IReadOnlyList<string> folders) => KnowledgeBase.Load(Shipped, folders, Path.Combine(Root, "artifacts", "benchmarks"));

    /// <summary>The text of every inject card.</summary>
    public static IReadOnlyList<string> Cards { get; } =
        [.. Directory.GetFiles(Path.Combine(Shipped, "cards"), "*.md").Order(StringComparer.Ordinal).Select(f => File.ReadAllText(f).Split("---\n", 3)[2].Trim())];

    public static List<Event> Log(string text) => [Event.Of("symptom", new Place("card", 1), ("text", text))];

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TabletopAgent.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("no TabletopAgent.sln above " + AppContext.BaseDirectory);
    }
}
