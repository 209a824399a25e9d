using System.Text.Json;
using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Exercises;

public sealed class EventTests
{
    private static Event Of(string json) => new("sli", null, default, new Dictionary<string, JsonElement> { ["x"] = JsonElement.Parse(json) });

    [Theory]
    [InlineData("\"a\"", "a")]
    [InlineData("\"half \\ud800 pair\"", "half \uFFFD pair")]
    [InlineData("\"\\udfff\\n\"", "\uFFFD\n")]
    [InlineData("\"\\ud83d\\ude00\"", "😀")]
    [InlineData("5", null)]
    [InlineData("null", null)]
    [InlineData("[\"a\"]", null)]
    public void Text_is_text_or_nothing(string json, string? text) => Assert.Equal(text, Of(json).Text("x"));

    [Theory]
    [InlineData("5", 5.0)]
    [InlineData("-0.25", -0.25)]
    [InlineData("1e999", null)]
    [InlineData("\"5\"", null)]
    [InlineData("true", null)]
    public void A_number_is_finite_or_nothing(string json, double? number) => Assert.Equal(number, Of(json).Number("x"));

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("1", null)]
    [InlineData("\"true\"", null)]
    public void A_flag_is_true_false_or_nothing(string json, bool? flag) => Assert.Equal(flag, Of(json).Flag("x"));

    [Fact]
    public void A_field_that_is_not_there_is_nothing() => Assert.Equal((null, null, null), (Of("1").Text("y"), Of("1").Number("y"), Of("1").Flag("y")));

    [Fact]
    public void An_event_made_here_has_no_empty_fields()
    {
        var e = Event.Of("probe", new Place("b", 2), ("probe_id", "p"), ("coverage", 0.5), ("question", null));
        Assert.Equal(["probe_id", "coverage"], e.Fields.Keys);
        Assert.Equal(("p", 0.5, "b:2"), (e.Text("probe_id"), e.Number("coverage"), e.Place.ToString()));
    }
}
