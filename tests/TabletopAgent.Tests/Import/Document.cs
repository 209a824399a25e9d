using TabletopAgent.Import;

namespace TabletopAgent.Tests.Import;

/// <summary>A small document read whole: most rules only show in one.</summary>
internal static class Document
{
    public static Imported Read(string text, string? zone = null, string name = "incident.md") => Importer.Read(name, text, new ImportOptions(zone), [])[0];

    public static string Findings(string text, string? zone = null) => string.Join(' ', Read(text, zone).Findings.Select(f => f.Kind));

    /// <summary>The milestones that are stated, as "impact 10:00, resolved 11:00".</summary>
    public static string Times(string text) => string.Join(", ", Marks.All.Where(Read(text).Stated.Times.ContainsKey).Select(m => $"{m.Word()} {Read(text).Stated.Times[m].Local:HH:mm}"));

    /// <summary>Labelled times of one day.</summary>
    public static string Keys(params string[] lines) => $"# Incident on 2024-03-04\n\n- **Key events**\n{string.Concat(lines.TakeWhile(l => !l.StartsWith('*')).Select(l => $"  - {l.Replace("@", "2024-03-04 ", StringComparison.Ordinal)}\n"))}\n{string.Concat(lines.SkipWhile(l => !l.StartsWith('*')).Select(l => $"- {l}\n"))}";

    /// <summary>Entries of one day.</summary>
    public static string Timeline(params string[] lines) => $"# Trouble on 2024-03-04\n\n## Timeline (UTC)\n\n{string.Concat(lines.Select(l => $"- {l}\n"))}";
}
