namespace TabletopAgent.Cli.Desk;

/// <summary>What somebody asked to be run.</summary>
/// <param name="Scenario">An id or a file; null where a log is resumed that names it.</param>
/// <param name="Host">Who sits at the terminal.</param>
/// <param name="Opens">When a scripted exercise opens; null: now.</param>
/// <param name="Resume">An exercise's id, or its log.</param>
/// <param name="Folder">Where the first script lies: files that are named may lie beside it.</param>
internal sealed record Wanted(
    string? Scenario, string Host, IReadOnlyDictionary<string, string> Roles, string? Team, DateTimeOffset? Opens, double Speed, string Data, string? Id, string? Resume, string? Folder);
