using System.Runtime.CompilerServices;

namespace TabletopAgent.Exercises;

/// <summary>Keeps many short runs in few arrays, so that a million lines are not millions of objects. What is kept holds its whole array.</summary>
internal sealed class Arena<T>
{
    // Small for a small log, and never so large that the collector keeps it apart.
    private static readonly int Largest = 64 * 1024 / Unsafe.SizeOf<T>(), First = Largest / 16;

    private T[] _block = [];
    private int _used;

    public ArraySegment<T> Keep(ReadOnlySpan<T> run)
    {
        if (_block.Length - _used < run.Length)
        {
            _block = GC.AllocateUninitializedArray<T>(Math.Max(run.Length, Math.Clamp(2 * _block.Length, First, Largest)));
            _used = 0;
        }

        run.CopyTo(_block.AsSpan(_used));
        _used += run.Length;
        return new ArraySegment<T>(_block, _used - run.Length, run.Length);
    }
}
