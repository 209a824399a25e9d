using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using TabletopAgent.Store;

namespace TabletopAgent.Embedders;

/// <summary>Vectors that were fetched before, by model, revision, dimensions, normalisation and text.</summary>
internal sealed class VectorCache
{
    private readonly ContentCache _files;

    /// <param name="root">The folder of all caches of the program.</param>
    public VectorCache(string root, EmbedderSettings settings)
    {
        var model = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{settings.Name}\n{settings.Revision}\n{settings.Dimensions}\nlength 1\n")));
        _files = new ContentCache(Path.Combine(root, "vectors", Convert.ToHexStringLower(model)[..16]), "vec", model);
    }

    /// <param name="hash">SHA-256 of the text, hex.</param>
    public float[]? Find(string hash) => _files.Find(hash) is { } numbers && numbers.Length % sizeof(float) == 0 ? MemoryMarshal.Cast<byte, float>(numbers).ToArray() : null;

    public void Keep(string hash, float[] vector) => _files.Keep(hash, MemoryMarshal.AsBytes(vector.AsSpan()));
}
