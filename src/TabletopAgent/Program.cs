using System.Globalization;
using System.Text;
using TabletopAgent.Cli;

// These verbs answer within a blink, so nothing is built here that they do not need: a generic host alone costs more than all of
// diagnose. Verbs that live longer (chat, serve) build their host in their own file, around the same Tabletop.Run.
// Numbers read the same on every machine, also those that somebody forgot to format.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
if (OperatingSystem.IsWindows()) Console.OutputEncoding = Encoding.UTF8;
using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 16 * 1024);
using var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true };
Wiring.Expect(args);
return CommandLine.Run(args, Terminal.OfThisProcess(output, error));
