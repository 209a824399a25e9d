using TabletopAgent.Knowledge;
using TabletopAgent.Talk;

namespace TabletopAgent.Tests.Talk;

/// <summary>The shipped phrases, read once.</summary>
internal static class Heard
{
    private static readonly Lazy<Phrases> Read = new(() => Phrases.Read(Repository.Path("knowledge"), []));
    private static readonly Lazy<Interpreter> Built = new(() => new Interpreter(Read.Value));

    public static Phrases Phrases => Read.Value;

    public static Interpreter Interpreter => Built.Value;

    public static Meaning One(string line) => Assert.Single(Interpreter.Of(line));

    /// <summary>The commands of a line, in one string.</summary>
    public static string Commands(string line) => string.Join("; ", Interpreter.Of(line).SelectMany(m => m.Commands));
}
