using System.Xml.Linq;
using TabletopAgent.Render;

namespace TabletopAgent.Tests.Render;

public sealed class CalibrationSvgTests
{
    [Fact]
    public void The_picture_is_whole_and_a_strange_name_is_only_text()
    {
        var svg = XDocument.Parse(CalibrationSvg.Of(SampleCalibration.One)).Root!;
        Assert.Contains(svg.Descendants(), e => e.Name.LocalName == "text" && e.Value.StartsWith("bge<m3>", StringComparison.Ordinal));
        Assert.Equal(["pass 0.45", "act 0.6", "calibrated pass 0.38", "calibrated act 0.44"], svg.Elements().Where(e => e.Name.LocalName == "text").Skip(1).Take(4).Select(e => e.Value));
    }
}
