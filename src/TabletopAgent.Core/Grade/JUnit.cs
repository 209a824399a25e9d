using System.Globalization;
using System.Text;
using System.Xml;

namespace TabletopAgent.Grade;

/// <summary>JUnit XML: a suite for each log, a case for each dimension, so that a pipeline shows what failed where.</summary>
internal static class JUnit
{
    /// <param name="refused">Files that could not be graded are errors.</param>
    public static void Write(IReadOnlyList<Graded> grades, IReadOnlyList<Note> refused, IReadOnlyList<string> required, Stream to)
    {
        using var xml = XmlWriter.Create(to, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false), CheckCharacters = true });
        xml.WriteStartElement("testsuites");
        foreach (var grade in grades)
        {
            var cases = grade.Dimensions.Where(d => required.Count == 0 || required.Contains(d.Name, StringComparer.Ordinal)).ToList();
            xml.WriteStartElement("testsuite");
            Attribute(xml, "name", grade.Where);
            Attribute(xml, "tests", N(cases.Count));
            Attribute(xml, "failures", N(cases.Count(c => c.Verdict == "fail")));
            Attribute(xml, "skipped", N(cases.Count(c => c.Verdict == "unmeasured")));
            foreach (var dimension in cases)
            {
                xml.WriteStartElement("testcase");
                Attribute(xml, "classname", grade.Id ?? grade.File);
                Attribute(xml, "name", dimension.Name);
                if (dimension.Verdict != "pass")
                {
                    xml.WriteStartElement(dimension.Verdict == "fail" ? "failure" : "skipped");
                    Attribute(xml, "message", dimension.Reason);
                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        foreach (var note in refused)
        {
            xml.WriteStartElement("testsuite");
            Attribute(xml, "name", note.Place.File);
            Attribute(xml, "tests", "1");
            Attribute(xml, "errors", "1");
            xml.WriteStartElement("testcase");
            Attribute(xml, "classname", note.Place.File);
            Attribute(xml, "name", "read");
            xml.WriteStartElement("error");
            Attribute(xml, "message", note.ToString());
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>XML has no way to write most control characters at all.</summary>
    private static void Attribute(XmlWriter xml, string name, string text) =>
        xml.WriteAttributeString(name, string.Concat(Render.Untrusted.OneLine(text).EnumerateRunes().Where(r => r.Value is not (0xFFFE or 0xFFFF)).Select(r => r.ToString())));

    private static string N(int count) => count.ToString(CultureInfo.InvariantCulture);
}
