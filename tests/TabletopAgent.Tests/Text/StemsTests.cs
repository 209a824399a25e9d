using TabletopAgent.Text;

namespace TabletopAgent.Tests.Text;

public sealed class StemsTests
{
    [Theory]
    [InlineData("restored", "restor")]
    [InlineData("restores", "restor")]
    [InlineData("restoring", "restor")]
    [InlineData("restore", "restor")]
    [InlineData("queries", "query")]
    [InlineData("retried", "retry")]
    [InlineData("dropped", "drop")]
    [InlineData("failing", "fail")]
    [InlineData("normalization", "normal")]
    [InlineData("writes", "writ")]
    [InlineData("logs", "log")]
    [InlineData("loss", "loss")]
    [InlineData("dns", "dns")]
    [InlineData("s", "s")]
    [InlineData("", "")]
    public void Endings_are_cut_so_that_forms_of_a_word_meet(string word, string stem) => Assert.Equal(stem, Stems.Of(word));
}
