using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
if (args.Length > 0 && args[0] == "host")
{
    var b = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { Args = args });
    b.Configuration.AddJsonFile(System.IO.Path.Combine(AppContext.BaseDirectory, "appsettings.json"), true).AddEnvironmentVariables("TABLETOP__");
    using var h = b.Build();
    Console.WriteLine(h.Services.GetService<IConfiguration>()!["Model"]);
}
if (args.Length > 0 && args[0] == "cmd")
{
    var root = new System.CommandLine.RootCommand("x");
    root.Subcommands.Add(new System.CommandLine.Command("cmd", "y"));
    root.Parse(args).Invoke();
}
if (args.Length > 0 && args[0] == "cfg")
{
    var c = new ConfigurationBuilder().AddJsonFile(System.IO.Path.Combine(AppContext.BaseDirectory, "appsettings.json"), true).AddEnvironmentVariables("TABLETOP__").Build();
    Console.WriteLine(c["Model"]);
}
if (args.Length > 0 && args[0] == "spec") Spectre.Console.AnsiConsole.MarkupLine("[red]x[/]");
Console.WriteLine("hello");
