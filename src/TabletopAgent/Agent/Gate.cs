using TabletopAgent.Agent.Fencing;
using TabletopAgent.Agent.Masking;

namespace TabletopAgent.Agent;

/// <summary>All that goes to the model goes through here, and its answer comes back through here. One gate serves one conversation.</summary>
internal sealed class Gate
{
    private readonly Fence _fence = Fence.New();
    private readonly Masker _masker = new();

    /// <summary>What the model is told about fences.</summary>
    public string Rule => _fence.Rule;

    /// <summary>Text of pages, logs, people and tools: without secrets, and marked as data.</summary>
    public string Data(string kind, string text) => _fence.Of(kind, _masker.Mask(text));

    /// <summary>Without secrets: what is compared with words that the model saw masked.</summary>
    public string Mask(string text) => _masker.Mask(text);

    /// <summary>With personal data back in its place, for people at this machine.</summary>
    public string Reveal(string text) => _masker.Reveal(text);
}
