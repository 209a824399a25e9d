using System.Globalization;

namespace TabletopAgent.Tests;

/// <summary>Runs something as on a machine of another country.</summary>
internal static class Culture
{
    public static void In(string name, Action action)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
            action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
