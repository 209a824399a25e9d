using System.Globalization;

namespace TabletopAgent.Store;

/// <summary>The right to write a log. It dies with its process, however that ends; beside it stands who holds it.</summary>
internal sealed class LogLock : IDisposable
{
    private readonly FileStream _lock;
    private readonly string _holder;

    private LogLock(FileStream @lock, string holder) => (_lock, _holder) = (@lock, holder);

    /// <returns>The lock, or null and who has it.</returns>
    public static LogLock? Take(string log, TimeProvider time, out string holder)
    {
        // A locked file cannot be read through .NET, so the name of its holder stands in another.
        var (locked, named) = (log + ".lock", log + ".holder");
        FileStream taken;
        try
        {
            // Left in place when released: a lock on a file that is deleted and made anew would be two locks.
            taken = new FileStream(locked, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException) when (File.Exists(locked))
        {
            holder = Read(named);
            return null;
        }

        holder = string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName} since {time.GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC");
        try
        {
            File.WriteAllText(named, holder);
            return new LogLock(taken, named);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        try
        {
            File.Delete(_holder);
        }
        finally
        {
            _lock.Dispose();
        }
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file) is { Length: > 0 } named ? named : "another process";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }
}
