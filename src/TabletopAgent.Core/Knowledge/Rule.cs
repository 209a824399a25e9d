using TabletopAgent.Facts;

namespace TabletopAgent.Knowledge;

/// <summary>A condition on facts that is evidence for a layer, from rules.yaml.</summary>
/// <param name="Weight">1 a weak hint … 10 decisive.</param>
/// <param name="RefutedBy">The observation that would prove it wrong.</param>
internal sealed record Rule(string Id, Predicate When, string Layer, int Weight, IReadOnlyList<string> Pages, string Why, string? RefutedBy, Place Place)
{
    /// <summary>Reads rules.yaml; a rule that cannot be used is left out and said.</summary>
    public static List<Rule> Read(string text, string file, List<Note> notes)
    {
        var rules = new List<Rule>();
        foreach (var map in Yaml.Read(text, file, 0, notes)?.Maps("rules") ?? [])
        {
            var place = new Place(file, map.Line);
            var id = map.Text("id") ?? $"line-{map.Line}";
            var layer = map.Text("layer") ?? "";
            if (!Layers.Known(layer))
            {
                notes.Add(Notes.UnknownLayer(place, layer, TabletopAgent.Text.Words.Nearest(layer, Layers.All)));
                continue;
            }

            if (Predicate.Parse(map.Text("when") ?? "", out var error) is not { } when)
            {
                notes.Add(Notes.BadPredicate(place, map.Text("when") ?? "", error!));
                continue;
            }

            rules.Add(new Rule(id, when, layer, Math.Clamp(map.Whole("weight") ?? 1, 1, 10), map.List("pages"), map.Text("why") ?? "", map.Text("refuted_by"), place));
        }

        return rules;
    }
}
