using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace TabletopAgent.Store;

/// <summary>What a file needs to survive a power cut, beyond what it needs to survive its program.</summary>
internal static class Disk
{
    /// <summary>Makes a new file's name durable: a flushed file whose folder was not flushed can be gone after a power cut.</summary>
    public static void FlushFolder(string folder)
    {
        // NTFS writes names through its journal; and there .NET cannot open a folder either.
        if (OperatingSystem.IsWindows()) return;
        var handle = Open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnly);
        if (handle < 0) throw new IOException($"{folder} cannot be opened: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
        using var owner = new SafeFileHandle(handle, ownsHandle: true);
        // Some file systems (network shares) know no flush of folders; their server does it.
        _ = Flush(handle);
    }

    private const int ReadOnly = 0;

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Flush(int handle);
}
