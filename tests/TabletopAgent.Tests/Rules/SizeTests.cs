namespace TabletopAgent.Tests.Rules;

/// <summary>A source file is read in one sitting.</summary>
public sealed class SizeTests
{
    private const int Median = 80;
    private const int Most = 300;

    /// <summary>Files that may be longer, each with its reason.</summary>
    private static readonly Dictionary<string, string> Longer = [];

    [Fact]
    public void The_median_is_short()
    {
        var lines = Repository.Sources("src").Select(f => Lines(f.Text)).Order().ToList();
        Assert.True(lines[lines.Count / 2] < Median, $"the median file has {lines[lines.Count / 2]} lines");
    }

    [Fact]
    public void None_is_long_without_a_reason()
    {
        var files = Repository.Sources("src").ToDictionary(f => f.Name, f => Lines(f.Text));
        Repository.None(files.Where(f => f.Value > Most && !Longer.ContainsKey(f.Key)).Select(f => $"{f.Key} has {f.Value} lines"));
        Assert.All(Longer.Keys, name => Assert.True(files.GetValueOrDefault(name) > Most, $"{name} needs no exception any more"));
    }

    private static int Lines(string text) => text.Count(c => c == '\n');
}
