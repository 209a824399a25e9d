using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TabletopAgent.Render;

namespace TabletopAgent.Agent.Grounding;

/// <summary>JSON in a reply: each value must stand in the report under the same key, in an object that is the same as far as it goes.</summary>
internal sealed class JsonCheck : IDisposable
{
    private static readonly string[] s_names = ["id", "name", "store", "service", "layer", "section", "probe_id", "code"];

    private readonly JsonDocument _report;
    private readonly Dictionary<string, List<JsonElement>> _byKey = new(StringComparer.Ordinal);
    private readonly List<JsonElement> _items = [];
    private readonly List<JsonElement> _tops;
    private readonly Judge _judge;
    private readonly GroundingSources _sources;
    private readonly List<(int Ordinal, Fault Fault)> _faults = [];
    private int _ordinal;

    public JsonCheck(GroundingSources sources, Judge judge)
    {
        (_sources, _judge) = (sources, judge);
        _report = JsonDocument.Parse(ReportJson.Of(sources.Report));
        Walk(_report.RootElement);
        var root = _report.RootElement;
        _tops = [root.GetProperty("status"), root, root.GetProperty("dimensions"), root.GetProperty("probes"), root.GetProperty("diagnosis")];
    }

    public void Dispose() => _report.Dispose();

    /// <returns>The JSON with the code's own words in place of each value that nothing bears out.</returns>
    public CheckedReply Check(string json)
    {
        using var claimed = JsonDocument.Parse(json);
        Value(claimed.RootElement, _tops, "", "");
        if (_faults.Count == 0) return new CheckedReply(json, []);
        return Rewrite(json);
    }

    private void Walk(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                var key = Key(property.Name);
                if (!_byKey.TryGetValue(key, out var values)) _byKey[key] = values = [];
                values.Add(property.Value);
                Walk(property.Value);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                _items.Add(item);
                Walk(item);
            }
        }
    }

    /// <param name="candidates">What may stand here.</param>
    private void Value(JsonElement value, IReadOnlyList<JsonElement> candidates, string key, string path)
    {
        var mine = _ordinal++;
        switch (value.ValueKind)
        {
            case JsonValueKind.Object: Object(value, candidates, path, mine); break;
            case JsonValueKind.Array:
                var lists = candidates.Where(c => c.ValueKind == JsonValueKind.Array).ToList();
                if (value.GetArrayLength() == 0 && !lists.Exists(l => l.GetArrayLength() == 0)) _faults.Add((mine, new Fault(Why.Claim)));
                var items = lists.Count > 0 ? lists.SelectMany(l => l.EnumerateArray()).ToList() : key.Length == 0 ? _items : [];
                foreach (var item in value.EnumerateArray()) Value(item, items, key, path);
                break;
            default:
                if (!candidates.Any(c => Same(value, c, key))) _faults.Add((mine, new Fault(Why.Figure, Metric(key))));
                break;
        }
    }

    private void Object(JsonElement value, IReadOnlyList<JsonElement> candidates, string path, int mine)
    {
        // What names itself is that thing or none: no other's figures are its own.
        foreach (var name in value.EnumerateObject().Where(p => s_names.Contains(p.Name) && p.Value.ValueKind == JsonValueKind.String))
        {
            var named = candidates.Where(c => c.ValueKind == JsonValueKind.Object && Find(c, name.Name) is not null).ToList();
            if (named.Count == 0) continue;
            candidates = [.. named.Where(c => Same(name.Value, Find(c, name.Name)!.Value, name.Name))];
            if (candidates.Count > 0) continue;
            _ordinal += Count(value) - 1;
            _faults.Add((mine, new Fault(Why.Claim)));
            return;
        }

        var best = candidates.Where(c => c.ValueKind == JsonValueKind.Object).Select(c => (Candidate: c, Score: value.EnumerateObject().Count(p => Find(c, p.Name) is { } known && Whole(p.Value, known, p.Name))))
            .OrderByDescending(c => c.Score).ThenByDescending(c => value.EnumerateObject().Count(p => Find(c.Candidate, p.Name)?.ValueKind == p.Value.ValueKind)).FirstOrDefault();
        foreach (var property in value.EnumerateObject())
        {
            JsonElement? known = best.Candidate.ValueKind == JsonValueKind.Object ? Find(best.Candidate, property.Name) : null;
            var nested = property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
            if (known is { } actual) Value(property.Value, [actual], property.Name, $"{path} {property.Name}");
            else if (nested && _byKey.TryGetValue(Key(property.Name), out var elsewhere)) Value(property.Value, elsewhere, property.Name, $"{path} {property.Name}");
            else Unknown(property, path);
        }
    }

    /// <summary>A key the report does not have: its text must stand by itself, and nothing else can.</summary>
    private void Unknown(JsonProperty property, string path)
    {
        var mine = _ordinal++;
        if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            _ordinal += Count(property.Value) - 1;
            _faults.Add((mine, new Fault(Why.Claim)));
            return;
        }

        var text = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : property.Value.GetRawText();
        // A short value would say something of the figures beside it.
        if (SourceUnits.Tokens(text).Count < 4) _faults.Add((mine, new Fault(Why.Claim)));
        else if (_judge.Sentence($"{path} {property.Name}: {text}") is { } fault) _faults.Add((mine, fault));
    }

    private static bool Whole(JsonElement said, JsonElement actual, string key) => said.ValueKind switch
    {
        JsonValueKind.Object => actual.ValueKind == JsonValueKind.Object && said.EnumerateObject().All(p => Find(actual, p.Name) is { } known && Whole(p.Value, known, p.Name)),
        JsonValueKind.Array => actual.ValueKind == JsonValueKind.Array && said.EnumerateArray().All(s => actual.EnumerateArray().Any(a => Whole(s, a, key))),
        _ => Same(said, actual, key),
    };

    private static bool Same(JsonElement said, JsonElement actual, string key)
    {
        if (actual.ValueKind == JsonValueKind.Object && said.ValueKind == JsonValueKind.String)
            return Find(actual, "id") is { ValueKind: JsonValueKind.String } id && id.GetString() == said.GetString() || Find(actual, "section") is { ValueKind: JsonValueKind.String } section && section.GetString() == said.GetString();
        if (said.ValueKind != actual.ValueKind) return false;
        return said.ValueKind switch
        {
            JsonValueKind.String => said.GetString()!.Trim() == actual.GetString()!.Trim(),
            JsonValueKind.Number => said.GetRawText() == actual.GetRawText() || Rounding.Fits(actual.GetDouble(), "0–1", Metric(key), new Quantity(said.GetDouble(), Decimals(said.GetRawText()), null), [])
                && actual.GetDouble() is > 0 and < 1,
            _ => true,
        };
    }

    private static int Decimals(string raw) => raw.AsSpan().IndexOfAny('e', 'E') >= 0 || !raw.Contains('.', StringComparison.Ordinal) ? 0 : raw.Length - raw.IndexOf('.', StringComparison.Ordinal) - 1;

    private static JsonElement? Find(JsonElement owner, string name)
    {
        foreach (var property in owner.EnumerateObject())
            if (Key(property.Name) == Key(name)) return property.Value;
        return null;
    }

    private static string Key(string name) => string.Concat(name.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Metric(string key) => Lexicon.English.Find(Lexicon.Key(key.Replace("median", "", StringComparison.OrdinalIgnoreCase)))?.FirstOrDefault(s => s.Cat == Cat.Metric).Value ?? key;

    private static int Count(JsonElement element) => 1 + element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Sum(p => Count(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().Sum(Count),
        _ => 0,
    };

    private CheckedReply Rewrite(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        var (text, struck, at, ordinal) = (new StringBuilder(), new List<Struck>(), 0, -1);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray) continue;
            ordinal++;
            var fault = _faults.Find(f => f.Ordinal == ordinal).Fault;
            if (fault is null) continue;
            var start = (int)reader.TokenStartIndex;
            var skipped = ordinal;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                for (var depth = reader.CurrentDepth; reader.Read() && !(reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray && reader.CurrentDepth == depth);)
                    if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray)) skipped++;
            }

            var end = (int)reader.BytesConsumed;
            var instead = Instead.Of(fault, _sources);
            text.Append(Encoding.UTF8.GetString(bytes, at, start - at)).Append('"').Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(instead)).Append('"');
            struck.Add(new Struck(Encoding.UTF8.GetString(bytes, start, end - start), fault.Why.ToString(), instead));
            (at, ordinal) = (end, skipped);
        }

        return new CheckedReply(text.Append(Encoding.UTF8.GetString(bytes, at, bytes.Length - at)).ToString(), struck);
    }
}
