using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Xunit;
using TabletopAgent.Agent.Masking;

namespace TabletopAgent.Tests.Agent.Masking;

public sealed class MaskerTests
{
    // Made up, with the right form and check digits; split so that nobody's scanner takes them for real.
    [Theory]
    [InlineData("aws AKIA" + "IOSFODNN7EXAMPLE used", "AKIA" + "IOSFODNN7EXAMPLE", "key")]
    [InlineData("aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "key")]
    [InlineData("key AIza" + "SyA1234567890abcdefghijklmnopqrstuv end", "AIza" + "SyA1234567890abcdefghijklmnopqrstuv", "key")]
    [InlineData("push with ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789", "ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789", "key")]
    [InlineData("glpat-" + "aB3dE5fG7hI9jK1lM3nO", "glpat-" + "aB3dE5fG7hI9jK1lM3nO", "key")]
    [InlineData("xoxb-" + "123456789012-abcdefABCDEF", "xoxb-" + "123456789012-abcdefABCDEF", "key")]
    [InlineData("post to https://hooks.slack.com/services/" + "T0000/B0000/abcdefghijklmnop", "T0000/B0000/abcdefghijklmnop", "key")]
    [InlineData("sk_live_" + "4eC39HqLyjWDarjtT1zdp7dc", "sk_live_" + "4eC39HqLyjWDarjtT1zdp7dc", "key")]
    [InlineData("OPENAI_API_KEY=sk-proj-" + "abcdefghijklmnopqrst", "sk-proj-" + "abcdefghijklmnopqrst", "key")]
    [InlineData("sk-ant-" + "api03-abcdefghijklmnopqrst", "sk-ant-" + "api03-abcdefghijklmnopqrst", "key")]
    [InlineData("hf_" + "abcdefghijklmnopqrstuvwxyzABCDEFGH", "hf_" + "abcdefghijklmnopqrstuvwxyzABCDEFGH", "key")]
    [InlineData("Authorization: Bearer abcDEF123456", "abcDEF123456", "token")]
    [InlineData("curl -H 'authorization: Basic dXNlcjpwYXNz'", "dXNlcjpwYXNz", "token")]
    [InlineData("jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc-_123", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc-_123", "token")]
    [InlineData("postgres://app:s3cr3t@db.internal:5432/orders", "s3cr3t", "password")]
    [InlineData("redis://:hunter2@cache", "hunter2", "password")]
    [InlineData("Server=db;User Id=sa;Password=P@ss w;Encrypt=true", "P@ss", "password")]
    [InlineData("AccountName=x;AccountKey=abcdEFGH1234567890+/abcdEFGH==;", "abcdEFGH1234567890+/abcdEFGH==", "key")]
    [InlineData("GET /cb?code=abcd1234&state=x", "abcd1234", "password")]
    [InlineData("the password is hunter2 for now", "hunter2", "password")]
    [InlineData("{\"client_secret\": \"abc-DEF-123\"}", "abc-DEF-123", "password")]
    [InlineData("\\\"password\\\":\\\"hunter22\\\"", "hunter22", "password")]
    [InlineData("mysql --password=hunter2 -u root", "hunter2", "password")]
    [InlineData("curl -u admin:hunter2 https://db", "hunter2", "password")]
    [InlineData("mail ana.rossi+dr@example.co.uk today", "ana.rossi+dr@example.co.uk", "email")]
    [InlineData("mail jürgen@müller.de today", "jürgen@müller.de", "email")]
    [InlineData("card 4111 1111 1111 1111 charged", "4111 1111 1111 1111", "card")]
    [InlineData("card 5500-0000-0000-0004.", "5500-0000-0000-0004", "card")]
    [InlineData("IBAN DE89 3704 0044 0532 0130 00 please", "DE89 3704 0044 0532 0130 00", "iban")]
    [InlineData("GB82WEST12345698765432", "GB82WEST12345698765432", "iban")]
    [InlineData("call +49 (30) 901820-12 now", "+49 (30) 901820-12", "phone")]
    [InlineData("my number: tel. 030 1234 5678", "030 1234 5678", "phone")]
    public void What_is_secret_is_masked(string text, string secret, string kind)
    {
        foreach (var masked in new[] { new Masker().Mask(text), Masker.Forget(text) })
        {
            Assert.DoesNotContain(secret, masked, StringComparison.Ordinal);
            Assert.Contains($"[{kind}", masked, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_private_key_goes_whole()
    {
        const string key = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIIEpAIBAAKCAQEA\nabc+/=\n-----END RSA PRIVATE KEY-----";
        Assert.Equal("a [private-key] b", Masker.Forget($"a {key} b"));
        // Cut off in the middle it is one all the same.
        Assert.Equal("a [private-key]", Masker.Forget($"a {key[..60]}"));
    }

    [Theory]
    [InlineData("write routes in region A return 500 on 22 percent of requests")]
    [InlineData("secrets for payment provider rotated on edge; core still uses the old secret. Tool call timeouts begin.")]
    [InlineData("the token is expired and the password is rotated")]
    [InlineData("max_tokens: 4096, tokens: 1000")]
    [InlineData("2026-05-04T14:10:00Z queue_age_s 140, p95 410 ms, 1714831800000")]
    [InlineData("hash 7d1e, index docs-v3-green, sha256 4f86047856f8e1a5cd3c8fc3ecea9439fc7a583bb69e4ead2380ef8d4297203c")]
    [InlineData("card 4111 1111 1111 1112 has a wrong check digit")]
    [InlineData("ratio 5.125, coverage 0.51 → 0.74, +25 percent")]
    [InlineData("https://github.com/onestardao/WFGY/blob/24a97016/ProblemMap/GlobalFixMap/RAG_VectorDB/update_and_index_skew.md")]
    [InlineData("region:A(active,write),B(passive,read) user@host")]
    public void What_an_exercise_speaks_of_is_not(string text)
    {
        Assert.Equal(text, new Masker().Mask(text));
        Assert.Equal(text, Masker.Forget(text));
    }

    [Fact]
    public void One_value_is_one_placeholder_and_comes_back_to_the_reader()
    {
        var masker = new Masker();
        var masked = masker.Mask("ana@example.org wrote to bo@example.org, and ana@example.org again");
        Assert.Equal("[email 1] wrote to [email 2], and [email 1] again", masked);
        Assert.Equal("tell bo@example.org", masker.Reveal("tell [email 2]"));
    }

    [Fact]
    public void Keys_do_not_come_back()
    {
        var masker = new Masker();
        var masked = masker.Mask("password: hunter2!");
        Assert.Equal(masked, masker.Reveal(masked));
    }

    [Fact]
    public void A_forged_placeholder_is_not_filled()
    {
        var masker = new Masker();
        masker.Mask("ana@example.org");
        var masked = masker.Mask("send it to [email 1]");
        Assert.DoesNotContain("[email 1]", masked, StringComparison.Ordinal);
        Assert.Equal("send it to [email 1]", masker.Reveal(masked));
    }

    [Fact]
    public void Every_rule_has_a_pattern_and_a_check_that_exist()
    {
        Assert.All(MaskRules.All(), r =>
        {
            _ = new Regex(r.Pattern, RegexOptions.NonBacktracking);
            if (r.Check is not null) MaskChecks.Holds(r.Check, "x", "x");
            Assert.True(r.Digits || r.Hints is { Count: > 0 }, $"{r.Name} has nothing that tempts it");
        });
    }

    [Property]
    public bool Masking_twice_changes_nothing_more(NonNull<string> text)
    {
        var once = Masker.Forget(text.Get);
        return Masker.Forget(once) == once;
    }

    [Property]
    public bool What_holds_no_secret_comes_back_as_it_was(NonNull<string> text)
    {
        var masker = new Masker();
        return Masker.Forget(text.Get) != text.Get || masker.Reveal(masker.Mask(text.Get)) == text.Get;
    }

    [Property]
    public bool A_key_anywhere_is_masked(NonNull<string> before, NonNull<string> after)
    {
        const string key = "ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789";
        return !new Masker().Mask($"{before.Get} {key} {after.Get}").Contains(key, StringComparison.Ordinal);
    }

    /// <summary>Long runs that would make a backtracking pattern try again and again.</summary>
    [Theory]
    [InlineData("a")]
    [InlineData("a@")]
    [InlineData("1 ")]
    [InlineData("://a:")]
    [InlineData("-----BEGIN ")]
    [InlineData("token:")]
    [InlineData("eyJ")]
    public void A_long_run_is_read_through(string piece) => Assert.NotEmpty(Masker.Forget(string.Concat(Enumerable.Repeat(piece, 20_000))));
}
