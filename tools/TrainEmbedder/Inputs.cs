using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TrainEmbedder;

/// <param name="Section">Lines with one number share text, so that all or none of them are held back.</param>
internal sealed record Heading(string Title, string Text, int Section);

/// <param name="Score">0 to 5, as people gave it.</param>
internal sealed record Judged(string A, string B, double Score);

/// <summary>What the model is made from and measured on: files that are pinned, so that one recipe gives one model for ever.</summary>
/// <param name="Held">The pairs whose SHA-256 sorts first. None of their sections is learned from, under whatever heading.</param>
internal sealed record Inputs(IReadOnlyList<Heading> Learn, IReadOnlyList<Heading> Held, IReadOnlyList<Judged> Likeness, IReadOnlyList<Judged> LikenessHeld)
{
    private const int HeldBack = 1000;

    private static readonly Dictionary<string, string> Pinned = new()
    {
        ["pairs.jsonl.gz"] = "8d49544f1caf526f7fd212343f2a772849c1020b4a64cffd167dc7eaa3d5739b",
        ["sts-train.csv"] = "e1e84fec60bbb598735552f54a35f4949904a484750fd2cb11e2720e49f63da6",
        ["sts-dev.csv"] = "d29586e96558c4eb52cf5ea5d14e9c24d3bf0e44f111b017caba43a5adc33226",
    };

    /// <summary>The folder of the files: TABLETOP_SHARED, else <c>shared</c> beside the checkout.</summary>
    public static string? Folder(string root)
    {
        var shared = Environment.GetEnvironmentVariable("TABLETOP_SHARED") is { Length: > 0 } named ? named : Path.Combine(Path.GetDirectoryName(root)!, "shared");
        var folder = Path.Combine(shared, "data", "embedding");
        return Directory.Exists(folder) ? folder : null;
    }

    /// <exception cref="InvalidDataException">A file is not the pinned one.</exception>
    public static Inputs Read(string folder)
    {
        var (learn, held) = Split(Lines(Bytes(folder, "pairs.jsonl.gz")));
        return new Inputs(learn, held, Csv(Bytes(folder, "sts-train.csv")), Csv(Bytes(folder, "sts-dev.csv")));
    }

    private static byte[] Bytes(string folder, string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, name));
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == Pinned[name] ? bytes
            : throw new InvalidDataException($"{name} in {folder} is not the file that the model is made from; its SHA-256 should be {Pinned[name]}");
    }

    private static List<string> Lines(byte[] packed)
    {
        using var reader = new StreamReader(new GZipStream(new MemoryStream(packed), CompressionMode.Decompress), Encoding.UTF8);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line) lines.Add(line);
        return lines;
    }

    private static (List<Heading> Learn, List<Heading> Held) Split(List<string> lines)
    {
        var all = new List<Heading>(lines.Count);
        var sections = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(line);
            var (title, text) = (json.RootElement.GetProperty("q").GetString()!, json.RootElement.GetProperty("d").GetString()!);
            // A section stands whole under its heading, and less its first sentence under that sentence.
            var same = all.Count > 0 && (all[^1].Text.EndsWith(text, StringComparison.Ordinal) || text.EndsWith(all[^1].Text, StringComparison.Ordinal));
            var section = sections.TryGetValue(text, out var known) ? known : sections[text] = same ? all[^1].Section : all.Count;
            all.Add(new Heading(title, text, section));
        }

        var order = lines.Select((line, i) => (Hash: Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(line))), i)).OrderBy(x => x.Hash, StringComparer.Ordinal);
        var held = order.Take(HeldBack).Select(x => all[x.i]).ToList();
        var apart = held.Select(h => h.Section).ToHashSet();
        return ([.. all.Where(h => !apart.Contains(h.Section))], held);
    }

    private static List<Judged> Csv(byte[] file)
    {
        var rows = new List<Judged>();
        foreach (var line in Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = new List<string>();
            var cell = new StringBuilder();
            var quoted = false;
            foreach (var c in line.TrimEnd('\r'))
                if (c == '"') quoted = !quoted;
                else if (c != ',' || quoted) cell.Append(c);
                else
                {
                    cells.Add(cell.ToString());
                    cell.Clear();
                }

            rows.Add(new Judged(cells[0], cells[1], double.Parse(cell.ToString(), CultureInfo.InvariantCulture)));
        }

        return rows;
    }
}
