using System.Security.Cryptography;

namespace TabletopAgent.Exercises;

/// <summary>Each line of a log holds the hash of the line before it; the hash of the last line, the root, stands for the whole log.</summary>
internal static class Chain
{
    /// <summary>What the first line holds.</summary>
    public static readonly string Start = new('0', 2 * SHA256.HashSizeInBytes);

    /// <param name="line">The bytes of a line without its break.</param>
    public static string Hash(ReadOnlySpan<byte> line) => Convert.ToHexStringLower(SHA256.HashData(line));
}
