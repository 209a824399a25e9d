using System.Collections.Concurrent;

namespace TabletopAgent.Hearing;

/// <summary>
/// What was made of a text before: of ten thousand exercises many are read the same cards. Whoever gets a value shares it and must not
/// change it. Long texts do not come
/// twice. Forgets everything once it holds too much, which costs less than keeping count of what is used.
/// </summary>
internal sealed class Memo<T>
    where T : class
{
    private const int Most = 4096, LongestText = 1000;

    private readonly ConcurrentDictionary<string, T> _known = new(StringComparer.Ordinal);
    private int _count;

    public T Of(string text, Func<string, T> make)
    {
        if (text.Length > LongestText) return make(text);
        if (_known.TryGetValue(text, out var known)) return known;
        var made = make(text);
        if (!_known.TryAdd(text, made) || Interlocked.Increment(ref _count) <= Most) return made;
        Volatile.Write(ref _count, 0);
        _known.Clear();
        return made;
    }
}
