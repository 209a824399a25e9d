using System.Text.Json;
using TabletopAgent.Render;

namespace TabletopAgent.Tests.Render;

public sealed class BoardJsonTests
{
    [Fact]
    public void Rows_keep_their_numbers()
    {
        var board = JsonElement.Parse(BoardJson.Of(SampleBoard.Moved));
        Assert.Equal("fail", board.GetProperty("overall").GetString());
        Assert.Equal(0.4123, board.GetProperty("probes")[1].GetProperty("ds_after").GetDouble());
        Assert.Equal("×", board.GetProperty("probes")[0].GetProperty("lambda_trend")[0].GetString());
        Assert.Equal("unmeasured", board.GetProperty("trend").GetProperty("reading").GetString());
        Assert.Equal(JsonValueKind.Null, board.GetProperty("trend").GetProperty("e_resonance").ValueKind);
        Assert.Equal("benefits.pto", board.GetProperty("lost_coverage")[0].GetProperty("topic").GetString());
    }
}
