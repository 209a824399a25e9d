using System.Globalization;

namespace TabletopAgent.Agent;

/// <summary>What one answer of the model took.</summary>
internal sealed class Usage
{
    private readonly List<string> _calls = [];

    public long Sent { get; private set; }
    public long Received { get; private set; }

    /// <summary>Whether the server counted; else the tokens are guessed.</summary>
    public bool Counted { get; private set; }

    public int Requests { get; set; }
    public TimeSpan? FirstToken { get; set; }
    public TimeSpan Whole { get; set; }
    public Note? Ill { get; set; }
    public IReadOnlyList<string> Calls => _calls;

    public void Called(string tool) => _calls.Add(tool);

    public void Count(long sent, long received) => (Sent, Received, Counted) = (Sent + sent, Received + received, true);

    public void Guess(long sent, long received)
    {
        if (!Counted) (Sent, Received) = (sent, Math.Max(Received, received));
    }

    /// <summary>In the currency the prices are in; null where no prices are configured.</summary>
    public double? Cost(ModelSettings settings) =>
        settings is { PriceIn: { } priceIn, PriceOut: { } priceOut } ? (Sent * priceIn + Received * priceOut) / 1_000_000 : null;

    public string Say(ModelSettings settings)
    {
        var tokens = $"{(Counted ? "" : "about ")}{Sent} tokens sent, {Received} received";
        var time = $"first token {(FirstToken is { } first ? Seconds(first) : "never")}, all {Seconds(Whole)}";
        var cost = Cost(settings) is { } c ? $", cost {c.ToString("0.######", CultureInfo.InvariantCulture)}" : "";
        var tools = Calls.Count > 0 ? $", tools: {string.Join(", ", Calls)}" : "";
        return $"{tokens}, {Requests} request(s), {time}{cost}{tools}{(Ill is { } ill ? $", ill: {ill.Code}" : "")}";
    }

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s";
}
