using static System.FormattableString;
using static TabletopAgent.Severity;

namespace TabletopAgent;

/// <summary>80x: what people take away from an exercise.</summary>
internal static partial class Notes
{
    public static Note BadSlo(Place at, string service, double slo) => new("TT800", Warning,
        Invariant($"slo_pct {slo:0.####} of {service} leaves no error budget to count; write a share over 0 and under 100, such as 99.5."), at);
    public static Note NoPng(Place at, string why) => new("TT801", Warning,
        $"the PNG pictures were left out, for the library that draws them does not run here ({why}). The SVG files beside them show the same.", at);
}
