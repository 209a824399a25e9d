using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class ErrorRowsTests
{
    [Fact]
    public void A_class_is_route_stage_and_code()
    {
        var errors = new ErrorRows();
        foreach (var e in new Incident().At("14:20", "error", "'route':'POST /a','stage':'headers','code':500,'count':4").At("14:21", "error", "'route':' POST /a ','stage':'headers','code':'500'")
            .At("14:22", "error", "'route':'POST /a','stage':'body','code':500").At("14:23", "error", "'code':'reset','count':-3").Events) errors.Add(e);
        Assert.Equal(["POST /a|headers|500", "POST /a|body|500", "||reset"], errors.Signatures);
        Assert.Equal([(0, 4.0), (0, 1.0), (1, 1.0), (2, 0.0)], errors.Rows.Select(r => (r.Signature, r.Count)));
    }

    [Theory]
    [InlineData("POST /a|headers|500", "POST /a|headers|500", "headers")]
    [InlineData(" POST /a | Headers | 500 ", "POST /a|headers|500", "headers")]
    [InlineData("/a|b|body|reset", "/a|b|body|reset", "body")] // a route may hold a bar
    [InlineData("just words", "just words", "")]
    public void A_baseline_spells_them_loosely(string written, string signature, string stage) =>
        Assert.Equal((signature, stage), (ErrorRows.Normal(written), ErrorRows.Stage(ErrorRows.Normal(written))));
}
