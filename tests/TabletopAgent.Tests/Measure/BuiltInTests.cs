using TabletopAgent.Embedding;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class BuiltInTests
{
    [Fact]
    public void It_is_there_and_says_its_name_as_records_do()
    {
        var notes = new List<Note>();
        var embedder = BuiltIn.Get(new Place("p"), notes);
        Assert.Same(Embedder.Shared, embedder);
        Assert.Empty(notes);
        Assert.Matches("^tabletop-static-[0-9]+@[0-9a-f]{12}$", BuiltIn.Model(embedder!));
    }

    [Theory]
    [InlineData("bge", "bge@1", true)]
    [InlineData("bge@1", "bge@1", true)]
    [InlineData("bge@2", "bge@1", false)]
    [InlineData("bg", "bge@1", false)]
    [InlineData(null, "bge@1", false)]
    public void A_record_may_leave_out_the_revision(string? recorded, string model, bool same) => Assert.Equal(same, BuiltIn.Same(recorded, model));
}
