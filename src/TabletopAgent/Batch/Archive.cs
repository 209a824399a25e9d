using System.IO.Compression;
using TabletopAgent.Intake;

namespace TabletopAgent.Batch;

/// <summary>Reads a zip archive without unpacking it: a name inside it is only a name, so no entry can land anywhere.</summary>
internal static class Archive
{
    /// <summary>Entries up to here are held while they wait their turn; larger ones are read from the archive when it comes.</summary>
    private const int Held = 4 * 1024 * 1024;

    public static IEnumerable<Source> Of(string path, Func<string, bool> holds)
    {
        List<(string Name, long Size)> names = [];
        Source? refused = null;
        try
        {
            using var archive = ZipFile.OpenRead(path);
            names = [.. archive.Entries.Where(e => e.Name.Length > 0 && holds(e.Name)).Select(e => (e.FullName, e.Length)).OrderBy(e => e.FullName, StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            refused = Sources.Refused(path, Notes.DamagedArchive(new Place(path), InputFile.Why(e)));
        }

        if (refused is not null)
        {
            yield return refused;
            yield break;
        }

        using var opened = ZipFile.OpenRead(path);
        foreach (var (name, size) in names)
        {
            var full = $"{path}!{name}";
            if (name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) yield return Sources.Refused(full, Notes.NestedArchive(new Place(full)));
            else if (size <= Held && Bytes(opened, name, size) is { } bytes) yield return Sources.Plain(full, () => new MemoryStream(bytes, writable: false));
            else yield return Sources.Plain(full, () => new EntryStream(path, name));
        }
    }

    /// <returns>Null where the entry lies about its size or is damaged: reading it when its turn comes will say so.</returns>
    private static byte[]? Bytes(ZipArchive archive, string name, long size)
    {
        try
        {
            using var entry = archive.GetEntry(name)!.Open();
            var bytes = new byte[size];
            entry.ReadExactly(bytes);
            return entry.ReadByte() < 0 ? bytes : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return null;
        }
    }

    /// <summary>An entry with an archive of its own, so that several can be read at once.</summary>
    private sealed class EntryStream : Stream
    {
        private readonly ZipArchive _archive;
        private readonly Stream _entry;

        public EntryStream(string path, string name)
        {
            _archive = ZipFile.OpenRead(path);
            var entry = _archive.GetEntry(name)!;
            _entry = new Fused(entry.Open(), () => entry.CompressedLength, $"{path}!{name}");
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => _entry.Read(buffer, offset, count);
        public override int Read(Span<byte> buffer) => _entry.Read(buffer);
        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            _entry.Dispose();
            _archive.Dispose();
            base.Dispose(disposing);
        }
    }
}
