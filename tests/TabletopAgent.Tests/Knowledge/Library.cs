using System.Text;
using TabletopAgent.Knowledge;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Knowledge;

/// <summary>A small library of our own form in a folder of its own, for planting mistakes in it.</summary>
internal sealed class Library : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("tabletop-library-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Twelve pages, a card, a scenario and a rule with nothing wrong.</summary>
    public static Library Sound()
    {
        var library = new Library();
        foreach (var layer in Layers.All) library.Write($"pages/{layer}.md", Page(layer));
        library.Write("upstream-paths.txt", "ProblemMap/a.md\n");
        library.Write("folders.yaml", "folders:\n  ProblemMap/Vectors: vector-index\n");
        library.Write("rules.yaml", "rules:\n  - id: far\n    when: delta_s >= 0.60 and stage = dns\n    layer: vector-index\n    weight: 7\n    pages: [vector-index]\n    why: Far.\n    refuted_by: Near.\n");
        library.Write("cards/storm.md", "---\nid: storm\ntitle: Storm\nscenario: evening\nkind: fault\nlayer: routing\nverdict: fault\noffset_minutes: 10\n---\nAt 10:00 UTC names stop resolving.\n");
        library.Write("template.md", $"# Shared\n\n## Time boxes\n- 0–10: Briefing.\n- optional 10–90: Again.\n\n## Roles\n{string.Join('\n', TabletopAgent.Exercises.EventCatalog.Roles.Select(r => $"- `{r}`: Works."))}\n\n## Briefing\n- `roles`: Known.\n");
        library.Write("scenarios/evening.md", """
            ---
            id: evening
            title: Evening
            shown_as: An evening
            layer: routing
            modes: [1]
            pages: [routing]
            cards: [storm]
            duration_minutes: 60
            tier: S
            topology: region:A(active),B(passive)
            services:
              - {name: chat, tier: S}
            stores:
              - {name: orders, rpo_minutes: 5}
            baseline:
              - {service: chat, p95_warm_ms: 320}
            ---
            # Evening
            ## Situation
            It is late.

            ## Briefing
            - `slis-and-slos`: As ever.

            ## Injects
            - 10: storm

            ## Optional extended cases
            - `night`: Again.
              - 62: storm

            ## Exact checks
            - `near`: Answers are near; `delta_s <= 0.45`.
            """);
        return library;
    }

    public static string Page(string layer) => $"""
        ---
        id: {layer}
        title: About {layer}
        layer: {layer}
        related: []
        modes: [{string.Join(", ", Layers.Order(layer) == 0 ? Enumerable.Range(1, 16) : [])}]
        upstream: []
        ---
        # About {layer}

        ## Purpose
        It breaks.

        ## Symptoms
        - a sign

        ## Heard as
        {string.Join('\n', Enumerable.Range(0, 120).Select(i => $"- {layer} heard {Word(i)}"))}

        ## Look-alikes
        - "one" -> {layer}, none: because
        - "two" -> routing, none: because
        - "three" -> cache, {(layer == "cache" ? "none" : "cache")}: because

        ## Checks
        ### Gather
        - a fact
        ### Holds when
        - `delta_s >= 0.60`
        ### Refuted when
        - `coverage >= 0.70`

        ## Minimal fix
        1. Mend it.
           - when: `error_pct > 1`
           - expect: it works
           - undo: yes, break it

        ## Routing and cache actions
        - routing: Move it.
          - proof: it moved

        ## Proofs to collect
        - a list

        ## Acceptance
        - `delta_s <= 0.45`
        """.ReplaceLineEndings("\n");

    public Library Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text, new UTF8Encoding(false));
        return this;
    }

    public Library Change(string path, string from, string to)
    {
        var text = File.ReadAllText(Path.Combine(Folder, path));
        Assert.Contains(from, text);
        return Write(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    public Health Lint() => TabletopAgent.Knowledge.Lint.Of(Folder, [], Targets.Default);

    private static string Word(int i) => $"{(char)('a' + i / 26)}{(char)('a' + i % 26)}";
}
