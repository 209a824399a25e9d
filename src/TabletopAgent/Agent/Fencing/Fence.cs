namespace TabletopAgent.Agent.Fencing;

/// <summary>Marks text that others wrote as data, so that a model can tell it from what it is asked.</summary>
internal static class Fence
{
    /// <param name="kind">What it is, such as page or timeline.</param>
    public static string Of(string kind, string text) =>
        $"<<<{kind}\n{text.Replace("<<<", "< < <", StringComparison.Ordinal).Replace(">>>", "> > >", StringComparison.Ordinal)}\n>>>";
}
