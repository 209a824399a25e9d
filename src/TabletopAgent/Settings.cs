using System.Collections;
using System.Globalization;
using System.Text.Json;
using TabletopAgent.Embedders;
using TabletopAgent.Measure;
using TabletopAgent.Text;

namespace TabletopAgent;

/// <summary>What appsettings.json and the environment change. Flags come after, in the verbs.</summary>
/// <remarks>Read by hand: Microsoft.Extensions.Configuration takes 17 ms of a start that may take 150.</remarks>
internal sealed record Settings(Targets Targets, IReadOnlyList<Note> Notes)
{
    private const string Prefix = "TABLETOP__";

    /// <summary>Whom to ask for vectors; nobody where nothing is set.</summary>
    public EmbedderSettings Embedder { get; init; } = EmbedderSettings.None;

    public static Settings Load() => Load(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), Environment.GetEnvironmentVariables());

    /// <param name="file">May be absent.</param>
    /// <param name="environment">Names and values as the system gives them.</param>
    public static Settings Load(string file, IDictionary environment)
    {
        var notes = new List<Note>();
        var targets = Targets.Default;
        var (given, embedder) = (new List<Given>(), new List<Given>());
        FromFile(file, given, embedder, notes);
        FromEnvironment(environment, nameof(Targets), given);
        var inFile = embedder.Count;
        FromEnvironment(environment, nameof(Embedder), embedder);
        foreach (var one in given) targets = Override(targets, one.Name, one.Value, one.Place, notes);
        var outside = EmbedderSettings.Of([.. embedder.Select((e, i) => new EmbedderLine(e.Name, e.Value, e.Place, i < inFile))], notes);
        return new Settings(targets, notes) { Embedder = outside };
    }

    /// <summary>A record and not a tuple: lists of tuples are compiled at every start.</summary>
    private sealed record Given(string Name, string Value, Place Place);

    private static void FromFile(string file, List<Given> targets, List<Given> embedder, List<Note> notes)
    {
        if (!File.Exists(file)) return;
        var place = new Place(Path.GetFileName(file));
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            Section(json.RootElement, nameof(Targets), place, targets);
            Section(json.RootElement, nameof(Embedder), place, embedder);
        }
        catch (JsonException e)
        {
            notes.Add(TabletopAgent.Notes.BadSettings(place with { Line = (int)(e.LineNumber ?? 0) + 1 }));
        }
    }

    private static void Section(JsonElement settings, string name, Place place, List<Given> found)
    {
        if (settings.ValueKind == JsonValueKind.Object && settings.TryGetProperty(name, out var section) && section.ValueKind == JsonValueKind.Object)
            foreach (var line in section.EnumerateObject()) found.Add(new Given(line.Name, line.Value.ToString(), place));
    }

    private static void FromEnvironment(IDictionary environment, string section, List<Given> found)
    {
        var prefix = $"{Prefix}{section}__";
        var names = new List<string>();
        foreach (string name in environment.Keys)
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) names.Add(name);
        // The system gives them in any order; notes should not move about.
        names.Sort(StringComparer.Ordinal);
        foreach (var name in names) found.Add(new Given(name[prefix.Length..], (string)environment[name]!, new Place(name)));
    }

    private static Targets Override(Targets targets, string name, string value, Place place, List<Note> notes)
    {
        var known = Targets.Find(name);
        if (known is null)
        {
            notes.Add(TabletopAgent.Notes.UnknownTarget(place, name, Words.Nearest(name, Targets.Default.All.Select(t => t.Name))));
            return targets;
        }

        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number) || number < 0)
        {
            notes.Add(TabletopAgent.Notes.BadTarget(place, known.Name, value, known.Value));
            return targets;
        }

        return targets.With(known.Name, number);
    }
}
