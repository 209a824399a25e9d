using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace TabletopAgent.Embedders;

/// <summary>
/// Vectors that were fetched before: a file each, named by model, revision, dimensions, normalisation and text, so that nothing in it is ever
/// out of date. Written beside and renamed, so that two processes may write one vector at once; a torn file is fetched anew. A cache that
/// cannot be written costs time, nothing else.
/// </summary>
internal sealed class VectorCache
{
    private const int SumLength = 16;

    private readonly string _folder;
    private readonly byte[] _model;

    /// <param name="root">The folder of all caches of the program.</param>
    public VectorCache(string root, EmbedderSettings settings)
    {
        _model = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{settings.Name}\n{settings.Revision}\n{settings.Dimensions}\nlength 1\n")));
        _folder = Path.Combine(root, "vectors", Convert.ToHexStringLower(_model)[..16]);
    }

    /// <param name="hash">SHA-256 of the text, hex.</param>
    public float[]? Find(string hash)
    {
        try
        {
            if (!File.Exists(FileOf(hash))) return null;
            var bytes = File.ReadAllBytes(FileOf(hash));
            if (bytes.Length <= SumLength || (bytes.Length - SumLength) % sizeof(float) != 0) return null;
            var numbers = bytes.AsSpan(SumLength);
            return Sum(hash, numbers).AsSpan().SequenceEqual(bytes.AsSpan(0, SumLength)) ? MemoryMarshal.Cast<byte, float>(numbers).ToArray() : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Keep(string hash, float[] vector)
    {
        var file = FileOf(hash);
        var numbers = MemoryMarshal.AsBytes(vector.AsSpan());
        var beside = $"{file}.{Path.GetRandomFileName()}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(beside, [.. Sum(hash, numbers), .. numbers]);
            File.Move(beside, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            try { File.Delete(beside); }
            catch (Exception again) when (again is IOException or UnauthorizedAccessException) { }
        }
    }

    private string FileOf(string hash) => Path.Combine(_folder, hash[..2], $"{hash}.vec");

    /// <summary>Over model and text too: a file that was moved is no vector of its new name.</summary>
    private byte[] Sum(string hash, ReadOnlySpan<byte> numbers) => SHA256.HashData([.. _model, .. Encoding.ASCII.GetBytes(hash), .. numbers])[..SumLength];
}
