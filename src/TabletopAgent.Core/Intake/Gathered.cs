using System.Text.Json;
using TabletopAgent.Exercises;

namespace TabletopAgent.Intake;

/// <summary>What the readers have found so far. Fields of the exercise from several inputs meet in one exercise event.</summary>
internal sealed class Gathered
{
    private readonly List<Event> _log = [];
    private readonly List<Event> _found = [];
    private readonly Dictionary<string, JsonElement> _exercise = new(StringComparer.Ordinal);
    private readonly List<JsonElement> _index = [];
    private Place? _exercisePlace;
    private int _symptoms;

    /// <summary>More is no brief but a dump; every symptom costs a diagnosis.</summary>
    public const int MostSymptoms = 2000;

    /// <summary>Whether a symptom was left out, with a note: there are too many.</summary>
    public bool Over => _symptoms > MostSymptoms;

    public List<Note> Notes { get; } = [];

    /// <summary>Where the topology was given, for notes about it; null where it came with a log.</summary>
    public Place? TopologyPlace { get; private set; }

    /// <summary>An event as it stood in a log.</summary>
    public void Event(Event e) => _log.Add(e);

    public void Symptom(string text, Place place)
    {
        if (text.Trim() is not { Length: > 0 } said) return;
        if (_symptoms++ == MostSymptoms) Notes.Add(TabletopAgent.Notes.TooManySymptoms(place, MostSymptoms));
        if (said.Length > Said.Longest) Notes.Add(TabletopAgent.Notes.LongSymptom(place, Said.Longest));
        if (_symptoms <= MostSymptoms) _found.Add(Exercises.Event.Of("symptom", place, ("text", said)));
    }

    public void Found(Event e) => _found.Add(e);

    public void Topology(string text, Place place)
    {
        if (text.Trim() is not { Length: > 0 } said) return;
        if (_exercise.TryGetValue("topology", out var first) && Json.Text(first) != said)
            Notes.Add(TabletopAgent.Notes.ConflictingTopology(place, Json.Text(first), said));
        _exercise["topology"] = Json.Element(said);
        TopologyPlace = place;
        At(place);
    }

    public void Index(object value, Place place)
    {
        var index = Json.Element(value is string text ? text.Trim() : value);
        if (index.ValueKind == JsonValueKind.String && Json.Text(index).Length == 0) return;
        if (index.ValueKind == JsonValueKind.Array) _index.AddRange(index.EnumerateArray());
        else _index.Add(index);
        At(place);
    }

    /// <summary>Another field of the exercise: title, team, tier, services …</summary>
    public void Exercise(string field, JsonElement value, Place place)
    {
        _exercise[field] = value;
        At(place);
    }

    /// <summary>The exercise stands where the first of its fields does.</summary>
    private void At(Place place)
    {
        if (_exercisePlace is not { } first || first.File == place.File && place.Line < first.Line) _exercisePlace = place;
    }

    public List<Event> Events()
    {
        var events = new List<Event>(_log);
        if (_index.Count > 0) _exercise["index"] = _index.Count == 1 ? _index[0] : Json.Element(_index.Cast<object>());
        if (_exercisePlace is { } place) events.Add(new Event("exercise", null, place, _exercise));
        events.AddRange(_found);
        return events;
    }
}
