using System.Globalization;
using Microsoft.Extensions.Configuration;
using TabletopAgent.Text;

namespace TabletopAgent.Agent;

/// <summary>Section <c>Model</c>: which model to ask, and how long and how much one answer may take.</summary>
internal sealed record ModelSettings
{
    /// <summary>Address of an OpenAI-compatible server, ending in /v1.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The model's name, as its server calls it.</summary>
    public string Name { get; init; } = "";

    /// <summary>From the environment or a user secret, never from a file of the program. A local server needs none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Longest silence: to the first words that can be shown, or a tool's work, and between two pieces after that.</summary>
    public double FirstTokenSeconds { get; init; } = 20;

    /// <summary>Longest answer, with all its tool calls.</summary>
    public double TurnSeconds { get; init; } = 90;

    /// <summary>After two ill answers the model is left alone this long.</summary>
    public double RestSeconds { get; init; } = 30;

    /// <summary>Rounds of tool calls in one answer.</summary>
    public double Steps { get; init; } = 8;

    /// <summary>What the model can hold at once. Half is for what was said, half for tools' results and the answer.</summary>
    public double ContextTokens { get; init; } = 16_000;

    /// <summary>Longest answer; more is cut off.</summary>
    public double ReplyTokens { get; init; } = 1_500;

    /// <summary>All tokens sent in the rounds of one answer.</summary>
    public double TurnTokens { get; init; } = 100_000;

    /// <summary>Price of a million tokens sent, in any currency; with <see cref="PriceOut"/> it gives the cost in /usage.</summary>
    public double? PriceIn { get; init; }

    public double? PriceOut { get; init; }

    /// <summary>Whether there is a model to ask.</summary>
    public bool Ready => Endpoint is not null && Name.Length > 0;

    private static readonly (string Name, double Least, double Most, Func<ModelSettings, double> Get, Func<ModelSettings, double, ModelSettings> Set)[] Numbers =
    [
        (nameof(FirstTokenSeconds), 0.05, 600, s => s.FirstTokenSeconds, (s, v) => s with { FirstTokenSeconds = v }),
        (nameof(TurnSeconds), 0.05, 3600, s => s.TurnSeconds, (s, v) => s with { TurnSeconds = v }),
        (nameof(RestSeconds), 0.5, 3600, s => s.RestSeconds, (s, v) => s with { RestSeconds = v }),
        (nameof(Steps), 1, 50, s => s.Steps, (s, v) => s with { Steps = Math.Floor(v) }),
        (nameof(ContextTokens), 4_000, 10_000_000, s => s.ContextTokens, (s, v) => s with { ContextTokens = v }),
        (nameof(ReplyTokens), 50, 100_000, s => s.ReplyTokens, (s, v) => s with { ReplyTokens = v }),
        (nameof(TurnTokens), 4_000, 100_000_000, s => s.TurnTokens, (s, v) => s with { TurnTokens = v }),
        (nameof(PriceIn), 0, 1_000_000, s => s.PriceIn ?? 0, (s, v) => s with { PriceIn = v }),
        (nameof(PriceOut), 0, 1_000_000, s => s.PriceOut ?? 0, (s, v) => s with { PriceOut = v }),
    ];

    /// <param name="section">Section Model, all sources joined.</param>
    /// <param name="file">The same section as the settings file alone has it: a key in there is not used.</param>
    public static ModelSettings Read(IConfiguration section, IConfiguration file, List<Note> notes)
    {
        var at = new Place("settings");
        var settings = new ModelSettings { Name = section["Name"]?.Trim() ?? "", ApiKey = Blank(section["ApiKey"]) };
        if (Blank(file["ApiKey"]) is { } exposed)
        {
            notes.Add(Notes.KeyInFile(new Place("appsettings.json")));
            if (settings.ApiKey == exposed) settings = settings with { ApiKey = null };
        }

        foreach (var given in section.GetChildren())
        {
            var number = Array.Find(Numbers, n => n.Name.Equals(given.Key, StringComparison.OrdinalIgnoreCase));
            if (number.Name is null)
            {
                if (!Known.Contains(given.Key, StringComparer.OrdinalIgnoreCase)) notes.Add(Notes.ModelSetting(at, given.Key, Words.Nearest(given.Key, [.. Known, .. Numbers.Select(n => n.Name)])));
            }
            else if (double.TryParse(given.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= number.Least && value <= number.Most) settings = number.Set(settings, value);
            else notes.Add(Notes.ModelNumber(at, number.Name, given.Value ?? "", number.Least, number.Most, number.Get(settings)));
        }

        return settings with { Endpoint = Address(Blank(section["Endpoint"]), settings.Name, at, notes) };
    }

    private static readonly string[] Known = [nameof(Endpoint), nameof(Name), nameof(ApiKey)];

    /// <summary>Without an address nothing is asked, and nothing is said either: no model is the default.</summary>
    private static Uri? Address(string? endpoint, string name, Place at, List<Note> notes)
    {
        if (endpoint is null && name.Length == 0) return null;
        if (endpoint is null || name.Length == 0) notes.Add(Notes.ModelIncomplete(at, endpoint is null ? nameof(Endpoint) : nameof(Name)));
        if (endpoint is null) return null;
        if (Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.AbsolutePath.TrimEnd('/').EndsWith("/v1", StringComparison.Ordinal)) return uri;
        notes.Add(Notes.ModelEndpoint(at, endpoint));
        return null;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
