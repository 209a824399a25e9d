using System.Text.RegularExpressions;
using TabletopAgent.Knowledge;

namespace TabletopAgent.Diagnose;

/// <summary>Steps from a page that nobody here wrote: the list under the first heading that promises a fix.</summary>
internal static partial class FixSteps
{
    private const int Most = 6, LongestStep = 240;

    public static IEnumerable<StepReport> Of(OpenPage open)
    {
        for (var i = 0; i < open.Page.Sections.Count; i++)
        {
            if (!Promises().IsMatch(open.Page.Sections[i].Heading)) continue;
            var section = open.Page.Sections[i].Id;
            var steps = open.Units.Where(u => u.Section == i && u.Kind == UnitKind.Item).Select(u => Short(u.Text)).Where(t => t.Length > 0).Take(Most).ToList();
            if (steps.Count > 0) return steps.Select(t => new StepReport(t, open.Page.Id, section, null, null, null));
        }

        return [];
    }

    private static string Short(string text)
    {
        var one = text.Replace('\n', ' ').Trim();
        return one.Length <= LongestStep ? one : $"{one[..LongestStep].TrimEnd()}…";
    }

    [GeneratedRegex(@"\bfix|mitigat|resol|remed|repair|runbook|recover|what to do|minimal|steps?\b|procedure|actions?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Promises();
}
