using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using TabletopAgent.Text;

namespace TabletopAgent.Exercises;

/// <summary>
/// Reads the lines of a log that are as they should be, which nearly all are, without making anything of their values.
/// Every other line it leaves to <see cref="EventReader"/>, which knows what to make of it and what to say.
/// </summary>
internal sealed class LineParser
{
    private const int MostFields = 48, MostOtherNames = 256;

    private readonly (int NameStart, int NameLength, int Start, int Length, JsonTokenType Kind)[] _raw = new (int, int, int, int, JsonTokenType)[MostFields];
    private readonly FieldSlot[] _slots = new FieldSlot[MostFields];
    private readonly Arena<FieldSlot> _keptSlots = new();
    private readonly Arena<byte> _keptLines = new();
    private readonly Dictionary<(string Type, string Name), FieldName?> _others = [];

    /// <returns>The event, or null where the line is not as it should be.</returns>
    public Event? Read(ReadOnlySpan<byte> line, Place place)
    {
        // Where no object begins, the reader would only throw.
        if (line.TrimStart((byte)' ') is not [(byte)'{', ..]) return null;
        // An escaped half of a pair is JSON and no text.
        if (!Utf8.IsValid(line) || line.Contains((byte)'\\') && (line.IndexOf(@"\ud"u8) >= 0 || line.IndexOf(@"\uD"u8) >= 0)) return null;
        try
        {
            return Split(line, out var count) is { } type ? Event(line, type, count, place) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Finds where the fields stand.</summary>
    private TypeNames? Split(ReadOnlySpan<byte> line, out int count)
    {
        count = 0;
        TypeNames? type = null;
        var reader = new Utf8JsonReader(line);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (count == MostFields || reader.ValueIsEscaped) return null;
            var (name, length, named) = ((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, reader.ValueTextEquals("type"u8));
            reader.Read();
            var (start, kind) = ((int)reader.TokenStartIndex, reader.TokenType);
            if (named)
            {
                if (type is not null || kind != JsonTokenType.String || (type = TypeNames.All.Find(reader.ValueSpan)) is null) return null;
                continue;
            }

            reader.Skip();
            var end = kind switch
            {
                JsonTokenType.StartObject or JsonTokenType.StartArray => (int)reader.BytesConsumed,
                JsonTokenType.String => start + reader.ValueSpan.Length + 2,
                _ => start + reader.ValueSpan.Length,
            };
            _raw[count++] = (name, length, start, end - start, kind);
        }

        // Throws where anything follows.
        reader.Read();
        return type;
    }

    private Event? Event(ReadOnlySpan<byte> line, TypeNames type, int count, Place place)
    {
        var (seen, used) = (0UL, 0);
        DateTimeOffset? at = null;
        long? seq = null;
        Range prev = default;
        foreach (var (nameStart, nameLength, start, length, kind) in _raw.AsSpan(0, count))
        {
            var spelled = line.Slice(nameStart, nameLength);
            if ((type.Fields.Find(spelled) ?? Other(type, spelled)) is not { } name) return null;
            if (name.Index < 0)
            {
                if (Twice(name.Name, used)) return null;
            }
            else
            {
                if (kind == JsonTokenType.Null) continue;
                if ((seen & 1UL << name.Index) != 0 || !Fits(name, kind, line.Slice(start, length))) return null;
                seen |= 1UL << name.Index;
            }

            var value = line.Slice(start, length);
            switch (name.Name)
            {
                case "at" when name.Index >= 0:
                    Rfc3339.TryRead(value[1..^1], out var time);
                    at = time;
                    break;
                case "seq" when name.Index >= 0:
                    if (Utf8Parser.TryParse(value, out long whole, out var read) && read == value.Length) seq = whole;
                    break;
                case "prev" when name.Index >= 0: prev = start..(start + length); break;
                default: _slots[used++] = new FieldSlot(name, start, length); break;
            }
        }

        if ((seen & type.Required) != type.Required) return null;
        return new Event(type.Type, at, place, new LineFields(_keptLines.Keep(line), _keptSlots.Keep(_slots.AsSpan(0, used)), prev), seq);
    }

    /// <summary>Whether a value is what its field wants, with nothing to bend and nothing to say.</summary>
    private static bool Fits(FieldName name, JsonTokenType kind, ReadOnlySpan<byte> value) => name.Field!.Kind switch
    {
        FieldKind.Text => kind == JsonTokenType.String && (name.Name != "text" || value.Length <= Said.Longest),
        FieldKind.Number => kind == JsonTokenType.Number && Finite(value),
        FieldKind.Flag => kind is JsonTokenType.True or JsonTokenType.False,
        FieldKind.Time => kind == JsonTokenType.String && Rfc3339.TryRead(value[1..^1], out _),
        FieldKind.List => kind == JsonTokenType.StartArray,
        FieldKind.Object => kind == JsonTokenType.StartObject,
        FieldKind.Word => kind == JsonTokenType.String && name.Word(value[1..^1]) is not null,
        _ => kind != JsonTokenType.Number || Finite(value),
    };

    /// <summary>Without an exponent, a number needs more than 300 digits to be none that can be held.</summary>
    private static bool Finite(ReadOnlySpan<byte> number) => number.Length < 300 && number.IndexOfAny((byte)'e', (byte)'E') < 0;

    private bool Twice(string name, int used)
    {
        foreach (var slot in _slots.AsSpan(0, used))
            if (slot.Name.Name == name) return true;
        return false;
    }

    /// <summary>A name that is spelled otherwise, or that the catalog does not have; null where there is something to say about it.</summary>
    private FieldName? Other(TypeNames type, ReadOnlySpan<byte> spelled)
    {
        var key = (type.Type, Encoding.UTF8.GetString(spelled));
        if (_others.TryGetValue(key, out var known)) return known;
        if (_others.Count == MostOtherNames) return null;
        var name = EventCatalog.Canonical(type.Type, key.Item2);
        return _others[key] = type.Fields.Find(Encoding.UTF8.GetBytes(name))
            ?? (Words.Nearest(name, EventCatalog.Types[type.Type].Select(f => f.Name)) is null ? new FieldName(name) : null);
    }
}
