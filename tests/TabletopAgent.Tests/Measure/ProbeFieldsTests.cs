using System.Text.Json;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class ProbeFieldsTests
{
    private static readonly JsonElement Json = JsonElement.Parse("""{"questionVec":[1],"doc_id":"hr","seed":"2","k":5.5,"empty":"","n":null}""");

    [Fact]
    public void Names_are_taken_in_snake_case_camelCase_and_by_alias()
    {
        Assert.Equal(JsonValueKind.Array, Json.Get("question_vec")?.ValueKind);
        Assert.Equal("hr", Json.Text("doc", "doc_id"));
        Assert.Null(Json.Get("absent"));
    }

    [Fact]
    public void Anything_but_a_whole_number_or_a_text_is_none()
    {
        Assert.Equal((2, null, null), (Json.Whole("seed"), Json.Whole("k"), Json.Whole("n")));
        Assert.Null(Json.Text("empty"));
        Assert.Null(Json.Text("k"));
    }
}
