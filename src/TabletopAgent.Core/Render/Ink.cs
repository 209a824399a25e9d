namespace TabletopAgent.Render;

/// <summary>The few escape sequences a report uses, or none of them. The library may not know a terminal; the caller chooses.</summary>
internal sealed record Ink(string Bold, string Dim, string Red, string Green, string Yellow, string Reset)
{
    public static readonly Ink None = new("", "", "", "", "", "");
    public static readonly Ink Ansi = new("\e[1m", "\e[2m", "\e[31m", "\e[32m", "\e[33m", "\e[0m");

    public string Strong(string text) => Bold + text + Reset;
    public string Faint(string text) => Dim + text + Reset;

    /// <summary>A verdict in the colour people expect of it.</summary>
    public string Verdict(string verdict, string text) => Of(verdict) + text + Reset;

    private string Of(string verdict) => verdict switch
    {
        "pass" or "healthy" => Green,
        "fail" or "fault" or "error" => Red,
        _ => Yellow,
    };
}
