using System.CommandLine;
using System.CommandLine.Help;
using System.Reflection;
using TabletopAgent.Render;
using TabletopAgent.Text;

namespace TabletopAgent.Cli;

/// <summary>From arguments to exit code. Each verb is a file beside this one.</summary>
internal static class CommandLine
{
    public static string Version { get; } =
        typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static int Run(string[] args, TextReader input, TextWriter output, TextWriter error) => Run(args, Terminal.Of(input, output, error));

    public static int Run(string[] args, Terminal terminal)
    {
        try
        {
            var parsed = Root(terminal, args).Parse(args.Length == 0 ? ["--help"] : args, new ParserConfiguration
            {
                // A symptom may begin with @; it is no file of arguments.
                ResponseFileTokenReplacer = null,
            });
            if (parsed.Errors.Count > 0) return CouldNotRun(terminal, $"{Slip(parsed)} See tabletop {Path(parsed)}--help.");
            return parsed.Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        }
        catch (IOException) when (terminal.Out is StreamWriter { BaseStream.CanWrite: false })
        {
            return ExitCode.Ok;
        }
        catch (Exception e) when (Environment.GetEnvironmentVariable("TABLETOP_DEBUG") != "1")
        {
            return CouldNotRun(terminal, $"{e.Message.TrimEnd('.')}. Set TABLETOP_DEBUG=1 to see where.");
        }
        finally
        {
            Flush(terminal);
        }
    }

    /// <summary>In the order of the help.</summary>
    private static readonly KeyValuePair<string, Func<Terminal, Command>>[] Verbs =
    [
        new("demo", DemoVerb.Command), new("diagnose", DiagnoseVerb.Command), new("chat", ChatVerb.Command), new("run", RunVerb.Command), new("report", ReportVerb.Command), new("grade", GradeVerb.Command),
        new("import", ImportVerb.Command), new("check", CheckVerb.Command), new("probe", ProbeVerb.Command), new("verify", VerifyVerb.Command),
        new("embed", EmbedVerb.Command), new("knowledge", KnowledgeVerb.Command),
    ];

    /// <summary>Where the first word is a verb, the other verbs are not asked for, and a start is not held up by making them.</summary>
    private static RootCommand Root(Terminal terminal, string[] args)
    {
        var root = new RootCommand("Drives and grades disaster-recovery tabletop exercises for serverless, edge and RAG stacks.");
        var asked = Array.FindIndex(Verbs, v => args.Length > 0 && v.Key == args[0]);
        for (var i = 0; i < Verbs.Length; i++)
            if (asked < 0 || i == asked) root.Add(Verbs[i].Value(terminal));
        foreach (var option in root.Options)
            if (option is HelpOption { Action: HelpAction help }) option.Action = new HelpWithExamples(help);
            else if (option is VersionOption) option.Action = new PrintVersion(terminal);
        return root;
    }

    /// <summary>A reader that left early (head, a closed pager) is no failure.</summary>
    private static void Flush(Terminal terminal)
    {
        try
        {
            terminal.Out.Flush();
        }
        catch (IOException)
        {
        }
    }

    private static int CouldNotRun(Terminal terminal, string why)
    {
        terminal.Error.Write($"could not run: {Untrusted.OneLine(why)}\n");
        return ExitCode.CouldNotRun;
    }

    private static string Slip(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens.Count == 0) return parsed.Errors[0].Message;
        var (slip, verb) = (parsed.UnmatchedTokens[0], parsed.CommandResult.Command);
        var near = Words.Nearest(slip, verb.Subcommands.Select(c => c.Name).Concat(verb.Options.Select(o => o.Name)));
        return near is null ? $"{slip} is not known here." : $"{slip} is not known here; did you mean {near}?";
    }

    private static string Path(ParseResult parsed)
    {
        var verb = parsed.CommandResult.Command;
        var parent = (parsed.CommandResult.Parent as System.CommandLine.Parsing.CommandResult)?.Command;
        return verb is RootCommand ? "" : parent is null or RootCommand ? $"{verb.Name} " : $"{parent.Name} {verb.Name} ";
    }
}
