using System.Text.RegularExpressions;

namespace TabletopAgent.Tests.Rules;

/// <summary>Which room may name which: down the flow only.</summary>
public sealed partial class RoomTests
{
    /// <summary>Each room may name those before it. Rooms on one line may not name each other.</summary>
    private static readonly string[][] Flow =
    [
        ["Text"], ["Facts", "Exercises", "Markdown", "Hearing", "Embedding"], ["Intake"], ["Import"], ["Measure"], ["Knowledge"], ["Diagnose"], ["Score"], ["Render"],
        ["Play", "Grade", "Artifacts"], ["Talk"],
    ];

    /// <summary>Files at the top of Core are below all rooms, except the entries, which are above them.</summary>
    private static readonly string[] Entry = ["Tabletop.cs", "LiveExercise.cs"];

    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["Markdig"] = ["Markdown"],
        ["YamlDotNet"] = ["Knowledge"],
        ["System.Numerics.Tensors"] = ["Measure", "Embedding", "Knowledge", "Diagnose"],
    };

    [Fact]
    public void Core_rooms_depend_down_the_flow_only()
    {
        var order = Flow.SelectMany((rooms, i) => rooms.Select(room => (room, i))).ToDictionary(x => x.room, x => x.i);
        var wrong = new List<string>();
        foreach (var (name, text) in Repository.Sources("src/TabletopAgent.Core"))
        {
            if (Entry.Contains(name)) continue;
            var room = name.Contains('/') ? name.Split('/')[0] : null;
            if (room is not null && !order.ContainsKey(room)) wrong.Add($"{name}: room {room} has no place in the flow");
            foreach (var other in Named(text, order.Keys))
                if (other != room && (room is null || order.GetValueOrDefault(room) <= order[other])) wrong.Add($"{name} names {other}");
        }

        Repository.None(wrong);
    }

    [Fact]
    public void A_namespace_is_its_folder()
    {
        var wrong = new[] { "src/TabletopAgent.Core", "src/TabletopAgent" }.SelectMany(Repository.Sources)
            .Where(f => Declared().Match(f.Text) is { Success: true } m
                && m.Groups[1].Value != string.Join('.', ["TabletopAgent", .. f.Name.Split('/')[..^1]]))
            .Select(f => f.Name);
        Repository.None(wrong);
    }

    [Fact]
    public void Core_knows_only_its_three_packages_and_each_in_its_room()
    {
        var wrong = new List<string>();
        foreach (var (name, text) in Repository.Sources("src/TabletopAgent.Core"))
            foreach (Match use in Used().Matches(text))
            {
                var space = use.Groups[1].Value;
                var package = Packages.Keys.FirstOrDefault(p => space == p || space.StartsWith(p + ".", StringComparison.Ordinal));
                if (package is not null && !Packages[package].Contains(name.Split('/')[0])) wrong.Add($"{name} uses {space}");
                if (package is null && !space.StartsWith("System", StringComparison.Ordinal) && !space.StartsWith("TabletopAgent", StringComparison.Ordinal)) wrong.Add($"{name} uses {space}");
            }

        Repository.None(wrong);

        var yaml = Repository.Sources("src/TabletopAgent.Core").Where(f => f.Text.Contains("YamlDotNet", StringComparison.Ordinal)).Select(f => f.Name).ToList();
        Assert.True(yaml.Count <= 1, $"YAML is read in one file, not in {string.Join(", ", yaml)}");

        var references = File.ReadAllText(Repository.Path("src", "TabletopAgent.Core", "TabletopAgent.Core.csproj"));
        Assert.Equal(Packages.Keys.Order(), Referenced().Matches(references).Select(m => m.Groups[1].Value).Order());
        Assert.DoesNotContain("FrameworkReference", references);
    }

    [Fact]
    public void Core_has_no_socket()
    {
        Repository.None(Repository.Sources("src/TabletopAgent.Core").Where(f => Socket().IsMatch(f.Text)).Select(f => f.Name));
    }

    [Fact]
    public void Only_Agent_names_Semantic_Kernel()
    {
        var wrong = Repository.Sources("src").Where(f => f.Text.Contains("SemanticKernel", StringComparison.Ordinal) && !f.Name.StartsWith("TabletopAgent/Agent/", StringComparison.Ordinal));
        Repository.None(wrong.Select(f => f.Name));
    }

    /// <summary>Rooms named by a using directive, a qualified name from the root, or a partly qualified one (Measure.Targets).</summary>
    private static IEnumerable<string> Named(string text, IEnumerable<string> rooms)
    {
        var code = Comment().Replace(text, "");
        return rooms.Where(r => Regex.IsMatch(code, $@"TabletopAgent\.{r}\b|(?<![\w.""]){r}\.[A-Z]\w*\.[A-Z]|^using (static )?{r}\b", RegexOptions.Multiline));
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Used();

    [GeneratedRegex("PackageReference Include=\"([^\"]+)\"")]
    private static partial Regex Referenced();

    /// <summary>WebUtility is a decoder of text that happens to live there.</summary>
    [GeneratedRegex(@"System\.Net(?!\.WebUtility)|HttpClient|\bSocket\b")]
    private static partial Regex Socket();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
