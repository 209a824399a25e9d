using TabletopAgent.Play;

namespace TabletopAgent.Tests.Play;

public sealed class KeyValuesTests
{
    private static readonly DateTimeOffset Now = Evening.Opened.AddMinutes(20);

    [Theory]
    [InlineData("sli", "chat ok=no error_pct=22% p95_warm_ms=410ms", "service=\"chat\" ok=false error_pct=22 p95_warm_ms=410")]
    [InlineData("sli", "chat p95=410 err=3", "service=\"chat\" p95_warm_ms=410 error_pct=3")]
    [InlineData("sli", "service=chat cacheHitPct=90.5", "service=\"chat\" cache_hit_pct=90.5")]
    [InlineData("sli", "chat auth_error_pct=9% ttfb_cold_ms=9400 secrets_rev=mismatch", "service=\"chat\" auth_error_pct=9 ttfb_cold_ms=9400 secrets_rev=\"mismatch\"")]
    [InlineData("error", "chat route=\"POST /orders\" stage=Headers code=500 count=12", "service=\"chat\" route=\"POST /orders\" stage=\"headers\" code=500 count=12")]
    [InlineData("error", "chat code=ECONNRESET", "service=\"chat\" code=\"ECONNRESET\"")]
    [InlineData("writes", "orders newest_recovered_at=14:09", "store=\"orders\" newest_recovered_at=\"2026-05-04T14:09:00Z\"")]
    [InlineData("writes", "orders newest_recovered_at=+9:30", "store=\"orders\" newest_recovered_at=\"2026-05-04T14:09:30Z\"")]
    [InlineData("writes", "orders newest_recovered_at=23:55", "store=\"orders\" newest_recovered_at=\"2026-05-03T23:55:00Z\"")]
    [InlineData("writes", "orders newest_recovered_at=2026-05-04T16:09:00+02:00", "store=\"orders\" newest_recovered_at=\"2026-05-04T14:09:00Z\"")]
    [InlineData("safety", "held=yes phase=Post", "held=true phase=\"post\"")]
    public void Values_are_read_by_the_kind_of_their_field(string type, string text, string fields) =>
        Assert.Equal(fields, string.Join(' ', Read(type, text, out _)!.Select(f => $"{f.Key}={f.Value.GetRawText()}")));

    [Theory]
    [InlineData("sli", "chat error_pct=150", "TT685", "0 to 100")]
    [InlineData("sli", "chat error_pct=-1", "TT685", "0 to 100")]
    [InlineData("sli", "chat p95_warm_ms=NaN", "TT685", "number of 0 or more")]
    [InlineData("sli", "chat p95_warm_ms=4,1", "TT685", "point for decimals")]
    [InlineData("sli", "chat ok=maybe", "TT685", "yes or no")]
    [InlineData("sli", "chat ok=", "TT685", "yes or no")]
    [InlineData("sli", "chat eror_pct=1", "TT684", "did you mean \"error_pct\"")]
    [InlineData("sli", "chat wrong_colour_pct=3", "TT684", "did you mean \"wrong_color_pct\"")]
    [InlineData("sli", "chat wrong_color_pct=300", "TT685", "0 to 100")]
    [InlineData("writes", "orders auth_error_pct=3", "TT684", "Fields:")]
    [InlineData("sli", "chat cache=90", "TT684", "cache_prefix, cache_hit_pct")]
    [InlineData("sli", "chat seq=1", "TT684", "Fields:")]
    [InlineData("sli", "chat is slow", "TT686", "/sli chat ok=false")]
    [InlineData("error", "chat stage=middle", "TT685", "dns, connect, tls, headers, body, tool")]
    [InlineData("writes", "orders newest_recovered_at=yesterday", "TT685", "14:31")]
    [InlineData("writes", "orders newest_recovered_at=+21:00", "TT685", "that has passed")]
    [InlineData("writes", "orders newest_recovered_at=2026-05-04T14:21:00Z", "TT685", "that has passed")]
    [InlineData("safety", "s-01 held=yes", "TT686", "/safety")]
    public void A_value_that_cannot_be_meant_is_refused_with_its_right_form(string type, string text, string code, string said)
    {
        Assert.Null(Read(type, text, out var wrong));
        Assert.Equal(code, wrong!.Code);
        Assert.Contains(said, wrong.Text);
    }

    private static Dictionary<string, System.Text.Json.JsonElement>? Read(string type, string text, out Note? wrong) =>
        KeyValues.Read(type, type switch { "writes" => "store", "safety" => null, _ => "service" }, text, CommandForm.Find(type)!, Now, Evening.Opened, new Place("test"), out wrong);
}
