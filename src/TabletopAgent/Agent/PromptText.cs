using Microsoft.SemanticKernel;

namespace TabletopAgent.Agent;

/// <summary>What a model would be sent, for people to read.</summary>
internal static class PromptText
{
    public static void Write(TextWriter to, Briefing briefing, Sitting sitting, Speaker speaker, ModelSettings model)
    {
        var turn = new Turn(speaker, "(what you type)", []);
        foreach (var message in briefing.Messages(sitting, turn, (int)(model.ContextTokens / 2))) to.Write($"[{message.Role}]\n{message.Text}\n\n");
        to.Write("[tools]\n");
        foreach (var plugin in ModelLine.Tools(sitting, turn, _ => { }).OrderBy(p => p.Name, StringComparer.Ordinal))
            foreach (var tool in plugin.OrderBy(f => f.Name, StringComparer.Ordinal))
                to.Write($"{plugin.Name}-{tool.Name}({string.Join(", ", tool.Metadata.Parameters.Select(p => p.IsRequired ? p.Name : $"{p.Name}?"))}): {tool.Description}\n");
    }
}
