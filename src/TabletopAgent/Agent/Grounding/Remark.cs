using System.Text;

namespace TabletopAgent.Agent.Grounding;

/// <summary>The code's own sentence in place of a struck one.</summary>
internal static class Remark
{
    /// <summary>Where a text ends that closes with this remark: the space behind it was before a sentence that is gone too.</summary>
    public static int End(StringBuilder text, string remark)
    {
        var end = text.Length;
        while (end > 0 && text[end - 1] == ' ') end--;
        return end >= remark.Length && text.ToString(end - remark.Length, remark.Length) == remark ? end : text.Length;
    }
}
