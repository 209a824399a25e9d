namespace TabletopAgent.Measure;

/// <summary>When a probe was taken. The latest phase recorded is the one that is judged.</summary>
internal enum Phase
{
    Baseline,
    Inject,
    Post,
}

/// <summary>How the answers to one question behave over paraphrases and seeds; written → ← &lt;&gt; ×.</summary>
internal enum LambdaState
{
    Convergent,
    Divergent,
    Recursive,
    Chaotic,
}

/// <summary>Character offsets in a document: start counts, end does not.</summary>
internal readonly record struct Span(int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>The text that a question should lead to.</summary>
/// <param name="Doc">The document, where the record names it; else it is taken from the section or from what was retrieved.</param>
/// <param name="Rev">Revision of that document; offsets of another revision mean nothing.</param>
/// <param name="Vec">Embedding of the text, by the probe's model.</param>
internal sealed record Expected(string? Doc, string? Text, Span? Span, string? Rev, double[]? Vec);

/// <summary>A section that looks right and is wrong.</summary>
internal sealed record Decoy(string? Section, string? Text, double[]? Vec);

/// <summary>One piece of retrieved text.</summary>
internal sealed record Chunk(string? Id, string? Doc, string? Section, string? Rev, string? Text, Span? Span, double? Score);

/// <summary>One recorded pass of a question through retrieval, and perhaps through the model.</summary>
/// <param name="K">How many pieces retrieval was asked for.</param>
/// <param name="Retrieved">In prompt order. Empty: nothing was found. Null: not recorded.</param>
/// <param name="RetrievedVec">Embedding of the retrieved texts joined by an empty line.</param>
/// <param name="Citations">Empty: nothing was cited. Null: not recorded.</param>
/// <param name="Error">Error, timeout or invalid JSON, as recorded; null where the run went well.</param>
internal sealed record Run(
    int? Paraphrase, int? Seed, int? K, string? Question, double[]? QuestionVec, IReadOnlyList<Chunk>? Retrieved, double[]? RetrievedVec,
    IReadOnlyList<string>? Citations, string? Answer, double[]? AnswerVec, bool Refused, string? Error)
{
    /// <summary>What the built-in embedder hears in its texts; null where vectors were recorded or texts were not.</summary>
    public TextStress? Heard { get; init; }

    /// <summary>Retrieved texts in prompt order with an empty line between; null unless each is recorded.</summary>
    public string? Joined => Retrieved is { Count: > 0 } chunks && chunks.All(c => c.Text is not null) ? string.Join("\n\n", chunks.Select(c => c.Text)) : null;
}

/// <summary>One question of the gold set, as it was recorded in one phase.</summary>
/// <param name="Section">The expected section, a dotted anchor such as <c>benefits.pto.rules</c>.</param>
/// <param name="ReportedDeltaS">A number somebody wrote down, 0 to 1; taken where nothing can be computed, and marked unverified.</param>
/// <param name="ReportedCoverage">The same for coverage.</param>
/// <param name="ReportedLambda">The same for λ.</param>
/// <param name="Answerable">False where the right answer is a refusal.</param>
/// <param name="Runs">Sorted by paraphrase, seed and k.</param>
internal sealed record Probe(
    Place Place, Phase Phase, string Id, string? Question, string? Section, double? ReportedDeltaS, double? ReportedCoverage,
    LambdaState? ReportedLambda, IReadOnlyList<string> Citations, string? Family, string? Metric, string? Analyzer, Expected? Expected,
    Decoy? Decoy, bool Answerable, string? Topic, string? EmbedModel, string? Color, string? Region, IReadOnlyList<Run> Runs)
{
    /// <summary>The embedder, <c>name@rev</c>, that ΔS was computed with from the texts; null where the record's vectors or number count.</summary>
    public string? Recomputed { get; init; }

    /// <summary>Whether the log has vectors that were fetched outside: no other embedder hears the texts then.</summary>
    public bool Fetched { get; init; }

    /// <summary>Embedding of the question, fetched outside.</summary>
    public double[]? QuestionVec { get; init; }

    /// <summary>Whether the record holds vectors of its own.</summary>
    public bool OwnVectors => Expected?.Vec is not null || Runs.Any(r => r.QuestionVec is not null || r.RetrievedVec is not null);

    /// <summary>What was worked out of it; <see cref="ProbeValues"/> puts it here and no one else looks.</summary>
    public ProbeWorth Worth { get; } = new();
}

/// <summary>Follows from the probe it is kept with, and so tells no two probes apart.</summary>
internal sealed class ProbeWorth
{
    public object? Of { get; set; }

    public override bool Equals(object? obj) => obj is ProbeWorth;

    public override int GetHashCode() => 0;
}
