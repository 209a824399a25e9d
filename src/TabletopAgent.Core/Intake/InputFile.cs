namespace TabletopAgent.Intake;

/// <summary>Opens what people name on the command line. What cannot be opened is a note, and so is a pipe at which nobody writes.</summary>
internal static class InputFile
{
    /// <returns>A stream to read and dispose of, or null with a note.</returns>
    public static async Task<Stream?> OpenAsync(string path, List<Note> notes, TimeSpan? silence = null, TimeProvider? time = null, CancellationToken cancel = default)
    {
        var place = new Place(path);
        if (Directory.Exists(path))
        {
            notes.Add(Notes.IsDirectory(place));
            return null;
        }

        var wait = silence ?? TextInput.Silence;
        // Opening a pipe blocks until somebody opens its other end.
        var opening = Task.Run<Stream>(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 64 * 1024), cancel);
        try
        {
            return await opening.WaitAsync(wait, time ?? TimeProvider.System, cancel).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            notes.Add(Notes.WentSilent(place, wait.TotalSeconds));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or System.Security.SecurityException)
        {
            notes.Add(Notes.CannotRead(place, Why(e)));
        }

        return null;
    }

    /// <summary>Opens and reads a file as text, "" with a note where that fails.</summary>
    public static async Task<string> ReadAsync(string path, List<Note> notes, TimeSpan? silence = null, TimeProvider? time = null, CancellationToken cancel = default)
    {
        var stream = await OpenAsync(path, notes, silence, time, cancel).ConfigureAwait(false);
        if (stream is null) return "";
        var silent = notes.Count;
        var text = await TextInput.ReadAsync(stream, path, notes, silence, time, cancel: cancel).ConfigureAwait(false);
        // A stream that went silent still has a read waiting on it; closing would wait for that read.
        if (!notes.Skip(silent).Any(n => n.Code == "TT005")) await stream.DisposeAsync().ConfigureAwait(false);
        return text;
    }

    /// <summary>What went wrong, in words of people and without the path, which the place names already.</summary>
    public static string Why(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException or System.Security.SecurityException => "you may not read it",
        PathTooLongException => "the name is too long",
        InvalidDataException => "the compressed data is damaged",
        ArgumentException => "this is no file name",
        _ => e.Message.TrimEnd('.'),
    };
}
