using TabletopAgent.Play;

namespace TabletopAgent.Tests.Play;

public sealed class SpeechTests
{
    [Theory]
    [InlineData("/note x", "Fay", "/note x")]
    [InlineData("Ines: /note x", "Ines", "/note x")]
    [InlineData("Dana Reyes-O'Hara:/note x", "Dana Reyes-O'Hara", "/note x")]
    [InlineData("ines: writes fail", "ines", "writes fail")]
    [InlineData("note: writes fail", "Fay", "note: writes fail")]
    [InlineData("/comms customers: /status is red", "Fay", "/comms customers: /status is red")]
    [InlineData("14:02: /note", "Fay", "14:02: /note")]
    public void A_name_in_front_speaks_for_one_line(string line, string speaker, string said) =>
        Assert.Equal(new Speech(speaker, said), Speech.Of(line, "Fay", Evening.Started().Session.State.Roster));
}
