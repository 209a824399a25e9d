using System.Text.Json;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Measure;

public sealed class VectorsTests
{
    [Theory]
    [InlineData("[1,2.5,-3]", 3)]
    [InlineData("null", null)]
    [InlineData("[]", null, "is empty")]
    [InlineData("[0,0.0,-0]", null, "is all zeros")]
    [InlineData("[1,1e999]", null, "no finite number")]
    [InlineData("[1,\"NaN\"]", null, "no finite number")]
    [InlineData("[1,null]", null, "no finite number")]
    [InlineData("\"[1,2]\"", null, "no list of numbers")]
    [InlineData("{}", null, "no list of numbers")]
    public void A_vector_is_finite_numbers_that_are_not_all_zero(string json, int? length, string? note = null)
    {
        var notes = new List<Note>();
        Assert.Equal(length, Vectors.Read(JsonElement.Parse(json), "question_vec", new Place("f", 1), notes)?.Length);
        Assert.Equal(note is null ? 0 : 1, notes.Count);
        if (note is not null) Assert.Contains(note, notes[0].Text, StringComparison.Ordinal);
    }

    private static TabletopAgent.Exercises.Event Of(string text, string vector, string embedder = "\"bge\"") =>
        Make.Event($$"""{"text_hash":"{{Vectors.Hash(text).ToUpperInvariant()}}","embedder":{{embedder}},"vector":{{vector}}}""", type: "vectors");

    [Fact]
    public void Vectors_in_the_log_stand_in_for_those_the_probe_does_not_hold()
    {
        // question (1, 0); the two pieces joined by an empty line (0.6, 0.8): ΔS 0.4. The expected text (0, 1): 1 − 0.8 = 0.2.
        var vectors = Vectors.Of([Of("q", "[1,0]"), Of("one\n\ntwo", "[0.6,0.8]"), Of("there", "[0,1]")], []);
        var e = Make.Event("""{"probe_id":"p","question":"q","expected":{"text":"there"},"runs":[{"retrieved":[{"text":"one"},{"text":"two"}]}]}""");
        var ds = DeltaS.OfProbe(ProbeReader.Read(e, [], vectors: vectors));
        Assert.Equal((0.4, 0.2, "bge"), (Numbers.Round(ds.Value), Numbers.Round(ds.Anchor), ds.Model));
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"name\":\"\\ud800\",\"rev\":\"\\udfff\"}")]
    public void Half_a_character_in_a_name_is_a_name(string embedder)
    {
        var e = new TabletopAgent.Exercises.Event("vectors", null, default, new Dictionary<string, JsonElement>
        {
            ["text_hash"] = JsonElement.Parse("\"ab\""), ["embedder"] = JsonElement.Parse(embedder), ["vector"] = JsonElement.Parse("[1]"),
        });
        Assert.True(Vectors.Of([e], []).Any);
    }

    [Theory]
    [InlineData("bge", "bge@2")]
    [InlineData("bge@2", "bge@2")]
    [InlineData("e5", "e5")]
    [InlineData("bge@1", "e5")] // no such revision: another's
    [InlineData("ada", "e5")] // of those that have its texts, the one that has most
    [InlineData(null, "e5")]
    public void Texts_are_looked_up_with_the_model_of_the_probe_else_with_the_one_that_has_most(string? model, string found)
    {
        var vectors = Vectors.Of([Of("q", "[1,0]", """{"name":"bge","rev":"2"}"""), Of("q", "[0,1]", "\"e5\""), Of("r", "[0,1]", "\"e5\"")], []);
        var probe = ProbeReader.AsRecorded(Make.Event($$"""{"probe_id":"p","question":"q",{{(model is null ? "" : $"\"embed_model\":\"{model}\",")}}"runs":[{"retrieved":[{"text":"r"}]}]}"""));
        Assert.Equal(found, vectors.ModelFor(probe));
        Assert.Null(vectors.Find(found, "another text"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"embed_model\":\"ada\",")]
    public void Vectors_of_the_record_never_meet_those_of_another_model(string model)
    {
        var vectors = Vectors.Of([Of("q", "[1,0]"), Of("r", "[0,1]")], []);
        var e = Make.Event($$"""{"probe_id":"p","question":"q",{{model}}"runs":[{"question_vec":[1,0],"retrieved":[{"text":"r"}]}]}""");
        Assert.Null(vectors.ModelFor(ProbeReader.AsRecorded(e)));
        Assert.Null(DeltaS.OfProbe(ProbeReader.Read(e, [], vectors: vectors)).Value);
    }

    [Fact]
    public void A_vector_that_was_asked_for_and_did_not_come_leaves_its_text_unmeasured()
    {
        var asked = Make.Event($$"""{"text_hash":"{{Vectors.Hash("q")}}","embedder":"bge"}""", type: "vectors");
        var probe = Make.Event("""{"probe_id":"p","question":"the index was restored","runs":[{"retrieved":[{"text":"the index was restored"}]}]}""");
        Assert.Null(ProbeBoard.Of([probe, asked], Make.Targets).Latest!.DsMedian);
    }

    [Theory]
    [InlineData("""{"question":"q"}""")]
    [InlineData("""{"question":"q","runs":[{"retrieved":[{"doc":"d"}]}]}""")]
    [InlineData("""{"question":"q","runs":[{"retrieved":[]}]}""")]
    [InlineData("""{"question":"q","runs":[{"question_vec":[1],"retrieved":[{"text":"r"}]}]}""")]
    [InlineData("""{"question":"q","runs":[{"retrieved":[{"text":"r"}]}]}""", "q", "r")]
    [InlineData("""{"question":"q","runs":[{"question":"p","answer":"a","retrieved":[{"text":"r"},{"text":"s"}]}]}""", "p", "r\n\ns", "a")]
    [InlineData("""{"question":"q","expected":{"text":"e"},"decoy":{"text":"d"}}""", "q", "e")]
    [InlineData("""{"question":"q","decoy":{"text":"d"},"runs":[{"retrieved":[{"text":"r"}]}]}""", "q", "r", "d")]
    public void Vectors_are_wanted_for_the_texts_that_a_measure_needs(string probe, params string[] texts) =>
        Assert.Equal(texts, Vectors.Wanted(Make.Event(probe)).Distinct());

    [Fact]
    public void A_name_is_read_back_as_it_was_written()
    {
        foreach (var embedder in new (string, string?)[] { ("bge", "2"), ("bge", null) })
            Assert.Equal(embedder.Item2 is null ? "bge" : "bge@2", Vectors.Model(JsonSerializer.SerializeToElement(Vectors.Named(embedder))));
    }
}
