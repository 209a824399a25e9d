using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Exercises;

public sealed class InputsHashTests
{
    /// <summary>Worked by hand: each text with its length, each number as #…;, objects in the order of their names, a line break behind each event.</summary>
    [Theory]
    [InlineData("""{"type":"sli","at":"0001-01-01T00:00:00.0000042Z","service":"pay","ok":true,"samples":220.0}""", "3:sli2:422:oktrue;7:samples#220;7:service3:pay\n")]
    [InlineData("""{"type":"note","text":"Δ\t😀","x":{"b":[null,1e3],"a":-0.5}}""", "4:note0:4:text4:Δ\t😀1:x{1:a#-0.5;1:b[null;#1000;]}\n")]
    public void The_hash_is_of_what_is_said(string line, string said)
    {
        var e = EventReader.Read(line, default, [])!;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)));
        Assert.Equal(hash, Exercise.Fold([e]).InputsHash);
        Assert.Equal(hash, Exercise.Fold([Assert.Single(EventLog.Read(line, "log", []))]).InputsHash);
    }

    /// <summary>However a number is spelled, it is hashed as its double is written.</summary>
    [Property]
    public void A_number_is_its_value(int mantissa, int exponent, bool trail)
    {
        var text = (mantissa * (decimal)Math.Pow(10, exponent % 9)).ToString(CultureInfo.InvariantCulture);
        if (trail && text.Contains('.', StringComparison.Ordinal)) text += "0";
        if (!double.TryParse(text, CultureInfo.InvariantCulture, out var number)) return;
        var said = $"3:sli0:7:samples#{number.ToString("R", CultureInfo.InvariantCulture)};\n";
        var e = Assert.Single(EventLog.Read($$"""{"type":"sli","samples":{{text}}}""", "log", []));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said))), Exercise.Fold([e]).InputsHash);
    }

    [Fact]
    public void A_text_longer_than_any_buffer_is_hashed_whole()
    {
        var text = new string('é', 300_000);
        var e = new Event("note", null, default, new Dictionary<string, JsonElement> { ["text"] = Json.Element(text) });
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"4:note0:4:text300000:{text}\n"))), Exercise.Fold([e]).InputsHash);
    }
}
