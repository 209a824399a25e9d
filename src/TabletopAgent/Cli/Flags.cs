using System.CommandLine;
using System.CommandLine.Parsing;
using TabletopAgent.Text;

namespace TabletopAgent.Cli;

/// <summary>Flags that mean the same in every verb.</summary>
internal static class Flags
{
    public static Option<string[]> Knowledge() => new("--knowledge")
    {
        Description = "A folder of Markdown pages to use instead of the shipped ones (repeatable)", HelpName = "DIR", DefaultValueFactory = _ => [],
    };

    public static Option<string?> Zone() => new("--zone")
    {
        Description = "The time zone of documents that name none, such as Europe/London", HelpName = "ZONE",
    };

    public static Option<bool> AcceptTargets() => new("--accept-targets") { Description = "Let bars in the log that are looser than the house's hold" };

    /// <param name="formats">The first is the default.</param>
    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format") { Description = "How to answer", DefaultValueFactory = _ => formats[0] };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    public static Argument<string[]> Files(string description) =>
        NoFlag(new Argument<string[]>("FILE") { Description = description, Arity = ArgumentArity.ZeroOrMore });

    /// <summary>Says that a flag is misspelled, where the parser would take it for a file.</summary>
    public static Argument<T> NoFlag<T>(Argument<T> files)
    {
        files.Validators.Add(given =>
        {
            foreach (var token in given.Tokens)
                if (token.Value.Length > 1 && token.Value[0] == '-' && !File.Exists(token.Value))
                    given.AddError($"{token.Value} is no flag here{Near(given, token.Value)}.");
        });
        return files;
    }

    private static string Near(ArgumentResult given, string flag)
    {
        var known = (given.Parent as CommandResult)?.Command.Options.Select(o => o.Name) ?? [];
        return Words.Nearest(flag, known) is { } near ? $"; did you mean {near}?" : "";
    }
}
