using System.Globalization;
using System.Text.Json;
using TabletopAgent.Exercises;

namespace TabletopAgent.Measure;

/// <summary>Reads a <c>probe</c> event. Nothing throws: what cannot be used becomes null and a note, and null is unmeasured.</summary>
internal sealed class ProbeReader
{
    private static readonly Dictionary<string, LambdaState> Signs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["→"] = LambdaState.Convergent, ["->"] = LambdaState.Convergent, ["-->"] = LambdaState.Convergent, ["⇒"] = LambdaState.Convergent,
        ["=>"] = LambdaState.Convergent, ["convergent"] = LambdaState.Convergent, ["converging"] = LambdaState.Convergent,
        ["←"] = LambdaState.Divergent, ["<-"] = LambdaState.Divergent, ["<--"] = LambdaState.Divergent, ["⇐"] = LambdaState.Divergent,
        ["divergent"] = LambdaState.Divergent, ["diverging"] = LambdaState.Divergent,
        ["<>"] = LambdaState.Recursive, ["<->"] = LambdaState.Recursive, ["↔"] = LambdaState.Recursive, ["⟷"] = LambdaState.Recursive,
        ["⇔"] = LambdaState.Recursive, ["<=>"] = LambdaState.Recursive, ["◇"] = LambdaState.Recursive, ["recursive"] = LambdaState.Recursive,
        ["×"] = LambdaState.Chaotic, ["x"] = LambdaState.Chaotic, ["✕"] = LambdaState.Chaotic, ["✖"] = LambdaState.Chaotic,
        ["chaotic"] = LambdaState.Chaotic, ["chaos"] = LambdaState.Chaotic,
    };

    private readonly Event _event;
    private readonly List<Note> _notes;

    private ProbeReader(Event e, List<Note> notes) => (_event, _notes) = (e, notes);

    /// <param name="phase">The phase of a probe that names none.</param>
    /// <param name="vectors">Takes the place of vectors that the record itself does not hold.</param>
    public static Probe Read(Event e, List<Note> notes, Phase phase = Phase.Inject, Vectors? vectors = null) => new ProbeReader(e, notes).Probe(phase, vectors);

    /// <summary>The record alone: nothing is computed, and what is wrong with it is said elsewhere.</summary>
    public static Probe AsRecorded(Event e) => new ProbeReader(e, []).Recorded(Phase.Inject);

    /// <summary>A state in any spelling found upstream: signs, ASCII, words, HTML-escaped; null where it is none.</summary>
    public static LambdaState? Lambda(string text) =>
        Signs.TryGetValue(text, out var state) || Signs.TryGetValue(System.Net.WebUtility.HtmlDecode(text).Trim().Trim('\uFE0F'), out state) ? state : null;

    private Probe Probe(Phase phase, Vectors? vectors)
    {
        var probe = Recorded(phase);
        // Vectors in the log say which embedder counts; what it has none for is not heard by another.
        return vectors is { Any: true } ? Filled(probe, vectors) : TextStress.Fill(_event, probe, _notes);
    }

    private Probe Recorded(Phase phase)
    {
        var id = Text("probe_id");
        if (string.IsNullOrWhiteSpace(id))
        {
            id = _event.Place.ToString();
            _notes.Add(Notes.MissingProbeId(_event.Place));
        }

        return new Probe(
            _event.Place, Enum.TryParse<Phase>(Text("phase"), true, out var named) && Enum.IsDefined(named) ? named : phase, id,
            Text("question"), Text("expected_section"), Share("ΔS_q_r"), Share("coverage"), ReportedLambda(),
            Texts(Field("citations")) ?? [], Text("index_family"), Text("retriever_metric"), Text("analyzer"),
            ReadExpected(Field("expected")) ?? (Text("expected_text") is { } expected ? new Expected(null, expected, null, null, null) : null), ReadDecoy(Field("decoy")), _event.Flag("answerable") ?? true, Text("topic"),
            Text("embed_model"), Text("color"), Text("region"), Runs());
    }

    private JsonElement? Field(string name) => _event.Fields.TryGetValue(name, out var value) ? value : null;

    private string? Text(string name) => _event.Text(name);

    private double? Share(string field)
    {
        // Nearly all are numbers, and those need no JSON of their own.
        if (_event.Number(field) is { } number and >= 0 and <= 1) return number;
        if (Field(field) is not { } json || json.ValueKind == JsonValueKind.Null) return null;
        double value;
        var read = json.ValueKind switch
        {
            JsonValueKind.Number => json.TryGetDouble(out value),
            JsonValueKind.String => double.TryParse(ProbeFields.Plain(json), NumberStyles.Float, CultureInfo.InvariantCulture, out value),
            _ => (value = 0) != 0,
        };
        if (!read || !double.IsFinite(value)) return Noted(Notes.NotANumber(_event.Place, field, ProbeFields.Plain(json) ?? json.GetRawText()));
        return value is >= 0 and <= 1 ? value : Noted(Notes.OutOfRange(_event.Place, field, value, "0 to 1"));
    }

    private double? Noted(Note note)
    {
        _notes.Add(note);
        return null;
    }

    private LambdaState? ReportedLambda()
    {
        if (Text("λ_state") is { } sign && Lambda(sign) is { } told) return told;
        if (Field("λ_state") is not { } json || json.ValueKind == JsonValueKind.Null) return null;
        _notes.Add(Notes.UnknownLambda(_event.Place, ProbeFields.Plain(json) ?? json.GetRawText()));
        return null;
    }

    private Expected? ReadExpected(JsonElement? json) => json is { ValueKind: JsonValueKind.Object } o
        ? new Expected(o.Text("doc", "doc_id"), o.Text("text"), ReadSpan(o), o.Text("rev"), Vector(o, "vec")) : null;

    private Decoy? ReadDecoy(JsonElement? json) =>
        json is { ValueKind: JsonValueKind.Object } o ? new Decoy(o.Text("section", "section_id"), o.Text("text"), Vector(o, "vec")) : null;

    private List<Run> Runs()
    {
        if (Field("runs") is not { ValueKind: JsonValueKind.Array } json) return Field("retrieved_text") is { } text ? [Flat(text)] : [];
        var runs = new List<Run>();
        foreach (var run in json.EnumerateArray())
        {
            if (run.ValueKind == JsonValueKind.Object) runs.Add(ReadRun(run));
            else _notes.Add(Notes.WrongKind(_event.Place, "runs", "a list of objects { … }", run.ValueKind.ToString().ToLowerInvariant()));
        }

        return SameDimension(runs).OrderBy(r => r.Paraphrase).ThenBy(r => r.Seed).ThenBy(r => r.K).ToList();
    }

    /// <summary>The one run that a flat record can tell of: a row of a table with the text that was retrieved, or a list of the pieces.</summary>
    private Run Flat(JsonElement retrieved)
    {
        Chunk Piece(JsonElement piece) => ProbeFields.Plain(piece) is { } text && text.Contains(' ', StringComparison.Ordinal) ? new Chunk(null, null, null, null, text, null, null) : ReadChunk(piece);
        var pieces = retrieved.ValueKind == JsonValueKind.Array ? retrieved.EnumerateArray().Select(Piece).ToList() : [new Chunk(null, null, null, null, ProbeFields.Plain(retrieved), null, null)];
        return new Run(null, null, null, null, null, pieces, null, null, null, null, false, null);
    }

    private Run ReadRun(JsonElement run)
    {
        var retrieved = run.Get("retrieved") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(ReadChunk).ToList() : null;
        return new Run(
            run.Whole("paraphrase"), run.Whole("seed"), run.Whole("k"), run.Text("question"), Vector(run, "question_vec"), retrieved,
            Vector(run, "retrieved_vec"), Texts(run.Get("citations")), run.Text("answer"), Vector(run, "answer_vec"),
            run.Get("refused")?.ValueKind == JsonValueKind.True, Failure(run.Get("error")));
    }

    /// <summary>ΔS needs equal lengths: the question's vector sets the one of the retrieved text, the first answer that of the others.</summary>
    private IEnumerable<Run> SameDimension(List<Run> runs)
    {
        var answer = runs.Select(r => r.AnswerVec).FirstOrDefault(v => v is not null);
        foreach (var run in runs)
            yield return run with
            {
                RetrievedVec = AsLong(run.RetrievedVec, "retrieved_vec", run.QuestionVec, "question_vec"),
                AnswerVec = AsLong(run.AnswerVec, "answer_vec", answer, "the first answer_vec"),
            };
    }

    private double[]? AsLong(double[]? vector, string field, double[]? like, string likeField)
    {
        if (vector is null || like is null || vector.Length == like.Length) return vector;
        _notes.Add(Notes.BadVector(_event.Place, field, $"has {vector.Length} values and {likeField} has {like.Length}"));
        return null;
    }

    /// <summary>One piece; what cannot be read is still a piece, for a list of unknown things is not an empty one.</summary>
    private Chunk ReadChunk(JsonElement chunk)
    {
        if (ProbeFields.Plain(chunk) is { } name)
        {
            var cited = Citation.Parse(name);
            return new Chunk(name, cited.Doc, cited.Section, null, null, null, null);
        }

        if (chunk.ValueKind != JsonValueKind.Object)
        {
            _notes.Add(Notes.WrongKind(_event.Place, "retrieved", "a list of objects { … }", chunk.ValueKind.ToString().ToLowerInvariant()));
            return new Chunk(null, null, null, null, null, null, null);
        }

        var score = chunk.Get("score") is { ValueKind: JsonValueKind.Number } s && s.TryGetDouble(out var d) && double.IsFinite(d) ? d : (double?)null;
        return new Chunk(
            chunk.Text("id", "chunk_id", "snippet_id"), chunk.Text("doc", "doc_id"), chunk.Text("section", "section_id"), chunk.Text("rev"),
            chunk.Text("text"), ReadSpan(chunk), score);
    }

    /// <summary>[start, end] or {start, end}; both are written upstream.</summary>
    private Span? ReadSpan(JsonElement owner)
    {
        if (owner.Get("span", "offsets") is not { } json || json.ValueKind == JsonValueKind.Null) return null;
        var (start, end) = json.ValueKind switch
        {
            JsonValueKind.Array when json.GetArrayLength() == 2 => (ProbeFields.Whole(json[0]), ProbeFields.Whole(json[1])),
            JsonValueKind.Object => (json.Whole("start"), json.Whole("end")),
            _ => (null, null),
        };
        if (start >= 0 && end >= start) return new Span(start.Value, end.Value);
        _notes.Add(Notes.WrongKind(_event.Place, "span", "[start, end] in characters, 0 or more and in order", json.GetRawText()));
        return null;
    }

    private double[]? Vector(JsonElement owner, string field) =>
        owner.Get(field) is { } json ? Vectors.Read(json, field, _event.Place, _notes) : null;

    private static List<string>? Texts(JsonElement? json) => json is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray().Select(ProbeFields.Plain).OfType<string>().Select(t => t.Trim()).Where(t => t.Length > 0).ToList()
        : null;

    private static string? Failure(JsonElement? error) => error?.ValueKind switch
    {
        null or JsonValueKind.Null or JsonValueKind.False => null,
        JsonValueKind.String => ProbeFields.Plain(error.Value) is { Length: > 0 } text ? text : null,
        _ => error.Value.GetRawText(),
    };

    /// <summary>Vectors kept in the log beside the texts, where the record holds none of its own.</summary>
    private static Probe Filled(Probe probe, Vectors vectors)
    {
        var model = vectors.ModelFor(probe);
        var runs = probe.Runs.Select(r => r with
        {
            QuestionVec = r.QuestionVec ?? vectors.Find(model, r.Question ?? probe.Question),
            RetrievedVec = r.RetrievedVec ?? vectors.Find(model, r.Joined),
            AnswerVec = r.AnswerVec ?? vectors.Find(model, r.Answer),
        }).ToList();
        var (question, expected) = (vectors.Find(model, probe.Question), probe.Expected is { } e ? e with { Vec = e.Vec ?? vectors.Find(model, e.Text) } : null);
        var found = question is not null && expected?.Vec is not null || runs.Exists(r => r is { QuestionVec: not null, RetrievedVec: not null });
        return probe with
        {
            Runs = runs,
            Fetched = true,
            Recomputed = found && !probe.OwnVectors ? model : null,
            QuestionVec = question,
            Expected = expected,
            Decoy = probe.Decoy is { } d ? d with { Vec = d.Vec ?? vectors.Find(model, d.Text) } : null,
        };
    }
}
