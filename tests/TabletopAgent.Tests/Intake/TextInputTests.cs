using System.IO.Pipes;
using System.Text;
using TabletopAgent.Intake;

namespace TabletopAgent.Tests.Intake;

public sealed class TextInputTests
{
    private readonly List<Note> _notes = [];

    private string Codes => string.Join(' ', _notes.Select(n => n.Code));

    private Task<string> Read(byte[] bytes, int cap = TextInput.MaxBytes) => TextInput.ReadAsync(new MemoryStream(bytes), "in.txt", _notes, cap: cap);

    public static TheoryData<byte[], string, string> Encodings => new()
    {
        { Encoding.UTF8.GetBytes("ΔS\r\nx\ry"), "ΔS\nx\ny", "" },
        { [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("ΔS")], "ΔS", "" },
        { [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("ΔS")], "ΔS", "" },
        { [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("ΔS")], "ΔS", "" },
        { [.. "a\nb"u8, 0xE9, .. "c"u8], "a\nb\uFFFDc", "TT001" },
        { [.. "a\0b"u8], "a\uFFFDb", "TT008" },
        { [], "", "TT006" },
        { [.. " \n "u8], " \n ", "TT006" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Bytes_become_text_and_doubts_become_notes(byte[] bytes, string text, string codes)
    {
        Assert.Equal(text, await Read(bytes));
        Assert.Equal(codes, Codes);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_named_by_their_first_line()
    {
        await Read([.. "one\r\ntwo\rthree "u8, 0xFF, .. "\nfour "u8, 0xFF]);
        Assert.Equal("in.txt:3", Assert.Single(_notes).Place.ToString());
    }

    [Fact]
    public async Task More_than_the_cap_is_cut_between_two_characters()
    {
        Assert.Equal("abΔ", await Read(Encoding.UTF8.GetBytes("abΔΔΔ"), cap: 5));
        Assert.Equal("TT004", Codes);
    }

    [Fact]
    public async Task Exactly_the_cap_is_not_cut()
    {
        Assert.Equal("abcde", await Read("abcde"u8.ToArray(), cap: 5));
        Assert.Equal("", Codes);
    }

    [Fact]
    public async Task A_pipe_that_goes_silent_is_left_and_what_had_come_is_used()
    {
        var writer = new AnonymousPipeServerStream(PipeDirection.Out);
        var reader = new AnonymousPipeClientStream(PipeDirection.In, writer.GetClientHandleAsString());
        writer.Write("writes fail"u8);
        Assert.Equal("writes fail", await TextInput.ReadAsync(reader, "-", _notes, TimeSpan.FromMilliseconds(200)));
        Assert.Equal("TT005", Codes);
        writer.Dispose();
    }
}
