using TabletopAgent.Embedding;

namespace TabletopAgent.Tests.Embedding;

/// <summary>A model of two words that can be worked by hand: "queue" is (3, 4) on its second and third number, "grows" −5 on its last.</summary>
internal static class Small
{
    public const int Dim = 128;

    /// <param name="half">1: the second word counts a half, the third a third.</param>
    public static byte[] Bytes(ushort scale = 2000, int half = 1, int common = 0)
    {
        var shares = Enumerable.Repeat(65536, ModelFile.ShareCount).ToArray();
        var rows = new sbyte[3 * Dim];
        (rows[1], rows[2]) = (3, 4);
        rows[(2 * Dim) - 1] = -5;
        rows[(2 * Dim) + 3] = 7; // the one bucket of all parts
        return ModelFile.Write(new ModelSizes(Dim, 1, half, common), shares, [scale, scale, 1], [WordKeys.Of("queue"), WordKeys.Of("grows")], rows);
    }

    public static Embedder Load(byte[] bytes)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            return Embedder.Load(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
