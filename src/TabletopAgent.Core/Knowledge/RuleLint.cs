using TabletopAgent.Facts;

namespace TabletopAgent.Knowledge;

/// <summary>Checks rules.yaml: every rule complete, its pages there, its facts known, its numbers the targets'.</summary>
internal sealed class RuleLint(PredicateLint predicates, Func<string, Page?> find, IReadOnlySet<string> checks, List<Note> notes)
{
    public void Check(KnowledgeFile file)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in Yaml.Read(file.Text, file.File, 0, [])?.Maps("rules") ?? [])
        {
            var at = new Place(file.File, map.Line);
            if (map.Text("id") is not { } id) notes.Add(Notes.Incomplete(at, "the rule has no \"id\"."));
            else if (!seen.Add(id)) notes.Add(Notes.Incomplete(at, $"rule id \"{id}\" is there twice."));
            if (map.Whole("weight") is not (>= 1 and <= 10)) notes.Add(Notes.Incomplete(at, "the rule's weight must be a whole number from 1, a weak hint, to 10, decisive."));
            foreach (var field in new[] { "why", "refuted_by" })
                if (map.Text(field) is null) notes.Add(Notes.Incomplete(at, $"the rule has no \"{field}\"."));
            if (map.List("pages").Count == 0) notes.Add(Notes.Incomplete(at, "the rule names no pages."));
        }

        foreach (var rule in Rule.Read(file.Text, file.File, notes))
        {
            predicates.Check(rule.When, rule.Place);
            foreach (var page in rule.Pages)
                if (find(page) is null) notes.Add(Notes.UnknownPage(rule.Place, page));
            foreach (var id in rule.When.AnyOf.SelectMany(all => all).Where(IsCheck).Select(c => c.Word!))
                if (!checks.Contains(id)) notes.Add(Notes.UnknownName(rule.Place, "check", id, TabletopAgent.Text.Words.Nearest(id, checks.Order(StringComparer.Ordinal))));
        }
    }

    /// <summary>The id of a check event is that of a scenario's exact check.</summary>
    private static bool IsCheck(Condition condition) => condition is { Fact: "id", Word: not null };
}
