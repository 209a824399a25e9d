using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class CharterTests
{
    private static Charter Of(string fields, List<Note>? notes = null) => Charter.Of(new Incident().Head(fields).Events[0], notes ?? []);

    [Fact]
    public void Services_stores_roles_and_baselines_are_typed()
    {
        var charter = Of("'tier':'A','services':[{'name':'chat','tier':'s','rag':true,'slo_pct':99.5},'search'],'stores':[{'name':'orders','rpo_minutes':5},'carts'],'roles':{'Incident_Commander':' I ','observer':''},"
            + "'baseline':{'service':'chat','p95_warm_ms':320,'samples':9,'cache_prefix':'blue','cache_hit_pct':91.5,'error_classes':[' POST /a | Headers | 500 ']}");
        Assert.Equal([new ServiceTerms("chat", "S", true, 99.5), new ServiceTerms("search", "A", false)], charter.Services);
        Assert.Equal([new StoreTerms("orders", 5), new StoreTerms("carts", null)], charter.Stores);
        Assert.Equal("I", charter.Roles["incident-commander"]);
        Assert.Equal("", charter.Roles["observer"]);
        var baseline = Assert.Single(charter.Baselines);
        Assert.Equal((320.0, "blue", "POST /a|headers|500"), (baseline.P95WarmMs!.Value, baseline.Prefix, baseline.ErrorClasses![0]));
    }

    [Theory]
    [InlineData("'services':[{'name':'chat','tier':'gold'}]", "TT666")]
    [InlineData("'baseline':[{'p95_warm_ms':0}]", "TT665")]
    [InlineData("'services':[{'name':'chat','slo_pct':100}]", "TT800")]
    [InlineData("'services':[{'name':'chat','slo_pct':0}]", "TT800")]
    public void What_cannot_be_used_is_said(string fields, string code)
    {
        var notes = new List<Note>();
        Of(fields, notes);
        Assert.Equal(code, Assert.Single(notes).Code);
    }

    [Theory]
    [InlineData("'services':'chat'")]
    [InlineData("'services':[1,null,{}]")]
    [InlineData("'stores':[[]]")]
    [InlineData("'roles':{'observer':1}")]
    [InlineData("'baseline':'none'")]
    [InlineData("'baseline':[1]")]
    public void Nonsense_is_nothing(string fields) => Assert.Empty(Of(fields).Baselines);

    [Fact]
    public void Without_a_first_line_nothing_was_agreed() => Assert.Empty(Charter.Of(null, []).Services);
}
