using System.Security.Cryptography;
using System.Text;

namespace TabletopAgent.Store;

/// <summary>
/// What was fetched before: a file each, named by all it depends on, so that nothing in it is ever out of date. Written beside and renamed, so
/// that two processes may write one thing at once; a torn file is as good as none. A cache that cannot be written costs time, nothing else.
/// </summary>
/// <param name="kind">What all of it depends on; goes into the sum of each file.</param>
internal sealed class ContentCache(string folder, string extension, byte[] kind)
{
    private const int SumLength = 16;

    /// <param name="hash">SHA-256 of what it was fetched for, hex.</param>
    /// <returns>Null where there is none, or none that is whole.</returns>
    public byte[]? Find(string hash)
    {
        try
        {
            if (!File.Exists(FileOf(hash))) return null;
            var bytes = File.ReadAllBytes(FileOf(hash));
            return bytes.Length > SumLength && Sum(hash, bytes.AsSpan(SumLength)).AsSpan().SequenceEqual(bytes.AsSpan(0, SumLength)) ? bytes[SumLength..] : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Keep(string hash, ReadOnlySpan<byte> content)
    {
        var file = FileOf(hash);
        var beside = $"{file}.{Path.GetRandomFileName()}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(beside, [.. Sum(hash, content), .. content]);
            File.Move(beside, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            try { File.Delete(beside); }
            catch (Exception again) when (again is IOException or UnauthorizedAccessException) { }
        }
    }

    private string FileOf(string hash) => Path.Combine(folder, hash[..2], $"{hash}.{extension}");

    /// <summary>Over kind and name too: a file that was moved is not what its new name says.</summary>
    private byte[] Sum(string hash, ReadOnlySpan<byte> content) => SHA256.HashData([.. kind, .. Encoding.ASCII.GetBytes(hash), .. content])[..SumLength];
}
