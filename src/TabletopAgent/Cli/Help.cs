using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace TabletopAgent.Cli;

/// <summary>A verb that shows how it is used. <c>--help</c> ends with its examples.</summary>
internal sealed class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;
}

internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly string[] First = ["tabletop demo", "tabletop diagnose --symptom \"write routes in region A return 500 on 22 percent of requests\""];

    // The same width everywhere, so that README can quote the text.
    private const int Width = 110;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.MaxWidth = Width;
        help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.Write("Examples:\n");
        foreach (var example in (parseResult.CommandResult.Command as Verb)?.Examples ?? First) output.Write($"  {example}\n");
        return ExitCode.Ok;
    }
}

internal sealed class PrintVersion(Terminal terminal) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        terminal.Line(CommandLine.Version);
        return ExitCode.Ok;
    }
}
