using System.Globalization;
using System.Text;

namespace TabletopAgent.Exercises;

/// <summary>A name as it is read: one of the catalog's fields, or a field that only somebody's rules know.</summary>
/// <param name="Index">Its place among the fields of its type; -1 where the catalog does not have it.</param>
/// <param name="Rank">Its place among the names of its type, in the order of their characters.</param>
internal sealed record FieldName(string Name, Field? Field = null, int Index = -1, int Rank = -1)
{
    /// <summary>With its length, as it goes into the hash of a log.</summary>
    public byte[] Said { get; } = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Name.Length}:{Name}"));

    private readonly byte[][] _words = [.. (Field?.Words ?? []).Select(Encoding.UTF8.GetBytes)];

    /// <summary>The word of the catalog that stands there, exactly so; null where it is another or any text may.</summary>
    public string? Word(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < _words.Length; i++)
            if (text.SequenceEqual(_words[i])) return Field!.Words[i];
        return null;
    }
}

/// <summary>The fields of an event type by their names as they stand in a file.</summary>
internal sealed record TypeNames(string Type, Utf8Table<FieldName> Fields, ulong Required)
{
    /// <summary>Every type of the catalog.</summary>
    public static readonly Utf8Table<TypeNames> All = new([.. EventCatalog.Types.Select(t => (t.Key, Of(t.Key, t.Value)))]);

    private static TypeNames Of(string type, Field[] fields)
    {
        var required = 0UL;
        for (var i = 0; i < fields.Length; i++)
            if (fields[i].Required && fields[i].Name != "type" && !(type == "note" && fields[i].Name == "text")) required |= 1UL << i;
        string[] ranked = [.. fields.Select(f => f.Name).Order(StringComparer.Ordinal)];
        return new TypeNames(type, new([.. fields.Select((f, i) => (f.Name, new FieldName(f.Name, f, i, Array.IndexOf(ranked, f.Name))))]), required);
    }
}
