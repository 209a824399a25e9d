using TabletopAgent.Text;

namespace TabletopAgent.Hearing;

/// <summary>What a text sounds like.</summary>
/// <param name="layers">Margin per label of <see cref="Ear.Labels"/>; above 0 the label is believed.</param>
/// <param name="tone">Margin of fault, healthy and need_data, from how outcomes are told, whatever the subject.</param>
/// <param name="pages">Likeness per page of <see cref="Ear.Pages"/>, 0–1.</param>
internal sealed class Heard(double[] layers, Func<double[]> tone, Func<double[]> pages)
{
    public double[] Layers => layers;

    // Where recorded facts decide nobody asks for these two. Threads that ask at once find the same.
    public double[] Tone => field ??= tone();

    public double[] Pages => field ??= pages();
}

/// <summary>
/// The program's sense for language, learned from the "heard as" lines of the pages: which layer a text sounds like, whether its tone is
/// that of a fault, and which page it is nearest to.
/// </summary>
internal sealed class Ear
{
    public const string Fault = "fault", Healthy = "healthy", NeedData = "need_data";

    private readonly LinearModel _layers;
    private readonly LinearModel _tone;
    private readonly Postings _pages;
    private readonly Memo<Heard> _heard = new();
    private readonly Memo<double[]> _parts = new();

    private Ear(LinearModel layers, LinearModel tone, string[] pages, Postings centroids) => (_layers, _tone, Pages, _pages) = (layers, tone, pages, centroids);

    /// <summary>The layers, then healthy and need_data.</summary>
    public string[] Labels => _layers.Labels;

    public string[] Pages { get; }

    /// <param name="lines">All lines, in a fixed order.</param>
    /// <param name="layers">The layers, in their order; at most 14.</param>
    public static Ear Learn(IReadOnlyList<Example> lines, string[] layers)
    {
        var bySubject = Examples.Of(lines, [.. layers, Healthy, NeedData], Features.Of, pairs: true);
        var byTone = Examples.Of([.. lines.Select(l => l with { Label = l.Label is Healthy or NeedData ? l.Label : Fault })], [Fault, Healthy, NeedData], Features.OfTone, pairs: false);
        var pages = lines.Select(l => l.Page).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return new Ear(LinearModel.Learn(bySubject), LinearModel.Learn(byTone), pages, Centroids(lines, pages, bySubject));
    }

    public Heard Hear(string text) => _heard.Of(text, Listen);

    /// <summary>Only the layers: for parts of a text.</summary>
    public double[] Layers(string text) => _parts.Of(text, part => _layers.Margins(_layers.Rarity.Weigh(Features.Of(part))));

    private Heard Listen(string text)
    {
        var subject = _layers.Rarity.Weigh(Features.Of(text));
        return new Heard(_layers.Margins(subject), () => Tone(text), () => _pages.Cosines(subject, Pages.Length));
    }

    private double[] Tone(string text) => _tone.Margins(_tone.Rarity.Weigh(Features.OfTone(text)));

    /// <summary>The mean of each page's lines.</summary>
    private static Postings Centroids(IReadOnlyList<Example> lines, string[] pages, Examples examples)
    {
        var (vectors, owners) = (new List<Weighed>(), new List<int>());
        foreach (var i in Enumerable.Range(0, lines.Count).Where(i => lines[i].Page is not null).OrderBy(i => lines[i].Page, StringComparer.Ordinal))
        {
            vectors.Add(examples.Rarity.Weigh(examples.Vectors[i]));
            owners.Add(Array.BinarySearch(pages, lines[i].Page, StringComparer.Ordinal));
        }

        return Postings.Build(vectors, owners, examples.Rarity.Count, pages.Length);
    }

    public void Write(BinaryWriter to)
    {
        _layers.Write(to);
        _tone.Write(to);
        Blobs.Write(to, Pages);
        _pages.Write(to);
    }

    public static Ear Read(BinaryReader from) => new(LinearModel.Read(from), LinearModel.Read(from), Blobs.Strings(from), Postings.Read(from));
}
