using System.Collections.Concurrent;
using Microsoft.Extensions.AI;
using TabletopAgent.Exercises;
using TabletopAgent.Measure;

namespace TabletopAgent.Embedders;

/// <summary>
/// The outside embedder: fetches the vectors of texts, those in the cache without asking, and hands them on as events. Whatever goes wrong
/// is one note, and the texts that have no vector stay unmeasured. A server that failed is left alone for a while.
/// </summary>
/// <param name="cache">Null: nothing is kept.</param>
internal sealed class Outside(EmbedderSettings settings, IEmbeddingGenerator<string, Embedding<float>> generator, VectorCache? cache, TimeProvider clock) : IDisposable
{
    /// <summary>What a server reads at once is limited too; about a quarter of this many tokens.</summary>
    private const int MostCharacters = 400_000;

    private static readonly TimeSpan s_rest = TimeSpan.FromSeconds(30);

    private static readonly Place s_at = new("Embedder");

    private readonly Lock _lock = new();
    private (string Why, DateTimeOffset Until)? _ill;
    private int _length = settings.Dimensions;

    public string Model => settings.Model;

    public (string Name, string? Rev) Identity => (settings.Name, settings.Rev);

    /// <summary>The <c>vectors</c> events that the probes among these still need.</summary>
    public IReadOnlyList<Event> For(IReadOnlyList<Event> events, List<Note> notes)
    {
        var texts = new ProbeTexts();
        foreach (var e in events) texts.Add(e);
        return Events(texts.Wanted, notes);
    }

    /// <summary>One event a text; without a vector where none came, so that no other embedder hears the text.</summary>
    public IReadOnlyList<Event> Events(IEnumerable<string> texts, List<Note> notes)
    {
        var wanted = texts.Distinct(StringComparer.Ordinal).ToList();
        // Nothing here waits for this thread, and the verbs that ask have nothing else to do.
        var found = FetchAsync(wanted, notes, CancellationToken.None).GetAwaiter().GetResult();
        return [.. wanted.Select(t => VectorEvent.Of(Vectors.Hash(t), Identity, found.GetValueOrDefault(t)))];
    }

    /// <returns>A vector of length one for each text that has one.</returns>
    public async Task<IReadOnlyDictionary<string, float[]>> FetchAsync(IReadOnlyList<string> texts, List<Note> notes, CancellationToken stop)
    {
        var fetch = new Fetch();
        var missing = new List<string>();
        foreach (var text in texts.Distinct(StringComparer.Ordinal))
        {
            if (cache?.Find(Vectors.Hash(text)) is not { } known || !Fits(known.Length)) missing.Add(text);
            else fetch.Found[text] = known;
        }

        var of = fetch.Found.Count + missing.Count;
        try
        {
            if (missing.Count > 0 && !(_ill?.Until > clock.GetUtcNow()))
                await Parallel.ForEachAsync(Batches(missing), new ParallelOptions { MaxDegreeOfParallelism = settings.Concurrency, CancellationToken = stop }, (batch, token) => BatchAsync(batch, fetch, token)).ConfigureAwait(false);
        }
        catch (EmbedderIllException e)
        {
            _ill = (e.Message, clock.GetUtcNow() + s_rest);
        }

        var unusable = fetch.Unusable.Values.Sum();
        if (fetch.Found.Count + unusable < of) notes.Add(Notes.EmbedderFailed(s_at, Model, of - fetch.Found.Count - unusable, of, fetch.Refused ?? _ill?.Why ?? ""));
        if (unusable > 0) notes.Add(Notes.VectorsUnusable(s_at, Model, unusable, string.Join(", ", fetch.Unusable.Keys)));
        return fetch.Found;
    }

    public void Dispose() => generator.Dispose();

    private async ValueTask BatchAsync(string[] batch, Fetch fetch, CancellationToken stop)
    {
        try
        {
            Take(batch, await generator.GenerateAsync(batch, cancellationToken: stop).ConfigureAwait(false), fetch);
        }
        catch (EmbedderIllException e) when (e.OfTheseTexts && batch.Length > 1)
        {
            // One text that is too long does not cost the others theirs; where two are refused alone, it is not the texts.
            var refused = 0;
            foreach (var text in batch)
            {
                await BatchAsync([text], fetch, stop).ConfigureAwait(false);
                if (!fetch.Found.ContainsKey(text) && ++refused == 2) throw;
                if (fetch.Found.ContainsKey(text)) refused = int.MinValue;
            }
        }
        catch (EmbedderIllException e) when (e.OfTheseTexts)
        {
            lock (_lock) fetch.Refused = e.Message;
        }
    }

    private void Take(string[] batch, GeneratedEmbeddings<Embedding<float>> came, Fetch fetch)
    {
        for (var i = 0; i < batch.Length; i++)
        {
            var vector = came[i].Vector.ToArray();
            var wrong = Wrong(vector);
            lock (_lock)
            {
                if (wrong is null && !Fits(vector.Length)) wrong = $"{vector.Length} numbers where {_length} are expected";
                if (wrong is not null)
                {
                    fetch.Unusable[wrong] = fetch.Unusable.GetValueOrDefault(wrong) + 1;
                    continue;
                }

                _length = vector.Length;
                fetch.Found[batch[i]] = LengthOne(vector);
            }

            cache?.Keep(Vectors.Hash(batch[i]), fetch.Found[batch[i]]);
        }
    }

    /// <summary>Vectors of two lengths are of two models. The first that comes, or is in the cache, sets it where the settings do not.</summary>
    private bool Fits(int length)
    {
        lock (_lock)
        {
            if (_length == 0) _length = length;
            return _length == length;
        }
    }

    private static string? Wrong(float[] vector) =>
        vector.Length == 0 ? "empty or no list" : !Array.TrueForAll(vector, float.IsFinite) ? "no finite numbers" : Array.TrueForAll(vector, x => x == 0) ? "all zeros" : null;

    private static float[] LengthOne(float[] vector)
    {
        // Scaled by the largest first: no square runs over, none vanishes.
        var (largest, squares) = (vector.Max(x => Math.Abs((double)x)), 0.0);
        foreach (var x in vector) squares += x / largest * (x / largest);
        var length = Math.Sqrt(squares) * largest;
        return Array.ConvertAll(vector, x => (float)(x / length));
    }

    private IEnumerable<string[]> Batches(List<string> texts)
    {
        var (batch, characters) = (new List<string>(), 0);
        foreach (var text in texts)
        {
            if (batch.Count == settings.Batch || batch.Count > 0 && characters + text.Length > MostCharacters)
            {
                yield return [.. batch];
                (batch, characters) = ([], 0);
            }

            batch.Add(text);
            characters += text.Length;
        }

        if (batch.Count > 0) yield return [.. batch];
    }

    private sealed class Fetch
    {
        public ConcurrentDictionary<string, float[]> Found { get; } = new(StringComparer.Ordinal);

        /// <summary>How many vectors of each fault.</summary>
        public SortedDictionary<string, int> Unusable { get; } = new(StringComparer.Ordinal);

        public string? Refused { get; set; }
    }
}
