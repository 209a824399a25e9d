namespace TrainEmbedder;

/// <summary>All that decides what the model becomes, besides its inputs. What was tried and why these stand here is in the model card.</summary>
internal static class Recipe
{
    public const int Seed = 1;

    // The shape: as much as fits in 12 MB at four bits a number.
    public const int Dim = 384;
    public const int Words = 49_000;
    public const int Buckets = 9_500;

    /// <summary>What the parts of a word count beside the word itself.</summary>
    public const double PartShare = 1.2;

    /// <summary>A word that makes up this share of all words starts at half the weight of a rare one.</summary>
    public const double Frequent = 3e-4;

    /// <summary>See <see cref="TabletopAgent.Embedding.ModelSizes"/>; set so that matched pairs fall under 0.45 and few over 0.60.</summary>
    public const int Half = 50, Common = 250_000;

    // Headings and sections: each belongs to its own and to no other of its batch.
    public const int Epochs = 8, Batch = 1024;
    public const double Scale = 20, LastScale = 10;
    public const double Rate = 0.05, LastRate = 0.01, WeightRate = 0.02;

    /// <summary>A section is learned by its first words, or by a random run of them so often.</summary>
    public const int SectionWords = 80, ShortestRun = 20;
    public const double RandomRun = 0.3;

    /// <summary>How often a word is left out, or heard as if it were unknown.</summary>
    public const double Drop = 0.03, DropLikeness = 0.1, Unheard = 0.05;

    // Sentences that people compared: one batch after each batch of headings.
    public const int LikenessBatch = 256;
    public const double LikenessRate = 0.01, LastLikenessRate = 0.002;

    /// <summary>The cosine of two sentences that people gave 0 of 5.</summary>
    public const double Unlike = 0.1;

    /// <summary>The model is the mean of what it was, every so many steps, in the last part of the training.</summary>
    public const double AverageFrom = 0.6;
    public const int AverageEvery = 16;
}
