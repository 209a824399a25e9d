namespace TabletopAgent.Import.Reports;

/// <summary>Chooses what the diagnosis hears: the title, what happened, and why, in the words of the report.</summary>
internal static class StoryReader
{
    private const int Most = 40;

    /// <param name="told">Lines that have become entries, milestones or figures.</param>
    public static void Read(IReadOnlyList<ReportLine> lines, HashSet<int> told, Draft draft)
    {
        if (draft.Title is { } title) draft.Story.Add(new Passage(draft.Line, title));
        foreach (var line in lines)
        {
            if (draft.Story.Count >= Most) break;
            if (line.Quoted || line.Kind is LineKind.Heading or LineKind.Row || told.Contains(line.Number)) continue;
            if (Sections.Plans(line.Section) || Sections.Lessons(line.Section) || Sections.Lessons(line.Under)) continue;
            var text = line.Label is not null && line.Value.Length > 0 ? line.Value : line.Text;
            if (text.Length < 20) continue;
            // A heading above the heading counts too, but not the title: everything stands under that.
            var under = line.Under == draft.Title ? "" : line.Under;
            var tells = line.Section.Length == 0 || line.Section == draft.Title || Sections.Cause(line.Section) || Sections.Story(line.Section) || Sections.Repair(line.Section)
                || Sections.Cause(under) || Sections.Story(under);
            if (tells) draft.Story.Add(new Passage(line.Number, text, Sections.Seen(line.Section) ? Part.Seen : Part.Told));
        }
    }
}
