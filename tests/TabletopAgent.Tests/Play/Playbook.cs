using TabletopAgent.Play;

namespace TabletopAgent.Tests.Play;

/// <summary>
/// The plays under plays/: what every team does alike, the script of a team that passes, and what another team does otherwise. All of it is
/// laid together by time into one script, as a person would hand it to <c>tabletop run --script</c>.
/// </summary>
internal static class Playbook
{
    private const string Passes = "-passes";

    public static string Folder => Repository.Path("tests", "TabletopAgent.Tests", "plays");

    public static IEnumerable<string> All => Directory.GetDirectories(Folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    /// <summary>The scenario that a play is of: its name is the scenario's id and the way it goes.</summary>
    public static string Scenario(string play) => Evening.Shelf.Scenarios.Select(s => s.Id).Single(s => play.StartsWith($"{s}-", StringComparison.Ordinal));

    /// <summary>Writes the whole script, and the probes it reads, to a folder.</summary>
    /// <returns>The script's path.</returns>
    public static string Lay(string play, string to)
    {
        var scenario = Scenario(play);
        var lines = Script.Together([Script.Read(File.ReadAllText(Path.Combine(Folder, "team.txt")), "team.txt", []), Lines(scenario + Passes, "script.txt")]).ToList();
        if (play != scenario + Passes)
        {
            foreach (var change in File.ReadLines(Path.Combine(Folder, play, "changes.txt")).Where(l => l.StartsWith("- ", StringComparison.Ordinal)))
                Assert.True(lines.RemoveAll(l => Written(l).StartsWith(change[2..].Trim(), StringComparison.Ordinal)) > 0, $"{play}: nothing in the script begins with {change[2..]}");
            lines = [.. Script.Together([lines, Lines(play, "changes.txt")])];
        }

        foreach (var probes in new[] { Repository.Path("knowledge", "demo"), Path.Combine(Folder, scenario + Passes), Path.Combine(Folder, play) }.SelectMany(f => Directory.GetFiles(f, "*.csv")))
            File.Copy(probes, Path.Combine(to, Path.GetFileName(probes)), overwrite: true);
        var script = Path.Combine(to, "script.txt");
        File.WriteAllLines(script, lines.Select(Written));
        return script;
    }

    private static IReadOnlyList<ScriptLine> Lines(string play, string file) =>
        Script.Read(string.Join('\n', File.ReadLines(Path.Combine(Folder, play, file)).Where(l => !l.StartsWith("- ", StringComparison.Ordinal))), $"{play}/{file}", []);

    private static string Written(ScriptLine line) => line.At is { } at ? FormattableString.Invariant($"+{(int)at.TotalMinutes}:{at.Seconds:00} {line.Line}") : line.Line;
}
