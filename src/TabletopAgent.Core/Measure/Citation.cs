namespace TabletopAgent.Measure;

/// <summary>A citation or section name such as <c>doc:hr-handbook#s4.2</c>, <c>hr-handbook#s4.2</c> or <c>benefits.pto.rules</c>.</summary>
/// <param name="Doc">Null where only a section is named.</param>
/// <param name="Section">Null where only a document is named.</param>
internal readonly record struct Citation(string? Doc, string? Section)
{
    public static Citation Parse(string text)
    {
        var named = text.StartsWith("doc:", StringComparison.Ordinal);
        var rest = (named ? text[4..] : text).Trim();
        var hash = rest.IndexOf('#', StringComparison.Ordinal);
        if (hash < 0) return named ? new Citation(rest, null) : new Citation(null, rest);
        return new Citation(Full(rest[..hash]), Full(rest[(hash + 1)..]));
    }

    public static Citation Of(Chunk chunk)
    {
        var section = chunk.Section is { } s ? Parse(s) : default;
        return new Citation(chunk.Doc ?? section.Doc, section.Section);
    }

    /// <summary>This place is the given section or lies under it. A document is compared only where both sides name one.</summary>
    public bool Within(Citation section) =>
        section.Section is { } outer && Section is { } inner && (Doc is null || section.Doc is null || Doc == section.Doc)
        && inner.StartsWith(outer, StringComparison.Ordinal) && (inner.Length == outer.Length || inner[outer.Length] is '.' or '/' or '#');

    /// <summary>Whether this citation points at the chunk: by its id, or at its section or one above it, or at its whole document.</summary>
    public bool PointsAt(Chunk chunk, string raw)
    {
        if (raw == chunk.Id) return true;
        var place = Of(chunk);
        return Section is null ? Doc == place.Doc : place.Within(this);
    }

    private static string? Full(string part) => part.Length > 0 ? part : null;
}
