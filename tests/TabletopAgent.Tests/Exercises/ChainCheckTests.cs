using System.Text;
using FsCheck.Xunit;
using TabletopAgent.Exercises;

namespace TabletopAgent.Tests.Exercises;

public sealed class ChainCheckTests
{
    private static readonly List<string> Log = Chained.Lines(12);
    private static readonly string Root = Chained.Root(Log);

    private static string Said(IEnumerable<string> lines, string? root = null) =>
        string.Join(' ', Chained.Check(lines, root).Select(n => $"{n.Code}:{n.Place.Line}"));

    [Fact]
    public void A_log_as_it_was_written_has_nothing_to_say() => Assert.Equal("", Said(Log, Root));

    [Fact]
    public void A_log_of_a_million_lines_takes_no_more_memory_than_one_of_ten()
    {
        var check = new ChainCheck("log.jsonl");
        var e = new Event("note", null, default, new Dictionary<string, System.Text.Json.JsonElement>(), 1, Chain.Start);
        check.Take("x"u8, e, new Place("log.jsonl", 1), true, false, false);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var line = 2; line < 10_000; line++) check.Take("x"u8, e with { Seq = line, Prev = check.Root }, new Place("log.jsonl", line), true, false, false);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000 * 400);
        Assert.Single(check.End(), n => n.Code == "TT607");
    }

    [Theory]
    // One line changed: the next one holds what it was.
    [InlineData("3", "TT600:3")]
    [InlineData("1", "TT600:1")]
    [InlineData("3 4", "TT617:3 TT600:4")]
    [InlineData("3 9", "TT600:3 TT600:9")]
    // Of the last line only the root knows.
    [InlineData("12", "")]
    [InlineData("12 root", "TT605:12")]
    public void A_line_that_was_altered_is_named(string altered, string said)
    {
        var lines = Log.ToList();
        foreach (var line in altered.Split(' ').Where(a => a != "root").Select(int.Parse)) lines[line - 1] = lines[line - 1].Replace("14:00", "14:01", StringComparison.Ordinal);
        Assert.Equal(said, Said(lines, altered.EndsWith("root", StringComparison.Ordinal) ? Root : null));
    }

    [Theory]
    [InlineData(1, 1, "TT603:1")]
    [InlineData(4, 1, "TT603:4")]
    [InlineData(4, 3, "TT603:4")]
    [InlineData(11, 2, "TT605:10")]
    public void Lines_that_were_removed_are_missed(int from, int count, string said)
    {
        var lines = Log.ToList();
        lines.RemoveRange(from - 1, count);
        Assert.Equal(said, Said(lines, Root));
    }

    [Fact]
    public void Each_of_many_breaks_is_named_however_far_apart_they_lie()
    {
        var lines = Chained.Lines(5000);
        foreach (var line in new[] { 5, 900, 1100, 4000 }) lines[line - 1] = lines[line - 1].Replace("pay", "cart", StringComparison.Ordinal);
        var moved = lines[2500];
        lines.RemoveAt(2500);
        lines.Insert(4500, moved);
        // Line 2501 went further than what is kept in mind: it is missed where it was, and out of place where it is.
        Assert.Equal("TT600:5 TT600:900 TT600:1100 TT603:2501 TT600:3999 TT601:4501", Said(lines, Chained.Root(lines)));
    }

    [Fact]
    public void What_is_missing_is_said_by_number()
    {
        var lines = Log.ToList();
        lines.RemoveRange(3, 3);
        Assert.StartsWith("seq 4 to 6 are missing before this line", Assert.Single(Chained.Check(lines)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, "\n", "TT601:6")]
    [InlineData(5, "{\"type\":\"note\",\"text\":\"x\"}\n", "TT601:6")]
    [InlineData(0, "{\"type\":\"note\",\"text\":\"x\"}\n", "TT601:1")]
    [InlineData(5, "no JSON\n", "TT601:6")]
    [InlineData(5, "{\"type\":\"note\",\"text\":\"x\",\"seq\":6,\"prev\":\"PREV\"}\n", "TT601:6")]
    [InlineData(5, "{\"type\":\"note\",\"text\":\"x\",\"seq\":6,\"prev\":\"abc\"}\n", "TT601:6")]
    [InlineData(5, "{\"type\":\"note\",\"text\":\"x\",\"seq\":900,\"prev\":\"abc\"}\n", "TT601:6")]
    [InlineData(5, "{\"type\":\"note\",\"text\":\"x\",\"seq\":2,\"prev\":\"abc\"}\n", "TT601:6")]
    public void A_line_that_was_put_in_is_named(int behind, string line, string said)
    {
        var lines = Log.ToList();
        lines.Insert(behind, line.Replace("PREV", Chained.Root(Log.Take(5)), StringComparison.Ordinal));
        Assert.Equal(said, Said(lines, Root));
    }

    [Theory]
    [InlineData(5, 6, "TT602:6")]
    [InlineData(12, 13, "TT602:13")]
    // Lines that were in order are not kept in mind, so of these it is known only that the number was there before.
    [InlineData(5, 9, "TT601:9")]
    public void A_line_that_was_doubled_is_named(int line, int at, string said)
    {
        var lines = Log.ToList();
        lines.Insert(at - 1, Log[line - 1]);
        Assert.Equal(said, Said(lines, Root));
    }

    [Theory]
    [InlineData(3, 1, 4, "TT604:3")] // two neighbours changed places: 1 2 4 3 5
    [InlineData(3, 1, 9, "TT604:9")]
    [InlineData(9, 1, 3, "TT604:3")]
    [InlineData(3, 2, 8, "TT604:8 TT604:9")]
    public void A_line_that_was_moved_is_named(int from, int count, int to, string said)
    {
        var lines = Log.ToList();
        var moved = lines.GetRange(from - 1, count);
        lines.RemoveRange(from - 1, count);
        lines.InsertRange(to - 1, moved);
        // Of two neighbours, either may have moved.
        var got = Said(lines, Root);
        Assert.Contains(got, new[] { said, said.Replace($":{to}", $":{to - 1}", StringComparison.Ordinal) });
    }

    [Theory]
    [InlineData("a log\n", "TT110:1")]
    [InlineData("{\"type\":\"note\",\"text\":\"x\"}\n", "TT110:1")]
    [InlineData("", "")]
    public void A_log_without_chain_is_said_to_have_none(string log, string said) => Assert.Equal(said, Said([log]));

    [Fact]
    public void Line_ends_of_other_programs_are_named_once()
    {
        Assert.Equal("TT608:1", Said(Log.Select(l => l.Replace("\n", "\r\n", StringComparison.Ordinal)), Root));
        Assert.Equal("TT600:1 TT608:1", Said(Log.Select((l, i) => (i == 0 ? "\uFEFF" : "") + l.Replace("\n", "\r\n", StringComparison.Ordinal)), Root));
    }

    [Fact]
    public void A_last_line_without_break_is_named()
    {
        Assert.Equal("TT609:12", Said([.. Log[..11], Log[11].TrimEnd('\n')], Root));
        Assert.Equal("TT605:11 TT609:12", Said([.. Log[..11], Log[11][..^20]], Root));
    }

    [Fact]
    public void A_root_that_is_an_older_one_tells_how_many_lines_came_after() => Assert.Equal("TT606:9", Said(Log, Chained.Root(Log.Take(9))));

    [Fact]
    public void A_clock_that_stepped_back_is_noted_and_no_fault()
    {
        var check = new ChainCheck("log.jsonl");
        var at = new DateTimeOffset(2026, 5, 4, 14, 0, 0, default);
        var e = new Event("note", at, default, new Dictionary<string, System.Text.Json.JsonElement>(), 1, Chain.Start);
        check.Take("x"u8, e, new Place("log.jsonl", 1), true, false, false);
        check.Take("y"u8, e with { Seq = 2, Prev = check.Root, At = at.AddSeconds(-90) }, new Place("log.jsonl", 2), true, false, false);
        var note = check.End()[0];
        Assert.Equal(("TT610", Severity.Info), (note.Code, note.Severity));
        Assert.StartsWith("is 90 s earlier", note.Text, StringComparison.Ordinal);
    }

    /// <summary>Lines taken out, doubled, moved, changed, put in, in any mixture: where the log is another, an error says so; where it is not, none does.</summary>
    [Property(MaxTest = 1000)]
    public void Whatever_is_done_to_the_lines_is_seen((int What, int From, int To)[] edits)
    {
        var lines = Log.ToList();
        foreach (var (what, from, to) in edits.Take(8))
        {
            if (lines.Count == 0) break;
            var (a, b) = ((int)((uint)from % lines.Count), (int)((uint)to % lines.Count));
            switch ((uint)what % 5)
            {
                case 0: lines.RemoveAt(a); break;
                case 1: lines.Insert(b, lines[a]); break;
                case 2: (lines[a], lines[b]) = (lines[b], lines[a]); break;
                case 3: lines[a] = lines[a].Replace("14:0", "15:0", StringComparison.Ordinal); break;
                default: lines.Insert(a, "{\"type\":\"note\",\"text\":\"x\"}\n"); break;
            }
        }

        if (lines.Count == 0) return;
        Assert.Equal(!lines.SequenceEqual(Log), Chained.Check(lines, Root).Any(n => n.Severity == Severity.Error || n.Code == "TT110"));
    }

    /// <summary>One byte of the file, any byte, made any other: its line is named, and none but its neighbours (a line break put in moves them by one).</summary>
    [Property(MaxTest = 2000)]
    public void Any_byte_that_was_changed_is_named_with_its_line(int where, byte to)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Log));
        var at = (int)((uint)where % bytes.Length);
        if (bytes[at] == to) return;
        var line = 1 + bytes.AsSpan(0, at).Count((byte)'\n');
        bytes[at] = to;
        var notes = Chained.Check(bytes, Root);
        Assert.Contains(notes, n => n.Place.Line == line);
        Assert.All(notes.Where(n => n.Code != "TT608"), n => Assert.InRange(n.Place.Line, line - 1, line + (to is (byte)'\n' or (byte)'\r' ? 2 : 1)));
    }
}
