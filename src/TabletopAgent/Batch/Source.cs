namespace TabletopAgent.Batch;

/// <summary>A file to grade, still closed; or the note why it cannot be opened.</summary>
/// <param name="Name">As it was found: path, or archive!entry.</param>
/// <param name="Packed">How it is packed: "gz", "zst" or null.</param>
/// <param name="Days">The files of a channel of a chat export, a day each; null for any other source.</param>
/// <param name="Open">Opens it as it lies, still packed.</param>
internal sealed record Source(string Name, string? Packed, Func<Stream>? Open, Note? Refused = null, IReadOnlyList<string>? Days = null)
{
    /// <summary>Its name without what only says how it is packed.</summary>
    public string Inner => Packed is null ? Name : Name[..^(Packed.Length + 1)];

    public bool IsLog => Inner.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || Inner.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase);
}
