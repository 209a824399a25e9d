namespace TabletopAgent.Cli;

internal static class ExitCode
{
    /// <summary>Answered; for a verb that judges: passed.</summary>
    public const int Ok = 0;

    /// <summary>Judged, and not passed.</summary>
    public const int NotPassed = 1;

    /// <summary>Every input was refused.</summary>
    public const int Refused = 2;

    /// <summary>Could not run, or nothing was there to judge.</summary>
    public const int CouldNotRun = 3;
}
