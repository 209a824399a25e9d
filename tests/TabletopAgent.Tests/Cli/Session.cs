using TabletopAgent.Cli;

namespace TabletopAgent.Tests.Cli;

/// <summary>One call of the program, in this process.</summary>
internal sealed record Session(int Code, string Out, string Error)
{
    public static Session Of(params string[] args) => Piped("", args);

    public static Session Piped(string input, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLine.Run(args, new StringReader(input), output, error);
        return new Session(code, output.ToString(), error.ToString());
    }
}
