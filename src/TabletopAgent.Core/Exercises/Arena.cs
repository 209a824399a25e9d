namespace TabletopAgent.Exercises;

/// <summary>Keeps many short runs in few arrays, so that a million lines are not millions of objects. What is kept holds its whole array.</summary>
internal sealed class Arena<T>
{
    private const int First = 1024, Largest = 128 * 1024;

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
