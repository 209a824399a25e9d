using System.Text.RegularExpressions;

namespace TabletopAgent.Knowledge;

/// <summary>Reads the parts of a page written to the form in knowledge/README.md. What does not fit the form is left for lint to say.</summary>
internal static partial class GuideReader
{
    public static readonly string[] Parts =
        ["Purpose", "Symptoms", "Heard as", "Look-alikes", "Checks", "Minimal fix", "Routing and cache actions", "Proofs to collect", "Acceptance"];

    public static Guide Read(OpenPage open)
    {
        var purpose = string.Join(' ', Of(open, "purpose").Where(u => u.Kind == UnitKind.Paragraph).Select(u => u.Text.Replace('\n', ' ')));
        return new Guide(purpose, Lines(open, "symptoms"), Lines(open, "heard-as"), [.. Lines(open, "look-alikes").Select(ReadLookAlike).OfType<LookAlike>()],
            Lines(open, "checks/gather"), Lines(open, "checks/holds-when"), Lines(open, "checks/refuted-when"), Steps(open), Actions(open),
            Lines(open, "proofs-to-collect"), Lines(open, "acceptance"));
    }

    private static IEnumerable<Unit> Of(OpenPage open, string path)
    {
        for (var i = 0; i < open.Page.Sections.Count; i++)
            if (open.Page.Sections[i].Id == $"{open.Page.Id}#{path}")
                return open.Units.Where(u => u.Section == i && u.Kind != UnitKind.Heading);
        return [];
    }

    private static List<Line> Lines(OpenPage open, string path) =>
        [.. Of(open, path).Where(u => u.Kind == UnitKind.Item).Select(u => new Line(u.Text.Replace('\n', ' '), u.Line))];

    public static LookAlike? ReadLookAlike(Line line) => LookAlikeForm().Match(line.Text) is { Success: true } m
        ? new LookAlike(m.Groups["words"].Value, m.Groups["layer"].Value, m.Groups["page"].Value is var p && p != "none" ? p : null, m.Groups["why"].Value, line.Number)
        : null;

    private static List<Step> Steps(OpenPage open)
    {
        var steps = new List<Step>();
        foreach (var line in Lines(open, "minimal-fix"))
        {
            if (steps.Count == 0 || Detail().Match(line.Text) is not { Success: true } m) steps.Add(new Step(line.Text, null, null, null, null, line.Number));
            else
                steps[^1] = m.Groups["name"].Value switch
                {
                    "when" => steps[^1] with { When = m.Groups["text"].Value },
                    "before" => steps[^1] with { Before = m.Groups["text"].Value },
                    "expect" => steps[^1] with { Expect = m.Groups["text"].Value },
                    _ => steps[^1] with { Undo = m.Groups["text"].Value },
                };
        }

        return steps;
    }

    private static List<PageAction> Actions(OpenPage open)
    {
        var actions = new List<PageAction>();
        foreach (var line in Lines(open, "routing-and-cache-actions"))
        {
            if (Proof().Match(line.Text) is { Success: true } proof && actions.Count > 0) actions[^1] = actions[^1] with { Proof = proof.Groups["text"].Value };
            else if (Area().Match(line.Text) is { Success: true } m) actions.Add(new PageAction(m.Groups["area"].Value, m.Groups["text"].Value, null, line.Number));
            else actions.Add(new PageAction("", line.Text, null, line.Number));
        }

        return actions;
    }

    private const RegexOptions Plain = RegexOptions.CultureInvariant;

    [GeneratedRegex("^[\"“](?<words>.+?)[\"”] ?(?:->|→) ?(?<layer>[a-z-]+), ?(?<page>[a-z0-9-]+): (?<why>.+)$", Plain)] private static partial Regex LookAlikeForm();
    [GeneratedRegex(@"^(?<name>when|before|expect|undo): (?<text>.+)$", Plain)] private static partial Regex Detail();
    [GeneratedRegex(@"^proof: (?<text>.+)$", Plain)] private static partial Regex Proof();
    [GeneratedRegex(@"^(?<area>[a-z]+): (?<text>.+)$", Plain)] private static partial Regex Area();
}
