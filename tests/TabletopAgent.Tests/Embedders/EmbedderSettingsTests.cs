using TabletopAgent.Embedders;

namespace TabletopAgent.Tests.Embedders;

public sealed class EmbedderSettingsTests
{
    private readonly List<Note> _notes = [];

    private EmbedderSettings Of(params (string Name, string Value)[] lines) => EmbedderSettings.Of([.. lines.Select(l => new EmbedderLine(l.Name, l.Value, new Place("environment"), false))], _notes);

    private Note Only(string code)
    {
        var note = Assert.Single(_notes);
        Assert.Equal(code, note.Code);
        return note;
    }

    [Fact]
    public void Without_settings_nobody_is_asked_and_nothing_is_said()
    {
        Assert.False(Of().Ready);
        Assert.Empty(_notes);
    }

    [Theory]
    [InlineData("https://api.openai.com/v1")]
    [InlineData("https://somewhere.openai.azure.com/openai/v1/")]
    [InlineData("http://localhost:11434/v1")]
    public void An_address_and_a_name_suffice(string endpoint)
    {
        var settings = Of(("endpoint", endpoint), ("NAME", "nomic-embed-text"));
        Assert.True(settings.Ready);
        Assert.Equal((32, 4, 20, 0, "nomic-embed-text"), (settings.Batch, settings.Concurrency, settings.TimeoutSeconds, settings.Dimensions, settings.Model));
        Assert.Empty(_notes);
    }

    [Theory]
    [InlineData(null, 0, "m")]
    [InlineData("2", 0, "m@2")]
    [InlineData(null, 256, "m@256")]
    [InlineData("2", 256, "m@2-256")]
    public void Revision_and_length_make_another_model(string? rev, int dimensions, string model) =>
        Assert.Equal(model, new EmbedderSettings { Name = "m", Revision = rev, Dimensions = dimensions }.Model);

    [Theory]
    [InlineData("Endpoint", "http://localhost:11434/v1", "has no Name")]
    [InlineData("Name", "nomic-embed-text", "has no Endpoint")]
    public void Half_a_section_is_said(string name, string value, string said)
    {
        Assert.False(Of((name, value)).Ready);
        Assert.Contains(said, Only("TT710").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost:11434")]
    [InlineData("http://localhost:11434/api")]
    [InlineData("ftp://localhost/v1")]
    [InlineData("http://me:secret@localhost/v1")]
    [InlineData("http://localhost/v1?key=secret")]
    public void What_is_no_address_is_said_without_the_secrets_in_it(string endpoint)
    {
        Assert.False(Of(("Endpoint", endpoint), ("Name", "m")).Ready);
        Assert.DoesNotContain("secret", Only("TT711").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Batch", "0")]
    [InlineData("Batch", "many")]
    [InlineData("Dimensions", "-1")]
    [InlineData("Concurrency", "NaN")]
    [InlineData("TimeoutSeconds", "1e9")]
    public void A_bad_number_is_said_and_the_default_stays(string name, string value)
    {
        Assert.Equal(EmbedderSettings.None, Of((name, value)));
        Assert.Contains($"Embedder.{name}", Only("TT713").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_setting_is_said()
    {
        Of(("Endpont", "http://localhost/v1"));
        Assert.Contains("did you mean \"Endpoint\"?", Only("TT714").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_in_a_file_is_not_used_and_not_repeated()
    {
        var settings = EmbedderSettings.Of([new EmbedderLine("ApiKey", "sk-secret", new Place("appsettings.json"), true)], _notes);
        Assert.Null(settings.ApiKey);
        Assert.DoesNotContain("sk-secret", Only("TT712").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_do_not_print_their_key() =>
        Assert.DoesNotContain("sk-secret", new EmbedderSettings { Name = "m", ApiKey = "sk-secret" }.ToString(), StringComparison.Ordinal);
}
