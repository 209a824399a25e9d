namespace TabletopAgent.Knowledge;

/// <summary>The closed list of twelve failing layers, in the order that breaks ties.</summary>
internal static class Layers
{
    public static readonly string[] All =
    [
        "routing", "cache", "queue-and-writes", "compute-capacity", "secrets-and-config", "deploy-and-boot", "vector-index",
        "retrieval-and-chunking", "reasoning-and-prompt", "agents-and-memory", "safety", "observability",
    ];

    /// <summary>Areas in which an action can be taken; the change event has the same.</summary>
    public static readonly string[] Areas = ["routing", "cache", "queue", "index", "secret", "deploy", "capacity", "egress"];

    public static int Order(string layer) => Array.IndexOf(All, layer) is var i and >= 0 ? i : All.Length;

    public static bool Known(string layer) => All.Contains(layer, StringComparer.Ordinal);
}
