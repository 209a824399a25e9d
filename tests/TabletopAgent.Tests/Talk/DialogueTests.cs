using TabletopAgent.Knowledge;
using TabletopAgent.Talk;

namespace TabletopAgent.Tests.Talk;

public sealed class DialogueTests
{
    private readonly Dialogue _dialogue = new(new Lazy<Phrases>(() => Heard.Phrases));

    [Fact]
    public void A_yes_is_the_word_of_the_one_who_was_asked()
    {
        Assert.Contains("Shall I log that?", Says("Ines", "lets roll back the deploy").Text);
        Assert.Contains("Nothing waits", Says("Bo", "yes").Text);
        Assert.Equal(["/decide roll back the deploy"], Says("Ines", "yes").Commands);
        Assert.Contains("Nothing waits", Says("Ines", "yes").Text);
    }

    [Fact]
    public void What_is_not_understood_offers_three_things_and_waits_for_a_yes()
    {
        Assert.Matches("^I do not understand that. Nearest: \".+\", \".+\", \".+\". ", Says("Ines", "tell me a | joke").Text);
        Assert.Equal([@"/note tell me a \| joke"], Says("Ines", "yes").Commands);
    }

    [Fact]
    public void A_command_is_itself() => Assert.Equal(["/decide fail over | owner Ana"], Says("Ines", "/decide fail over | owner Ana").Commands);

    private Wish Says(string speaker, string words) => Assert.Single(_dialogue.Of(speaker, words));
}
