using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace TabletopAgent.Intake;

/// <summary>Turns bytes that somebody handed in into text. It ends: at the end, at the cap, or when nothing comes any more.</summary>
internal static class TextInput
{
    public const int MaxBytes = 64 * 1024 * 1024;
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    /// <param name="stream">A file, a pipe or standard input. It is not closed.</param>
    /// <param name="name">Its name, for notes.</param>
    /// <param name="notes">Takes what was doubtful.</param>
    /// <param name="silence">How long to wait for the next byte; 30 s where not given.</param>
    /// <param name="cap">How many bytes to read at most.</param>
    /// <returns>The text with LF line ends and no byte order mark, "" where nothing came.</returns>
    public static async Task<string> ReadAsync(
        Stream stream, string name, List<Note> notes, TimeSpan? silence = null, TimeProvider? time = null, int cap = MaxBytes, CancellationToken cancel = default)
    {
        var (bytes, cut) = await BytesAsync(stream, name, notes, silence ?? Silence, time ?? TimeProvider.System, cap, cancel).ConfigureAwait(false);
        var text = Decode(bytes.Span, cut, name, notes);
        if (string.IsNullOrWhiteSpace(text) && !notes.Exists(n => n.Code == "TT010" && n.Place.File == name)) notes.Add(Notes.Empty(new Place(name)));
        return text;
    }

    private static async Task<(ReadOnlyMemory<byte> Bytes, bool Cut)> BytesAsync(
        Stream stream, string name, List<Note> notes, TimeSpan silence, TimeProvider time, int cap, CancellationToken cancel)
    {
        var all = new ArrayBufferWriter<byte>();
        // The buffer is never used again after a silent read: that read may still write to it.
        var buffer = new byte[64 * 1024];
        try
        {
            while (all.WrittenCount <= cap)
            {
                // A pipe's read cannot be cancelled, only left; Task.Run because some streams block before their first await.
                var read = await Task.Run(() => stream.ReadAsync(buffer, cancel).AsTask(), cancel).WaitAsync(silence, time, cancel).ConfigureAwait(false);
                if (read == 0) return (all.WrittenMemory, false);
                all.Write(buffer.AsSpan(0, read));
            }
        }
        catch (TimeoutException)
        {
            notes.Add(Notes.WentSilent(new Place(name), silence.TotalSeconds));
            return (all.WrittenMemory, false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException or ObjectDisposedException)
        {
            notes.Add(Notes.CannotRead(new Place(name), InputFile.Why(e)));
            return (all.WrittenMemory, false);
        }

        notes.Add(Notes.TooLarge(new Place(name), cap / (1024 * 1024)));
        return (all.WrittenMemory[..cap], true);
    }

    /// <summary>UTF-8, or UTF-16 and UTF-32 with a byte order mark. Bytes that are neither become U+FFFD, with one note.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, bool cut, string name, List<Note> notes)
    {
        var (encoding, mark) = Marked(bytes);
        bytes = bytes[mark..];
        if (cut) bytes = bytes[..^Torn(bytes, encoding)];
        var text = encoding.GetString(bytes);
        if (encoding == Encoding.UTF8 && FirstBad(bytes) is { } bad) notes.Add(Notes.NotUtf8(new Place(name, Line(bytes[..bad]))));
        if (text.IndexOf('\0') is var nul and >= 0)
        {
            notes.Add(Notes.NullBytes(new Place(name, 1 + text.AsSpan(0, nul).Count('\n'))));
            text = text.Replace('\0', '\uFFFD');
        }

        if (!Readable(text))
        {
            notes.Add(Notes.NotText(new Place(name)));
            return "";
        }

        return Lines(text);
    }

    /// <summary>Some stray bytes are a slip; where every fifth character is none, the whole is a picture, an archive or another encoding.</summary>
    private static bool Readable(string text)
    {
        if (text.Length < 40) return true;
        var none = 0;
        foreach (var c in text)
            if (c == '\uFFFD' || char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f' or '\u001b')) none++;
        return none * 5 < text.Length;
    }

    /// <summary>CRLF and lone CR as LF. Other separators stay: editors do not count them as lines.</summary>
    public static string Lines(string text) =>
        text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;

    private static (Encoding Encoding, int Mark) Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (Encoding.UTF8, 0),
    };

    /// <summary>How many bytes at the end are a piece of a character that the cap cut through.</summary>
    private static int Torn(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        if (encoding != Encoding.UTF8) return bytes.Length % (encoding == Encoding.UTF32 ? 4 : 2);
        for (var n = 1; n <= Math.Min(3, bytes.Length); n++)
            if ((bytes[^n] & 0xC0) != 0x80) return Rune.DecodeFromUtf8(bytes[^n..], out _, out _) == OperationStatus.NeedMoreData ? n : 0;
        return 0;
    }

    private static int? FirstBad(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes)) return null;
        Span<char> chars = new char[4096];
        for (var at = 0; ;)
        {
            var status = Utf8.ToUtf16(bytes[at..], chars, out var read, out _, replaceInvalidSequences: false);
            at += read;
            if (status != OperationStatus.DestinationTooSmall) return at;
        }
    }

    private static int Line(ReadOnlySpan<byte> before)
    {
        var line = 1 + before.Count((byte)'\n');
        for (var i = 0; i < before.Length; i++)
            if (before[i] == '\r' && (i + 1 == before.Length || before[i + 1] != '\n')) line++;
        return line;
    }
}
