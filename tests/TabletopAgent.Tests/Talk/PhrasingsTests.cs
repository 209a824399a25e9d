using TabletopAgent.Play;
using TabletopAgent.Talk;
using Xunit.Abstractions;

namespace TabletopAgent.Tests.Talk;

/// <summary>How often people are understood: phrasings that phrases.yaml was fitted to, and others that it was not.</summary>
public sealed class PhrasingsTests(ITestOutputHelper output)
{
    private sealed record Phrasing(string Set, string Intent, string Line);

    private static readonly List<Phrasing> All = [.. File.ReadLines(Repository.Path("tests", "TabletopAgent.Tests", "Talk", "phrasings.tsv"))
        .Where(l => l.Length > 0 && !l.StartsWith('#')).Select(l => l.Split('\t')).Select(p => new Phrasing(p[0], p[1], p[2]))];

    [Theory]
    [InlineData("tuned")]
    [InlineData("seen")]
    [InlineData("held")]
    [InlineData("night")]
    [InlineData("dawn")]
    public void Right_at_least_92_times_in_100(string set)
    {
        var phrasings = All.Where(p => p.Set == set).ToList();
        var wrong = phrasings.Where(p => Got(p.Line) != p.Intent).Select(p => $"{p.Line}: {Got(p.Line)}, not {p.Intent}").ToList();
        output.WriteLine($"{set}: {phrasings.Count - wrong.Count} of {phrasings.Count}\n{string.Join('\n', wrong)}");
        Assert.True(wrong.Count <= 0.08 * phrasings.Count, string.Join('\n', wrong));
    }

    [Fact]
    public void There_are_enough_of_them()
    {
        Assert.True(All.Count >= 250);
        Assert.True(All.Count(p => p.Set is "held" or "dawn") >= All.Count / 4);
        Assert.Equal(All.Count, All.Select(p => p.Line).Distinct().Count());
    }

    /// <summary>A question that is not understood is a nuisance; a write that nobody asked for is a lie in the log.</summary>
    [Fact]
    public void Nothing_is_written_that_was_not_meant() => Repository.None(All.Where(p => Writes(Got(p.Line)) && Got(p.Line) != p.Intent).Select(p => $"{p.Line}: {Got(p.Line)}, not {p.Intent}"));

    private static string Got(string line)
    {
        var meanings = Heard.Interpreter.Of(line);
        var m = meanings[0];
        return m.Grasp switch { Grasp.Lost => "lost", Grasp.Unsure => $"?{m.Intent}", _ => m.Intent };
    }

    private static bool Writes(string intent) => Heard.Phrases.Intents.FirstOrDefault(i => i.Id == intent)?.Do
        .Any(d => CommandForm.Find(Command.Parse(d)!.Name) is { } form && form.Access != Access.Everyone && form.Name is not ("next" or "checks" or "briefed")) == true;
}
