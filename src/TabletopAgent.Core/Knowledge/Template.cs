using System.Text.RegularExpressions;
using TabletopAgent.Markdown;

namespace TabletopAgent.Knowledge;

/// <summary>A stretch of the exercise with something to do in it.</summary>
/// <param name="Extended">Played only where an extended case is.</param>
internal sealed record TimeBox(int From, int To, string Text, bool Extended, int Line);

/// <summary>A line with a name: a role and what it does, or an item of the briefing.</summary>
internal sealed record Named(string Id, string Text, int Line);

/// <summary>What all exercises share: time boxes, the duties of the roles, and the checklist of the briefing. <c>knowledge/template.md</c> holds it.</summary>
internal sealed partial record Template(IReadOnlyList<TimeBox> Boxes, IReadOnlyList<Named> Roles, IReadOnlyList<Named> Briefing, string File)
{
    public const string FileName = "template.md";

    public static Template Read(KnowledgeFile file, List<Note> notes)
    {
        var parts = Parts.Of(MarkdownReader.Read(file.Text, file.File, notes));
        var template = new Template(ReadBoxes(parts, file, notes), parts.Named("Roles", file, notes), parts.Named("Briefing", file, notes), file.File);
        foreach (var (name, count) in new (string, int)[] { ("Time boxes", template.Boxes.Count), ("Roles", template.Roles.Count), ("Briefing", template.Briefing.Count) })
            if (count == 0) notes.Add(Notes.MissingSection(new Place(file.File), name));
        return template;
    }

    /// <summary>The boxes of a scenario or of the template; none where there is no such section.</summary>
    public static IReadOnlyList<TimeBox> ReadBoxes(Parts parts, KnowledgeFile file, List<Note> notes) =>
    [
        .. parts.Items("Time boxes", Box(), "write from–to: what is done, such as 0–10: Brief the roles.", file, notes).Select(m => new TimeBox(
            int.Parse(m.Match.Groups["from"].Value), int.Parse(m.Match.Groups["to"].Value), m.Match.Groups["text"].Value, m.Match.Groups["optional"].Success, m.Line)),
    ];

    [GeneratedRegex(@"^(?<optional>optional )?(?<from>\d{1,4}) ?[–-] ?(?<to>\d{1,4}): (?<text>\S.*)$", RegexOptions.CultureInvariant)] private static partial Regex Box();
}
