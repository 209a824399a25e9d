using TabletopAgent.Knowledge;
using TabletopAgent.Play;
using TabletopAgent.Talk;

namespace TabletopAgent.Tests.Knowledge;

public sealed class PhrasesTests
{
    private static readonly Phrases Shipped = Phrases.Read(Repository.Path("knowledge"), []);

    [Fact]
    public void Every_intent_can_be_carried_out()
    {
        Assert.NotEmpty(Shipped.Intents);
        Repository.None(Shipped.Intents.SelectMany(i => i.Do.Select(d => (i.Id, Name: Command.Parse(d)?.Name ?? d)))
            .Where(i => CommandForm.Find(i.Name) is null && !Answers.Names.Contains(i.Name) && i.Name is not ("yes" or "no")).Select(i => $"{i.Id}: /{i.Name} is no command"));
    }

    [Fact]
    public void No_phrasing_means_two_things() => Repository.None(
        Shipped.Intents.SelectMany(i => i.Says.Select(s => (s, i.Id)).Concat(i.Takes.Select(t => (s: t, i.Id)))).GroupBy(x => x.s).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(x => x.Id))}"));

    /// <summary>What is met by likeness alone must not write: likeness errs.</summary>
    [Fact]
    public void What_is_only_alike_writes_nothing() => Repository.None(
        Shipped.Intents.Where(i => i.Says.Count > 0 && i.Do.Any(d => CommandForm.Find(Command.Parse(d)!.Name) is { } form && form.Access != Access.Everyone && form.Name is not ("next" or "checks" or "briefed"))).Select(i => i.Id));

    [Fact]
    public void Without_the_file_nothing_is_understood() => Assert.Empty(Phrases.Read(Path.GetTempPath(), []).Intents);
}
