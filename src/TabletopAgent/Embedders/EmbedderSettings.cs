using System.Globalization;
using TabletopAgent.Text;

namespace TabletopAgent.Embedders;

/// <summary>One line of section <c>Embedder</c>, as the file or the environment has it.</summary>
/// <param name="InFile">Whether the settings file says so, where no key may stand.</param>
internal sealed record EmbedderLine(string Name, string Value, Place Place, bool InFile);

/// <summary>Section <c>Embedder</c>: whom to ask for vectors in place of the built-in embedder. Without an address nobody is asked.</summary>
internal sealed record EmbedderSettings
{
    public static readonly EmbedderSettings None = new();

    /// <summary>Address of an OpenAI-compatible server, ending in /v1.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The model's name, as its server calls it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Which version of it: raise it when another model is served under the same name, and nothing of the old one is taken from the cache.</summary>
    public string? Revision { get; init; }

    /// <summary>From the environment only. A local server needs none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The length of vectors to ask for; 0 leaves it to the model.</summary>
    public int Dimensions { get; init; }

    /// <summary>Texts in one request; text-embeddings-inference takes no more than 32 unless told to.</summary>
    public int Batch { get; init; } = 32;

    /// <summary>Requests under way at once; a server that says it is busy gets fewer.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>Longest wait for one answer, and the longest that a busy server may ask us to wait.</summary>
    public double TimeoutSeconds { get; init; } = 20;

    /// <summary>Whether there is an embedder to ask.</summary>
    public bool Ready => Endpoint is not null && Name.Length > 0;

    /// <summary>The version as records name it: vectors cut to another length are another model's.</summary>
    public string? Rev => (Revision, Dimensions) switch
    {
        (var rev, 0) => rev,
        (null, var dim) => Invariant(dim),
        var (rev, dim) => $"{rev}-{Invariant(dim)}",
    };

    /// <summary>As records name it: <c>name</c> or <c>name@rev</c>.</summary>
    public string Model => Rev is { } rev ? $"{Name}@{rev}" : Name;

    /// <param name="lines">Later ones win.</param>
    public static EmbedderSettings Of(IReadOnlyList<EmbedderLine> lines, List<Note> notes)
    {
        if (lines.Count == 0) return None;
        var (settings, address) = (None, (EmbedderLine?)null);
        foreach (var line in lines)
        {
            var value = line.Value.Trim();
            switch (Array.Find(Names.Known, k => k.Equals(line.Name, StringComparison.OrdinalIgnoreCase)))
            {
                case null: notes.Add(Notes.EmbedderSetting(line.Place, line.Name, Words.Nearest(line.Name, Names.Known))); break;
                case nameof(ApiKey) when line.InFile: if (value.Length > 0) notes.Add(Notes.EmbedderKeyInFile(line.Place)); break;
                case nameof(ApiKey): settings = settings with { ApiKey = value.Length > 0 ? value : null }; break;
                case nameof(Endpoint): address = line with { Value = value }; break;
                case nameof(Name): settings = settings with { Name = value }; break;
                case nameof(Revision): settings = settings with { Revision = value.Length > 0 ? value : null }; break;
                case var name: settings = Number(settings, name, line, notes); break;
            }
        }

        settings = settings with { Endpoint = Address(address, notes) };
        if (settings.Ready || settings.Endpoint is null && address is { Value.Length: > 0 }) return settings;
        if (settings.Endpoint is not null) notes.Add(Notes.EmbedderIncomplete(address!.Place, nameof(Name)));
        else if (settings.Name.Length > 0) notes.Add(Notes.EmbedderIncomplete(lines[^1].Place, nameof(Endpoint)));
        return settings;
    }

    private static EmbedderSettings Number(EmbedderSettings settings, string name, EmbedderLine line, List<Note> notes)
    {
        var number = Array.Find(Names.Numbers, n => n.Name == name);
        if (double.TryParse(line.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= number.Least && value <= number.Most) return number.Set(settings, value);
        notes.Add(Notes.EmbedderNumber(line.Place, name, line.Value, number.Least, number.Most, number.Get(settings)));
        return settings;
    }

    private static Uri? Address(EmbedderLine? line, List<Note> notes)
    {
        if (line is null || line.Value.Length == 0) return null;
        // A key in the address would end up in logs of others: it has its own setting.
        if (Uri.TryCreate(line.Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 && uri.Query.Length == 0
            && uri.AbsolutePath.TrimEnd('/').EndsWith("/v1", StringComparison.Ordinal)) return uri;
        notes.Add(Notes.EmbedderEndpoint(line.Place, uri is null ? "" : uri.GetLeftPart(UriPartial.Path).Replace($"{uri.UserInfo}@", "", StringComparison.Ordinal)));
        return null;
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Without the key: a record prints all it has.</summary>
    public override string ToString() => $"{Model} at {Endpoint}";

    /// <summary>Apart, because few programs have the section and all would pay for this at their start.</summary>
    private static class Names
    {
        public static readonly (string Name, double Least, double Most, Func<EmbedderSettings, double> Get, Func<EmbedderSettings, double, EmbedderSettings> Set)[] Numbers =
        [
            (nameof(Dimensions), 0, 65_536, s => s.Dimensions, (s, v) => s with { Dimensions = (int)v }),
            (nameof(Batch), 1, 2_048, s => s.Batch, (s, v) => s with { Batch = (int)v }),
            (nameof(Concurrency), 1, 64, s => s.Concurrency, (s, v) => s with { Concurrency = (int)v }),
            (nameof(TimeoutSeconds), 0.05, 600, s => s.TimeoutSeconds, (s, v) => s with { TimeoutSeconds = v }),
        ];

        public static readonly string[] Known = [nameof(Endpoint), nameof(Name), nameof(Revision), nameof(ApiKey), .. Numbers.Select(n => n.Name)];
    }
}
