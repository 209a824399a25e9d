namespace TabletopAgent.Agent.Grounding;

/// <summary>What a word can do in a claim.</summary>
[Flags]
internal enum Cat
{
    None = 0,

    /// <summary>Joins other words.</summary>
    Glue = 1 << 0,

    /// <summary>What a conversation is about; says nothing about how things stand.</summary>
    Talk = 1 << 1,

    /// <summary>How an instruction begins.</summary>
    Verb = 1 << 2,

    /// <summary>A thing of the system: fine in advice and questions, a claim in a statement.</summary>
    Work = 1 << 3,
    Aux = 1 << 4,
    Past = 1 << 5,
    Modal = 1 << 6,

    /// <summary>Opens what is not said as a fact.</summary>
    If = 1 << 7,

    /// <summary>Opens what is expected, or what would prove or refute.</summary>
    Cue = 1 << 8,
    You = 1 << 9,

    // From here on a word claims something, and must be borne out.
    Metric = 1 << 10,
    Stat = 1 << 11,
    Phase = 1 << 12,
    Bar = 1 << 13,
    Compare = 1 << 14,
    Move = 1 << 15,
    Verdict = 1 << 16,
    Not = 1 << 17,
    Quant = 1 << 18,
    Unit = 1 << 19,
    Layer = 1 << 20,
    Confidence = 1 << 21,
    Rank = 1 << 22,
    Word = 1 << 23,
    Role = 1 << 24,
    Kind = 1 << 25,
    Say = 1 << 26,
    Deed = 1 << 27,
    Staffed = 1 << 28,

    /// <summary>A page, a section or an address, a person, a thing with a name, a number, a time, a quotation: see <see cref="Lexeme.Form"/>.</summary>
    Named = 1 << 29,

    /// <summary>A comma, a colon, a bracket.</summary>
    Stop = 1 << 30,
}

/// <summary>What a lexeme is that no lexicon holds.</summary>
internal enum Form
{
    Word,
    Page,
    Url,
    Person,
    Entity,
    Number,
    Time,
    Quote,
    Stop,

    /// <summary>Not understood.</summary>
    Unknown,
}

/// <summary>A word, or several that belong together, with all it can mean.</summary>
/// <param name="Text">As written.</param>
/// <param name="Senses">What it can mean; a sense's value is its key in the lexicon.</param>
internal sealed record Lexeme(Form Form, string Text, IReadOnlyList<(Cat Cat, string Value)> Senses)
{
    /// <summary>Page or section id, address, person, entity, the words of a quotation, the sign of a stop.</summary>
    public string Value { get; init; } = "";

    public Quantity? Quantity { get; init; }

    public TimeSpoken? Time { get; init; }

    /// <summary>All it can mean at once.</summary>
    public Cat Cats { get; } = Senses.Aggregate(Cat.None, (all, s) => all | s.Cat);

    public bool Is(Cat cat) => (Cats & cat) != 0;

    public string? Of(Cat cat)
    {
        foreach (var (c, value) in Senses)
            if ((c & cat) != 0) return value;
        return null;
    }

    /// <summary>Means nothing that would have to be borne out.</summary>
    public bool Harmless => Form == Form.Stop || Form == Form.Word && !Is(Cat.Verdict) && Is(Cat.Glue | Cat.Talk | Cat.Verb | Cat.Aux | Cat.Past | Cat.Modal | Cat.If | Cat.Cue | Cat.You | Cat.Work);
}

/// <summary>A number as somebody wrote it.</summary>
/// <param name="Decimals">How many are shown.</param>
/// <param name="Unit">min, s, ms, h, %, points, × or what is counted; null where none is said.</param>
internal sealed record Quantity(double Value, int Decimals, string? Unit);

/// <summary>A time of day, a day or both, as somebody wrote it; UTC.</summary>
internal sealed record TimeSpoken(DateOnly? Day, TimeOnly? Clock, bool Seconds)
{
    public bool Fits(DateTimeOffset at)
    {
        var utc = at.UtcDateTime;
        if (Day is { } day && DateOnly.FromDateTime(utc) != day) return false;
        return Clock is not { } clock || (utc.Hour, utc.Minute) == (clock.Hour, clock.Minute) && (!Seconds || utc.Second == clock.Second);
    }
}
