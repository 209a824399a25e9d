using TabletopAgent.Diagnose;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Diagnose;

public sealed class PredictionTests
{
    [Fact]
    public void A_prediction_names_upstream_paths_that_exist_and_at_least_ten()
    {
        var known = File.ReadAllLines(Repository.Path("knowledge", "upstream-paths.txt")).ToHashSet();
        var prediction = Of("payments get 401 since the key was rotated on the edge");
        Assert.True(prediction.RankedPages.Count >= 10);
        Assert.All(prediction.RankedPages, p => Assert.Contains(p, known));
        Assert.Equal(prediction.RankedPages.Count, prediction.RankedPages.Distinct().Count());
        Assert.Equal("ProblemMap/GlobalFixMap/Cloud_Serverless/secrets_rotation.md", prediction.RankedPages[0]);
        Assert.Equal(("secrets-and-config", "fault"), (prediction.Layers[0], prediction.Verdict));
    }

    [Theory]
    [InlineData("")]
    [InlineData("something feels weird")]
    public void What_cannot_be_told_names_no_layer(string text) => Assert.Equal(("need_data", 0), (Of(text).Verdict, Of(text).Layers.Count));

    private static Prediction Of(string text) => Prediction.Of(text, new Place("cards.jsonl", 1), Shipped.Knowledge, Targets.Default);
}
