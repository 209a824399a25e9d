using System.Collections;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests;

public sealed class SettingsTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Every_target_can_be_set_by_its_name()
    {
        foreach (var target in Targets.Default.All)
        {
            var settings = Load("{}", ($"TABLETOP__Targets__{target.Name}", "0.125"));
            Assert.Empty(settings.Notes);
            Assert.Equal(0.125, settings.Targets.All.Single(t => t.Name == target.Name).Value);
            Assert.Equal(1, settings.Targets.All.Zip(Targets.Default.All).Count(p => p.First != p.Second));
        }
    }

    [Fact]
    public void The_environment_wins_over_the_file()
    {
        var settings = Load("""{ "Targets": { "delta_s_pass": 0.40, "rto_tier_s": 20 } }""", ("TABLETOP__Targets__DeltaSPass", "0.35"));
        Assert.Equal((0.35, 20), (settings.Targets.DeltaSPass, settings.Targets.RtoTierS));
        Assert.Equal(0.45, Targets.Default.DeltaSPass);
    }

    [Theory]
    [InlineData("""{ "Targets": { "delta_s_pas": 1 } }""", "TT502", "did you mean \"delta_s_pass\"?")]
    [InlineData("""{ "Targets": { "drift": "low" } }""", "TT503", "0.03 stays")]
    [InlineData("""{ "Targets": { "drift": -1 } }""", "TT503", "0.03 stays")]
    [InlineData("{ \"Targets\": ", "TT501", "is not JSON")]
    public void A_bad_setting_is_a_note_and_the_default_stays(string json, string code, string said)
    {
        var settings = Load(json);
        var note = Assert.Single(settings.Notes);
        Assert.Equal(code, note.Code);
        Assert.Contains(said, note.Text);
        Assert.Equal(Targets.Default, settings.Targets);
    }

    [Fact]
    public void The_outside_embedder_is_set_in_the_file_and_its_key_in_the_environment_only()
    {
        const string file = """{ "Embedder": { "Endpoint": "http://localhost:11434/v1", "Name": "nomic", "Batch": 8, "ApiKey": "sk-from-file" } }""";
        var settings = Load(file, ("TABLETOP__Embedder__Batch", "16"), ("TABLETOP__Embedder__ApiKey", "sk-from-environment"));
        Assert.Equal((true, "nomic", 16, "sk-from-environment"), (settings.Embedder.Ready, settings.Embedder.Model, settings.Embedder.Batch, settings.Embedder.ApiKey));
        Assert.Equal("TT712", Assert.Single(settings.Notes).Code);
        Assert.Null(Load(file).Embedder.ApiKey);
        Assert.Same(TabletopAgent.Embedders.EmbedderSettings.None, Load("{ \"Embedder\": {} }").Embedder);
    }

    [Fact]
    public void No_file_is_no_complaint() => Assert.Empty(Settings.Load("/no/such/appsettings.json", new Hashtable()).Notes);

    private Settings Load(string json, params (string Name, string Value)[] environment)
    {
        File.WriteAllText(_file, json);
        return Settings.Load(_file, environment.ToDictionary(e => e.Name, e => e.Value));
    }
}
