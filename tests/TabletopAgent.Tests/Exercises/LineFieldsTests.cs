using System.Text.Json;
using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Exercises;

public sealed class LineFieldsTests
{
    private static readonly Event Read = Assert.Single(EventLog.Read(
        """{"type":"sli","at":"2026-05-04T14:10:00Z","service":"p\u0061y","ok":false,"p95_warm_ms":412.5,"samples":1234567890123456789012,"z":[1],"seq":3,"prev":"ab"}""", "log", []));

    [Fact]
    public void Fields_are_what_stands_in_the_line_in_its_order()
    {
        Assert.IsType<LineFields>(Read.Fields);
        Assert.Equal(["service", "ok", "p95_warm_ms", "samples", "z"], Read.Fields.Keys);
        Assert.Equal(["\"p\\u0061y\"", "false", "412.5", "1234567890123456789012", "[1]"], Read.Fields.Values.Select(v => v.GetRawText()));
        Assert.Equal(5, Read.Fields.Count);
    }

    [Fact]
    public void A_value_is_made_of_the_bytes_when_it_is_asked_for()
    {
        Assert.Equal(("pay", false, 412.5, 1234567890123456789012.0), (Read.Text("service"), Read.Flag("ok"), Read.Number("p95_warm_ms"), Read.Number("samples")));
        Assert.Equal((null, null, null), (Read.Text("ok"), Read.Flag("service"), Read.Number("service")));
        Assert.Equal((3, "ab", true), (Read.Seq, Read.Prev, Read.Chained));
    }

    [Fact]
    public void What_is_not_there_is_nothing()
    {
        Assert.False(Read.Fields.TryGetValue("none", out _));
        Assert.False(Read.Fields.ContainsKey("seq"));
        Assert.Throws<KeyNotFoundException>(() => Read.Fields["none"]);
        Assert.Equal((null, null, null), (Read.Text("none"), Read.Flag("none"), Read.Number("none")));
    }

    [Fact]
    public void It_can_be_changed_by_making_another()
    {
        var changed = Read with { Fields = new Dictionary<string, JsonElement>(Read.Fields) { ["service"] = Json.Element("cart") }, Prev = "cd" };
        Assert.Equal(("cart", 412.5, "cd"), (changed.Text("service"), changed.Number("p95_warm_ms"), changed.Prev));
    }
}
