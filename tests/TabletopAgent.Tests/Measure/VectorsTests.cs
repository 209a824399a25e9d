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
        Assert.StartsWith("\uFFFD", Vectors.Of([e], []).ModelFor(null));
    }

    [Theory]
    [InlineData("bge", "bge@2")]
    [InlineData("bge@2", "bge@2")]
    [InlineData(null, null)] // two embedders: no guess
    [InlineData("ada", null)]
    public void Texts_are_looked_up_with_the_model_of_the_probe(string? model, string? found)
    {
        var vectors = Vectors.Of([Of("q", "[1,0]", """{"name":"bge","rev":"2"}"""), Of("q", "[0,1]", "\"e5\"")], []);
        Assert.Equal(found, vectors.ModelFor(model));
        Assert.Null(vectors.Find(found, "another text"));
    }
}
