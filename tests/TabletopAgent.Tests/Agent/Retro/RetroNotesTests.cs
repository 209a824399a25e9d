using TabletopAgent.Agent.Retro;

namespace TabletopAgent.Tests.Agent.Retro;

public sealed class RetroNotesTests
{
    [Fact]
    public void The_prompt_that_ships_can_be_filled()
    {
        var notes = new List<Note>();
        Assert.Equal(GradeSheet.Fills, RetroNotes.Load(Repository.Path("prompts"), notes)?.Variables);
        Assert.Empty(notes);
    }

    [Theory]
    [InlineData("---\nvariables: [fence, mood]\n---\n{{fence}} {{mood}}\n", "TT742")]
    [InlineData("---\nvariables: [fence]\n---\n{{fence}} {{why}}\n", "TT740")]
    public void One_with_a_place_that_nothing_fills_is_not_used(string prompt, string code)
    {
        var folder = Directory.CreateTempSubdirectory("tabletop-prompts-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "grade-note.md"), prompt);
            var notes = new List<Note>();
            Assert.Null(RetroNotes.Load(folder.FullName, notes));
            Assert.Equal((code, Severity.Error), (Assert.Single(notes).Code, notes[0].Severity));
        }
        finally
        {
            folder.Delete(true);
        }
    }
}
