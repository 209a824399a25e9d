using Microsoft.SemanticKernel;
using TabletopAgent.Agent.Grounding;
using TabletopAgent.Agent.Policy;

namespace TabletopAgent.Agent;

/// <summary>
/// Stands between the model and the tools. It asks whether the speaker may, and said so; every result is kept as a source for the
/// reply, cut to what still fits, and fenced.
/// </summary>
/// <param name="worked">Told when a tool has done its work: the model is not silent then.</param>
internal sealed class Auditor(Gate gate, Turn turn, Usage usage, int tokens, Action worked) : IAutoFunctionInvocationFilter
{
    private int _left = tokens;

    public async Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
    {
        string result;
        try
        {
            var why = WritePolicy.May(turn.Speaker.Name, turn.Speaker.Roles, context.Function.Name, Given(context.Arguments), gate.Mask(turn.Words));
            if (why is null)
            {
                Reveal(context.Arguments);
                await next(context).ConfigureAwait(false);
            }

            result = why ?? context.Result.GetValue<string>() ?? "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The person must hear of it too, whatever the model makes of it.
            throw new ModelIllException(Notes.LogUnwritable(e.Message), e);
        }
        catch (Exception e) when (e is not OperationCanceledException and not ModelIllException)
        {
            result = $"Refused: the arguments do not fit. {context.Function.PluginName}-{context.Function.Name} takes: {Form(context.Function)}.";
        }

        result = Clip(result);
        var tool = $"{context.Function.PluginName}-{context.Function.Name}";
        turn.Results.Add(new ToolResult(tool, result));
        usage.Called(tool);
        worked();
        context.Result = new FunctionResult(context.Result, gate.Data("tool", result));
    }

    /// <summary>As the model gave them; of another kind than text, as JSON.</summary>
    private static Dictionary<string, string?> Given(KernelArguments? arguments) =>
        (arguments ?? []).ToDictionary(a => a.Key, a => a.Value?.ToString(), StringComparer.Ordinal);

    /// <summary>The model names people by placeholders; the log keeps what they stand for, as far as it keeps such things.</summary>
    private void Reveal(KernelArguments? arguments)
    {
        foreach (var (name, value) in (arguments ?? []).ToList())
            if (value is string text) arguments![name] = gate.Reveal(text);
    }

    private static string Form(KernelFunction function) => function.Metadata.Parameters.Count == 0 ? "nothing"
        : string.Join("; ", function.Metadata.Parameters.Select(p => $"{p.Name}{(p.IsRequired ? "" : " (optional)")}: {p.Description}"));

    private string Clip(string result)
    {
        const string cut = "… (cut: no room is left; answer with what you have)";
        var most = Tokens.Characters(Math.Max(0, _left));
        if (result.Length > most) result = $"{result[..(most > 0 && char.IsHighSurrogate(result[most - 1]) ? most - 1 : most)]}{cut}";
        _left -= Tokens.Of(result);
        return result;
    }
}
