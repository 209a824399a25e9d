using TabletopAgent.Facts;
using TabletopAgent.Hearing;
using TabletopAgent.Text;

namespace TabletopAgent.Knowledge;

/// <summary>
/// Keeps what was built from a set of files under their hash. Written beside and renamed, so that two processes may start at once; a torn
/// or older file is built anew. A cache that cannot be written costs time, nothing else.
/// </summary>
internal static class KnowledgeCache
{
    /// <summary>Raised whenever what is kept, or how it is learned, changes.</summary>
    private const int Form = 14;

    /// <summary>Files of a kind that stay; of libraries that changed since, only the room they take is left.</summary>
    private const int Most = 8;

    public static KnowledgeBase? Read(string folder, string key, string hash) => Load(FileOf(folder, "knowledge", key), hash, from =>
    {
        var pages = Pages(from);
        var teachers = Pages(from);
        return new KnowledgeBase(pages, teachers, Rules(from), Asks(from), Remedies(from), PageSearch.Read(from), Hearing.Ear.Read(from), Errors(from), hash);
    });

    public static void Write(string folder, string key, KnowledgeBase known)
    {
        Save(FileOf(folder, "knowledge", key), known.Hash, to => Write(to, known));
        Tidy(folder, "knowledge");
    }

    private static void Write(BinaryWriter to, KnowledgeBase known)
    {
        Pages(to, known.Pages);
        Pages(to, known.Teachers);
        Rules(to, known.Rules);
        Blobs.Write(to, [.. known.Asks.Select(a => a.About)]);
        Blobs.Write(to, [.. known.Asks.Select(a => a.Facts)]);
        Remedies(to, known.Remedies);
        known.Search.Write(to);
        known.Ear.Write(to);
        Errors(to, known.Notes);
    }

    public static Ear? Ear(string path, string key) => Load(path, key, Hearing.Ear.Read);

    public static bool Write(string path, string key, Ear ear) => Save(path, key, ear.Write);

    public static string FileOf(string folder, string what, string key) => Path.Combine(folder, $"{what}-{key[..16]}.bin");

    private static T? Load<T>(string path, string hash, Func<BinaryReader, T> read)
        where T : class
    {
        try
        {
            if (!File.Exists(path)) return null;
            var bytes = File.ReadAllBytes(path);
            if (bytes.Length < 8 || BitConverter.ToUInt64(bytes, bytes.Length - 8) != Sum(bytes.AsSpan(0, bytes.Length - 8))) return null;
            using var from = new BinaryReader(new MemoryStream(bytes, 0, bytes.Length - 8, writable: false, publiclyVisible: true));
            return from.ReadInt32() == Form && from.ReadString() == hash ? read(from) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException)
        {
            return null;
        }
    }

    /// <returns>Whether it lies there now.</returns>
    private static bool Save(string path, string hash, Action<BinaryWriter> write)
    {
        var beside = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (var to = new BinaryWriter(File.Create(beside)))
            {
                to.Write(Form);
                to.Write(hash);
                write(to);
            }

            var sum = SumOf(beside);
            using (var to = new BinaryWriter(new FileStream(beside, FileMode.Append))) to.Write(sum);
            File.Move(beside, path, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            try { File.Delete(beside); }
            catch (Exception again) when (again is IOException or UnauthorizedAccessException) { }

            return false;
        }
    }

    private static void Tidy(string folder, string what)
    {
        try
        {
            foreach (var old in new DirectoryInfo(folder).GetFiles($"{what}-*.bin").OrderByDescending(f => f.LastWriteTimeUtc).Skip(Most)) old.Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
    }

    /// <summary>Of a file of any size, a piece at a time.</summary>
    private static ulong SumOf(string path)
    {
        using var file = File.OpenRead(path);
        var (sum, piece) = (Seed, new byte[64 * 1024]);
        while (file.ReadAtLeast(piece, piece.Length, throwOnEndOfStream: false) is > 0 and var read) sum = Sum(piece.AsSpan(0, read), sum);
        return sum;
    }

    private const ulong Seed = 14695981039346656037UL;

    /// <summary>A cheap sum over eight bytes at a time: it tells a torn file, not a forged one.</summary>
    /// <param name="sum">Of what came before, a multiple of eight bytes.</param>
    private static ulong Sum(ReadOnlySpan<byte> bytes, ulong sum = Seed)
    {
        var words = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words) sum = ulong.RotateLeft(sum ^ word, 23) * 1099511628211UL;
        foreach (var one in bytes[(words.Length * 8)..]) sum = (sum ^ one) * 1099511628211UL;
        return sum;
    }

    private static void Pages(BinaryWriter to, IReadOnlyList<Page> pages)
    {
        to.Write(pages.Count);
        foreach (var page in pages)
        {
            to.Write(page.Id);
            to.Write(page.Title);
            to.Write(page.File);
            Blobs.Write(to, page.Layer);
            Blobs.Write(to, page.Related);
            Blobs.Write(to, [.. page.Modes]);
            Blobs.Write(to, page.Upstream);
            Blobs.Write(to, page.Missing);
            to.Write(page.Ours);
            Blobs.Write(to, [.. page.Sections.Select(s => s.Id)]);
            Blobs.Write(to, [.. page.Sections.Select(s => s.Heading)]);
            Blobs.Write(to, page.Sections.Select(s => s.Line).ToArray());
        }
    }

    private static Page[] Pages(BinaryReader from)
    {
        var pages = new Page[from.ReadInt32()];
        for (var i = 0; i < pages.Length; i++)
        {
            pages[i] = new Page(from.ReadString(), from.ReadString(), from.ReadString(), Blobs.Text(from), Blobs.Strings(from), Blobs.Ints(from), Blobs.Strings(from),
                Blobs.Strings(from), from.ReadBoolean(), []);
            var (ids, headings, lines) = (Blobs.Strings(from), Blobs.Strings(from), Blobs.Ints(from));
            pages[i] = pages[i] with { Sections = [.. ids.Select((id, n) => new Section(id, headings[n], lines[n]))] };
        }

        return pages;
    }

    private static void Rules(BinaryWriter to, IReadOnlyList<Rule> rules)
    {
        to.Write(rules.Count);
        foreach (var rule in rules)
        {
            to.Write(rule.Id);
            rule.When.Write(to);
            to.Write(rule.Layer);
            to.Write(rule.Weight);
            Blobs.Write(to, rule.Pages);
            to.Write(rule.Why);
            Blobs.Write(to, rule.RefutedBy);
            to.Write(rule.Place.File);
            to.Write(rule.Place.Line);
        }
    }

    private static Rule[] Rules(BinaryReader from)
    {
        var rules = new Rule[from.ReadInt32()];
        for (var i = 0; i < rules.Length; i++)
            rules[i] = new Rule(from.ReadString(), Predicate.Read(from), from.ReadString(), from.ReadInt32(), Blobs.Strings(from), from.ReadString(),
                Blobs.Text(from), new Place(from.ReadString(), from.ReadInt32()));
        return rules;
    }

    private static void Remedies(BinaryWriter to, IReadOnlyDictionary<string, Remedy> remedies)
    {
        to.Write(remedies.Count);
        foreach (var (page, remedy) in remedies)
        {
            to.Write(page);
            to.Write(remedy.Steps.Count);
            foreach (var step in remedy.Steps)
            {
                to.Write(step.Text);
                Blobs.Write(to, step.When);
                Blobs.Write(to, step.Before);
                Blobs.Write(to, step.Expect);
                Blobs.Write(to, step.Undo);
                to.Write(step.Number);
            }

            to.Write(remedy.Actions.Count);
            foreach (var action in remedy.Actions)
            {
                to.Write(action.Area);
                to.Write(action.Text);
                Blobs.Write(to, action.Proof);
                to.Write(action.Number);
            }

            Blobs.Write(to, remedy.RefutedWhen);
        }
    }

    private static Dictionary<string, Remedy> Remedies(BinaryReader from)
    {
        var count = from.ReadInt32();
        var remedies = new Dictionary<string, Remedy>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var page = from.ReadString();
            var steps = new Step[from.ReadInt32()];
            for (var s = 0; s < steps.Length; s++)
                steps[s] = new Step(from.ReadString(), Blobs.Text(from), Blobs.Text(from), Blobs.Text(from), Blobs.Text(from), from.ReadInt32());
            var actions = new PageAction[from.ReadInt32()];
            for (var a = 0; a < actions.Length; a++) actions[a] = new PageAction(from.ReadString(), from.ReadString(), Blobs.Text(from), from.ReadInt32());
            remedies[page] = new Remedy(steps, actions, Blobs.Strings(from));
        }

        return remedies;
    }

    private static Ask[] Asks(BinaryReader from)
    {
        var (about, facts) = (Blobs.Strings(from), Blobs.Strings(from));
        return [.. about.Select((a, i) => new Ask(a, facts[i]))];
    }

    /// <summary>Only what was refused is kept: it is said at every start. The rest is lint's.</summary>
    private static void Errors(BinaryWriter to, IReadOnlyList<Note> notes)
    {
        var errors = notes.Where(n => n.Severity == Severity.Error).ToList();
        to.Write(errors.Count);
        foreach (var note in errors)
        {
            to.Write(note.Code);
            to.Write(note.Text);
            to.Write(note.Place.File);
            to.Write(note.Place.Line);
        }
    }

    private static Note[] Errors(BinaryReader from)
    {
        var notes = new Note[from.ReadInt32()];
        for (var i = 0; i < notes.Length; i++) notes[i] = new Note(from.ReadString(), Severity.Error, from.ReadString(), new Place(from.ReadString(), from.ReadInt32()));
        return notes;
    }
}
