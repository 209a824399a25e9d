using System.Text;
using TabletopAgent.Render;

namespace TabletopAgent.Cli;

/// <summary>What a verb may talk to. Tests hand in their own.</summary>
/// <param name="In">What is piped in; null where a person sits at the keyboard.</param>
/// <param name="Ink">Colour, or none.</param>
/// <param name="Progress">Whether somebody watches the error stream.</param>
internal sealed record Terminal(Func<Stream>? In, TextWriter Out, TextWriter Error, Ink Ink, bool Progress)
{
    public static Terminal OfThisProcess(TextWriter output, TextWriter error) => new(
        Console.IsInputRedirected ? Console.OpenStandardInput : null, output, error,
        Console.IsOutputRedirected || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) ? Ink.None : Ink.Ansi, !Console.IsErrorRedirected);

    public static Terminal Of(TextReader input, TextWriter output, TextWriter error) =>
        new(() => new MemoryStream(Encoding.UTF8.GetBytes(input.ReadToEnd())), output, error, Ink.None, Progress: false);

    public void Line(string text)
    {
        Out.Write(text);
        Out.Write('\n');
    }
}
