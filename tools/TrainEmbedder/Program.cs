using System.Diagnostics;
using TabletopAgent.Embedding;
using TrainEmbedder;

// dotnet run -c Release --project tools/TrainEmbedder [-- FILE [THREADS]] trains the built-in embedder from nothing and writes its model
// file, here over the shipped one. The same bytes come out at any number of threads on one type of machine.
var root = new DirectoryInfo(AppContext.BaseDirectory);
while (root is not null && !File.Exists(Path.Combine(root.FullName, "TabletopAgent.sln"))) root = root.Parent;
if (root is null || Inputs.Folder(root.FullName) is not { } folder)
{
    Console.Error.WriteLine("could not run: the training data is not here; set TABLETOP_SHARED to the folder that holds data/embedding");
    return 3;
}

// -- calibrate leaves the model as it is and measures its bars anew.
if (args is ["calibrate"])
{
    Calibrated.Write(Inputs.Read(folder), Embedder.Shared, Path.Combine(root.FullName, "src", "TabletopAgent.Core", "Embedding"));
    return 0;
}

var file = args.Length > 0 ? args[0] : Path.Combine(root.FullName, "src", "TabletopAgent.Core", "Embedding", "builtin.model");
var threads = args.Length > 1 ? int.Parse(args[1]) : Environment.ProcessorCount;
var clock = Stopwatch.StartNew();
var inputs = Inputs.Read(folder);
var corpus = new Corpus(inputs);
Say($"{corpus.Pairs.Length} headings, {corpus.Likeness.Length} compared sentences, {corpus.Words.Length} words, {threads} threads");
var table = Training.Run(corpus, threads, Say);
File.WriteAllBytes(file, Pack.Bytes(table, corpus));
var embedder = Embedder.Load(file);
Say($"{file}: {new FileInfo(file).Length:N0} bytes, {embedder.Name}@{embedder.Rev}");
Calibrated.Write(inputs, embedder, Path.GetDirectoryName(Path.GetFullPath(file))!);
Say(Scores.Of(inputs, embedder.Embed, Scores.Cosine).ToString());
return 0;

void Say(string text) => Console.WriteLine(FormattableString.Invariant($"{clock.Elapsed.TotalSeconds,6:0.0} s  {text}"));
