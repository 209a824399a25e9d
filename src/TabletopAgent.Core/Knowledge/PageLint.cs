using TabletopAgent.Markdown;

namespace TabletopAgent.Knowledge;

/// <summary>Checks one page against the form in knowledge/README.md.</summary>
/// <param name="upstream">Paths that exist upstream.</param>
/// <param name="find">A page by its id, also a shipped one when other pages are linted.</param>
internal sealed class PageLint(PredicateLint predicates, IReadOnlySet<string> upstream, Func<string, Page?> find, List<Note> notes)
{
    private const int FewestHeard = 20, FewestLookAlikes = 3;

    // In these a number is a bar; in the others it is what somebody once saw.
    private static readonly string[] Binding = ["Checks", "Minimal fix", "Routing and cache actions", "Proofs to collect", "Acceptance"];

    public void Check(OpenPage open, KnowledgeFile file)
    {
        var guide = GuideReader.Read(open);
        Head(file);
        Sections(open.Page, file.Text);
        Filled(open.Page, guide);
        LookAlikes(open, guide);
        foreach (var step in guide.Steps)
        {
            var at = new Place(file.File, step.Number);
            if (step.Expect is null) notes.Add(Notes.Incomplete(at, "the step has no \"expect\": the change of signal that shows it worked."));
            if (step.Undo is null) notes.Add(Notes.Incomplete(at, "the step has no \"undo\": yes, how; or no, why."));
        }

        foreach (var action in guide.Actions)
        {
            var at = new Place(file.File, action.Number);
            if (!Layers.Areas.Contains(action.Area)) notes.Add(Notes.Incomplete(at, $"the action's area is \"{action.Area}\"; begin with one of {string.Join(", ", Layers.Areas)} and a colon."));
            if (action.Proof is null) notes.Add(Notes.Incomplete(at, "the action has no \"proof\" that it worked."));
        }

        Predicates(file);
    }

    private void Head(KnowledgeFile file)
    {
        if (FrontMatter.Read(MarkdownReader.Read(file.Text, file.File, []), file, notes) is not { } head) return;
        if (head.Required("layer") is not null) head.Layer("layer");
        foreach (var layer in head.Yaml.List("related"))
            if (!Layers.Known(layer)) notes.Add(Notes.UnknownLayer(head.At("related"), layer, TabletopAgent.Text.Words.Nearest(layer, Layers.All)));
        head.Modes();
        foreach (var path in head.Yaml.List("upstream"))
            if (!upstream.Contains(path)) notes.Add(Notes.UpstreamUnknown(head.At("upstream"), path));
        foreach (var path in head.Yaml.List("stands_for_missing"))
            if (upstream.Contains(path)) notes.Add(Notes.Incomplete(head.At("stands_for_missing"), $"\"{path}\" exists upstream; list it under upstream."));
    }

    private void Sections(Page page, string text)
    {
        var headings = Headings(text).Where(h => h.Level == 2).ToList();
        var known = headings.Where(h => GuideReader.Parts.Contains(h.Text)).ToList();
        foreach (var (_, heading, line) in headings.Except(known)) notes.Add(Notes.ExtraSection(new Place(page.File, line), heading));
        var next = 0;
        foreach (var part in GuideReader.Parts)
        {
            if (next < known.Count && known[next].Text == part) next++;
            else notes.Add(Notes.MissingSection(new Place(page.File, next < known.Count ? known[next].Line : 0), part));
        }
    }

    private void Filled(Page page, Guide guide)
    {
        Need("Purpose", guide.Purpose.Length > 0 ? 1 : 0, 1);
        Need("Symptoms", guide.Symptoms.Count, 1);
        Need("Heard as", guide.HeardAs.Count, FewestHeard);
        Need("Look-alikes", guide.LookAlikes.Count, FewestLookAlikes);
        Need("Checks: Gather", guide.Gather.Count, 1);
        Need("Checks: Holds when", guide.HoldsWhen.Count, 1);
        Need("Checks: Refuted when", guide.RefutedWhen.Count, 1);
        Need("Minimal fix", guide.Steps.Count, 1);
        Need("Routing and cache actions", guide.Actions.Count, 1);
        Need("Proofs to collect", guide.Proofs.Count, 1);
        Need("Acceptance", guide.Acceptance.Count, 1);

        void Need(string part, int have, int need)
        {
            var at = page.Sections.FirstOrDefault(s => s.Heading == part)?.Line ?? 0;
            if (have < need) notes.Add(Notes.FewLines(new Place(page.File, at), $"lines under \"{part}\"", have, need));
        }
    }

    private void LookAlikes(OpenPage open, Guide guide)
    {
        var section = open.Page.Sections.ToList().FindIndex(s => s.Heading == "Look-alikes");
        foreach (var line in open.Units.Where(u => u.Section == section && u.Kind == UnitKind.Item))
            if (GuideReader.ReadLookAlike(new Line(line.Text.Replace('\n', ' '), line.Line)) is null) notes.Add(Notes.BadLookAlike(new Place(open.Page.File, line.Line)));
        foreach (var alike in guide.LookAlikes)
        {
            var at = new Place(open.Page.File, alike.Number);
            if (!Layers.Known(alike.Layer)) notes.Add(Notes.UnknownLayer(at, alike.Layer, TabletopAgent.Text.Words.Nearest(alike.Layer, Layers.All)));
            if (alike.Page is null) continue;
            if (alike.Page == open.Page.Id) notes.Add(Notes.Incomplete(at, "a look-alike is another page's fault, or none's; this names its own page."));
            else if (find(alike.Page) is not { } page) notes.Add(Notes.UnknownPage(at, alike.Page));
            else if (page.Layer is not null && page.Layer != alike.Layer) notes.Add(Notes.LayerOfPage(at, alike.Page, page.Layer, alike.Layer));
        }
    }

    private void Predicates(KnowledgeFile file)
    {
        var lines = file.Text.Split('\n');
        var headings = Headings(file.Text).Where(h => h.Level == 2).ToList();
        for (var h = 0; h < headings.Count; h++)
        {
            if (!Binding.Contains(headings[h].Text)) continue;
            var end = h + 1 < headings.Count ? headings[h + 1].Line : lines.Length;
            for (var i = headings[h].Line; i < end; i++) predicates.Line(lines[i], new Place(file.File, i + 1));
        }
    }

    /// <summary>As they stand in the file: the place that is to be mended.</summary>
    private static IEnumerable<(int Level, string Text, int Line)> Headings(string text) =>
        MarkdownReader.Read(text, "", []).Blocks.Where(b => b.Kind == BlockKind.Heading).Select(b => (b.Level, b.Text, b.Line));
}
