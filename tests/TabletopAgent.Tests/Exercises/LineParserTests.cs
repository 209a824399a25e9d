using System.Text;
using FsCheck.Xunit;
using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Exercises;

/// <summary>The fast reader may leave a line to the slow one; what it reads, it reads as that does, where that has nothing to say.</summary>
public sealed class LineParserTests
{
    private static readonly string[] Lines =
    [
        """{"type":"exercise","v":1,"id":"drill","tier":"S","services":[{"name":"pay","tier":"S","rag":true}],"roles":{"incident-commander":"Ann"},"at":"2026-05-04T14:00:00Z","seq":1,"prev":"0000"}""",
        """{"type":"sli","at":"2026-05-04T14:10:00.125+02:00","service":"pay","region":"A","ok":false,"p95_warm_ms":412.5,"samples":220,"cache_hit_pct":91.50,"seq":2,"prev":"ab"}""",
        """{"at":"2026-05-04T14:10:00Z","ok":true,"type":"sli","something":null,"anything":{"a":[1,2,{"b":3}]}}""",
        """{"type":"error","route":"/pay","stage":"headers","code":500,"count":3}""",
        """{"type":"decision","owner":"Ann \"the\" IC","text":"fail över\nnow","runbook":"pages/x.md","by":"Ann","role":"incident-commander"}""",
        """{"type":"probe","phase":"post","probe_id":"p-1","ΔS_q_r":0.38,"coverage":"0.7","λ_state":"<>","citations":["doc:a#1","doc:b"],"deltaSqr2":1}""",
        """{"type":"writes","store":"orders","acked":1000,"present":960,"newest_recovered_at":"2026-05-04T14:09:00Z"}""",
        """{"type":"inject","card":"x","state":"released","text":"writes fail"}""",
        """{"type":"note","text":"\u00e9 \ud83d\ude00 \ud83d"}""",
        """{"type":"sli","cacheHitPct":5,"p95WarmMs":1e3}""",
        """{"type":"check","id":"a","held":true,"held":false}""",
        """ { "type" : "role" , "person" : "Bo" , "role" : "observer" } """,
    ];

    private static string Shown(Event e) => string.Join(' ', [
        e.Type, e.At?.ToString("O"), e.At?.Offset.ToString(), e.Seq?.ToString(), e.Prev, e.Place.ToString(),
        .. e.Fields.Select(f => $"{f.Key}={f.Value.GetRawText()}/{e.Text(f.Key)}/{e.Number(f.Key)}/{e.Flag(f.Key)}")]);

    private static void Same(byte[] line)
    {
        var notes = new List<Note>();
        var slow = EventReader.Read(line, new Place("log", 7), notes);
        if (new LineParser().Read(line, new Place("log", 7)) is not { } fast) return;
        Assert.Empty(notes);
        Assert.Equal(Shown(slow!), Shown(fast));
        Assert.Equal(slow!.Chained, fast.Chained);
        Assert.Equal(Exercise.Fold([slow]).InputsHash, Exercise.Fold([fast]).InputsHash);
        Assert.Equal(EventWriter.Line(slow), EventWriter.Line(fast));
    }

    [Fact]
    public void Lines_of_all_kinds_are_read_the_same()
    {
        foreach (var line in Lines) Same(Encoding.UTF8.GetBytes(line));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [InlineData(5, true)]
    [InlineData(6, true)]
    [InlineData(7, true)]
    [InlineData(8, false)] // half a pair
    [InlineData(9, false)] // an exponent, which may be none that can be held
    [InlineData(10, false)] // a field twice
    [InlineData(11, true)]
    public void The_usual_line_is_read_fast(int line, bool fast) => Assert.Equal(fast, new LineParser().Read(Encoding.UTF8.GetBytes(Lines[line]), default) is not null);

    /// <summary>Lines with some bytes made others, cut or doubled: nothing is read fast that is not as it should be.</summary>
    [Property(MaxTest = 5000)]
    public void Lines_that_are_damaged_in_any_way_are_read_the_same(int which, int at, byte to, int length, bool copy)
    {
        var line = Encoding.UTF8.GetBytes(Lines[(int)((uint)which % Lines.Length)]).ToList();
        var start = (int)((uint)at % line.Count);
        var part = line.GetRange(start, Math.Min(line.Count - start, (int)((uint)length % 20)));
        if (copy) line.InsertRange((int)((uint)at * 31 % line.Count), part);
        else line.RemoveRange(start, part.Count);
        if (line.Count > 0 && to != 0) line[(int)((uint)at * 17 % line.Count)] = to;
        Same([.. line]);
    }

    [Property]
    public void A_value_of_any_kind_in_any_field_is_read_the_same(int type, int field, string? text, double number, int kind)
    {
        var (name, fields) = EventCatalog.Types.ElementAt((int)((uint)type % EventCatalog.Types.Count));
        var value = (kind & 7) switch
        {
            0 => System.Text.Json.JsonSerializer.Serialize(text ?? ""),
            1 => double.IsFinite(number) ? System.Text.Json.JsonSerializer.Serialize(number) : "0.10",
            2 => "true", 3 => "null", 4 => "[1.0,\"x\",{}]", 5 => "{\"b\":1,\"a\":[]}", 6 => "\"2026-05-04T14:10:00Z\"", _ => $"\"{fields[(int)((uint)field % fields.Length)].Words.FirstOrDefault() ?? "x"}\"",
        };
        Same(Encoding.UTF8.GetBytes($$"""{"type":"{{name}}","{{fields[(int)((uint)field % fields.Length)].Name}}":{{value}},"text":"x","what":"impact","area":"cache","state":"start"}"""));
    }
}
