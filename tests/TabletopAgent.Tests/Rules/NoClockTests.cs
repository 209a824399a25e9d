using System.Text.RegularExpressions;

namespace TabletopAgent.Tests.Rules;

/// <summary>Time is handed in, and no task is lost.</summary>
public sealed partial class NoClockTests
{
    [Fact]
    public void Nobody_asks_the_system_what_time_it_is() => Repository.None(Files(Clock()));

    [Fact]
    public void No_task_is_thrown_away() => Repository.None(Files(Lost()));

    private static IEnumerable<string> Files(Regex banned) => Repository.Sources("src").Where(f => banned.IsMatch(f.Text)).Select(f => f.Name);

    [GeneratedRegex(@"\bDateTime(?:Offset)?\.(?:Now|UtcNow|Today)\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b_ = [^;]*Async\(")]
    private static partial Regex Lost();
}
