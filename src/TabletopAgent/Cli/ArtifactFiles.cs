using System.Security.Cryptography;
using System.Text;
using TabletopAgent.Artifacts;
using TabletopAgent.Paint;

namespace TabletopAgent.Cli;

/// <summary>Writes the artifacts of an exercise to a folder, and last the manifest with the hash of each.</summary>
internal static class ArtifactFiles
{
    /// <returns>How many files were written.</returns>
    public static int Write(string folder, Material material, Terminal terminal)
    {
        Directory.CreateDirectory(folder);
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, text) in Bundle.Texts(material)) To(name, new UTF8Encoding(false).GetBytes(text));
        if (Png.Missing is { } why) Inputs.Show(terminal, [Notes.NoPng(new Place(folder), why)]);
        else foreach (var (name, drawing) in material.Pictures) To($"{name}.png", Png.Of(drawing));
        File.WriteAllText(Path.Combine(folder, "manifest.json"), Bundle.Manifest(material, hashes));
        return hashes.Count + 1;

        void To(string name, byte[] bytes)
        {
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
            hashes[name] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        }
    }
}
