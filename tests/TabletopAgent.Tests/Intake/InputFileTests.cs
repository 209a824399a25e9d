using System.Diagnostics;
using TabletopAgent.Intake;

namespace TabletopAgent.Tests.Intake;

public sealed class InputFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("intake").FullName;
    private readonly List<Note> _notes = [];

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task A_directory_is_a_note()
    {
        Assert.Equal("", await InputFile.ReadAsync(_folder, _notes));
        Assert.Equal("TT003", Assert.Single(_notes).Code);
    }

    [Theory]
    [InlineData("nothing-here.txt")]
    [InlineData("no/such/folder/file.txt")]
    public async Task A_missing_file_is_a_note(string name)
    {
        Assert.Equal("", await InputFile.ReadAsync(Path.Combine(_folder, name), _notes));
        Assert.Equal("cannot be read: there is no such file.", Assert.Single(_notes).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public async Task A_name_that_is_none_is_a_note(string path)
    {
        Assert.Equal("", await InputFile.ReadAsync(path, _notes));
        Assert.Equal("TT002", Assert.Single(_notes).Code);
    }

    [Fact]
    public async Task A_file_without_permission_is_a_note()
    {
        // Root may read everything, so there is nothing to see as root.
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess) return;
        var path = Path.Combine(_folder, "locked.txt");
        await File.WriteAllTextAsync(path, "x");
        File.SetUnixFileMode(path, UnixFileMode.None);
        Assert.Equal("", await InputFile.ReadAsync(path, _notes));
        Assert.Equal("cannot be read: you may not read it.", Assert.Single(_notes).Text);
    }

    [Fact]
    public async Task A_named_pipe_at_which_nobody_writes_is_left()
    {
        if (OperatingSystem.IsWindows()) return;
        var path = Path.Combine(_folder, "fifo");
        using (var mkfifo = Process.Start("mkfifo", path)) await mkfifo.WaitForExitAsync();
        Assert.Equal("", await InputFile.ReadAsync(path, _notes, TimeSpan.FromMilliseconds(200)));
        Assert.Equal("TT005", Assert.Single(_notes).Code);
        // Opens the other end, so that the waiting thread gets away.
        await using var writer = new FileStream(path, FileMode.Open, FileAccess.Write);
    }
}
