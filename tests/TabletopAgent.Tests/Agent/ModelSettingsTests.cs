using Microsoft.Extensions.Configuration;
using TabletopAgent.Agent;

namespace TabletopAgent.Tests.Agent;

public sealed class ModelSettingsTests
{
    [Fact]
    public void By_default_no_model_is_asked_and_nothing_is_said()
    {
        var (settings, notes) = Read([]);
        Assert.False(settings.Ready);
        Assert.Empty(notes);
        Assert.Equal((20, 90, 8), (settings.FirstTokenSeconds, settings.TurnSeconds, settings.Steps));
    }

    [Theory]
    [InlineData("https://api.openai.com/v1")]
    [InlineData("https://api.openai.com/v1/")]
    [InlineData("https://team.openai.azure.com/openai/v1/")]
    [InlineData("http://localhost:11434/v1")]
    public void An_address_and_a_name_make_a_model(string endpoint)
    {
        var (settings, notes) = Read([("Endpoint", endpoint), ("Name", "m"), ("ApiKey", "k"), ("FirstTokenSeconds", "7.5"), ("steps", "3")]);
        Assert.True(settings.Ready);
        Assert.Empty(notes);
        Assert.Equal((7.5, 3, "k"), (settings.FirstTokenSeconds, settings.Steps, settings.ApiKey));
    }

    [Theory]
    [InlineData("Endpoint", "http://localhost:11434", "TT731", "write one such as")]
    [InlineData("Endpoint", "localhost:11434/v1", "TT731", "ends in /v1")]
    [InlineData("Endpoint", "file:///v1", "TT731", "ends in /v1")]
    [InlineData("Name", " ", "TT730", "TABLETOP__Model__Name")]
    [InlineData("FirstTokenSeconds", "soon", "TT733", "20 stays")]
    [InlineData("FirstTokenSeconds", "NaN", "TT733", "20 stays")]
    [InlineData("Steps", "0", "TT733", "from 1 to 50")]
    [InlineData("FirstTokenSecond", "3", "TT734", "did you mean \"FirstTokenSeconds\"?")]
    public void What_cannot_be_used_is_said(string name, string value, string code, string said)
    {
        var (_, notes) = Read([("Endpoint", "http://localhost:11434/v1"), ("Name", "m"), (name, value)]);
        var note = Assert.Single(notes);
        Assert.Equal(code, note.Code);
        Assert.Contains(said, note.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_key_in_the_file_is_not_used()
    {
        var (settings, notes) = Read([("ApiKey", "from-file")], [("ApiKey", "from-file")]);
        Assert.Null(settings.ApiKey);
        Assert.Equal("TT732", Assert.Single(notes).Code);
        Assert.DoesNotContain("from-file", notes[0].Text);
    }

    [Fact]
    public void A_key_of_the_environment_wins_over_one_in_the_file() => Assert.Equal("from-env", Read([("ApiKey", "from-env")], [("ApiKey", "from-file")]).Settings.ApiKey);

    private static (ModelSettings Settings, List<Note> Notes) Read((string, string)[] all, (string, string)[]? file = null)
    {
        var notes = new List<Note>();
        return (ModelSettings.Read(Section(all), Section(file ?? []), notes), notes);
    }

    private static ConfigurationRoot Section((string Name, string Value)[] values)
    {
        // The last of two of one name wins, as in every configuration.
        var last = values.GroupBy(v => v.Name).Select(g => KeyValuePair.Create(g.Key, (string?)g.Last().Value));
        return (ConfigurationRoot)new ConfigurationBuilder().AddInMemoryCollection(last).Build();
    }
}
