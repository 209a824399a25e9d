namespace TabletopAgent.Batch;

/// <summary>By what a file is known again; 0 and "" where it cannot be read.</summary>
internal readonly record struct Fingerprint(long Size, string Sha256)
{
    public static Fingerprint Of(Source source)
    {
        if (source.Open is null) return new Fingerprint(0, "");
        try
        {
            using var file = new Metered(source.Open());
            var hash = file.Finish();
            return new Fingerprint(file.Count, hash);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new Fingerprint(0, "");
        }
    }
}
