namespace TabletopAgent.Tests.Import.Checks;

public sealed class PhraseCheckTests
{
    private static readonly string Times = Document.Keys("Fault occurs @18:00", "First detected @18:10", "Repaired @19:12", "Resolved @19:12");

    [Theory]
    [InlineData("It was down for about 3 hours, from 15:30 to 18:10 UTC.", "duration")]
    [InlineData("It was down for 72 minutes, from 18:00 to 19:12.", "")]
    [InlineData("We were quick (detection to resolution in ~12 minutes).", "duration")]
    [InlineData("We were slow: detection to resolution took 62 minutes.", "")]
    [InlineData("It was not seen until March 4, 2024 18:10, two hours after the issue arose.", "duration")]
    [InlineData("It was not seen until March 4, 2024 18:10, ten minutes after the issue arose.", "")]
    public void A_sentence_that_measures_must_fit(string sentence, string expected) => Assert.Equal(expected, Document.Findings($"{Times}\n{sentence}\n"));
}
