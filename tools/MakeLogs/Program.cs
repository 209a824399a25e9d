using System.Globalization;
using TabletopAgent.MakeLogs;

// dotnet run -c Release --project tools/MakeLogs -- FOLDER LOGS EVENTS [SEED] [texts]
// Makes so many chained logs of so many events each; with texts, probes hold the question and the passage that was found.
if (args is not [var folder, var logs, var events, .. var rest] || !Whole(logs, out var many) || !Whole(events, out var each) || each < Evening.Fewest)
{
    Console.Error.WriteLine($"MakeLogs FOLDER LOGS EVENTS [SEED] [texts]: whole numbers; an evening has at least {Evening.Fewest} events");
    return 3;
}

var seed = rest.Length > 0 && Whole(rest[0], out var given) ? given : 1;
LogFolder.Make(folder, many, each, seed, rest.Contains("texts", StringComparer.Ordinal));
return 0;

static bool Whole(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
