using TabletopAgent.Embedding;
using TabletopAgent.Measure;
using TabletopAgent.Render;

namespace TrainEmbedder;

/// <summary>The bars of ΔS for the embedder, of the pairs it never learned from; they travel beside its model.</summary>
internal static class Calibrated
{
    public static void Write(Inputs inputs, Embedder embedder, string folder)
    {
        var pairs = inputs.Held.Select((h, i) => RightPair.Of($"{i}", $"{h.Section}", h.Title, h.Text, embedder)).OfType<RightPair>().ToList();
        File.WriteAllText(Path.Combine(folder, "builtin.calibration.json"), CalibrationJson.Of(Calibration.Of(pairs, Targets.Default)!) + "\n");
    }
}
