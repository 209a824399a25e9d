namespace TabletopAgent.Knowledge;

/// <summary>The layer of a foreign page: that of our page that stands for it, else of the longest folder named in folders.yaml, else none.</summary>
internal sealed class FolderLayers
{
    private readonly Dictionary<string, string> _byPath = new(StringComparer.Ordinal);
    private readonly List<(string Prefix, string Layer)> _byFolder = [];

    public FolderLayers(IEnumerable<Page> ours, KnowledgeFile? folders, List<Note> notes)
    {
        foreach (var page in ours)
            foreach (var path in page.Upstream)
                if (page.Layer is not null) _byPath.TryAdd(path, page.Layer);
        if (folders is null || Yaml.Read(folders.Text, folders.File, 0, notes) is not { } yaml) return;
        foreach (var (prefix, layer) in yaml.Pairs("folders"))
        {
            if (Layers.Known(layer)) _byFolder.Add((prefix.TrimEnd('/'), layer));
            else notes.Add(Notes.UnknownLayer(new Place(folders.File, yaml.Line), layer, Text.Words.Nearest(layer, Layers.All)));
        }

        _byFolder.Sort((a, b) => b.Prefix.Length.CompareTo(a.Prefix.Length));
    }

    public string? Of(string id)
    {
        if (_byPath.TryGetValue($"{id}.md", out var layer)) return layer;
        foreach (var (prefix, named) in _byFolder)
            if (id.StartsWith(prefix, StringComparison.Ordinal) && (id.Length == prefix.Length || id[prefix.Length] == '/')) return named;
        return null;
    }
}
