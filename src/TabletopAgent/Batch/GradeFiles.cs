using System.Text;
using TabletopAgent.Cli;
using TabletopAgent.Grade;
using TabletopAgent.Render;

namespace TabletopAgent.Batch;

/// <summary>The forms a summary is written in.</summary>
internal static class GradeFiles
{
    /// <summary>Beside <c>grades.jsonl</c>, which grows during the run.</summary>
    public static void Write(string folder, Summary summary, IReadOnlyList<Graded> grades, IReadOnlyList<Note> refused, IReadOnlyList<string> required)
    {
        To("summary.json", w => w.Write(Json(summary)));
        To("summary.md", w => SummaryMarkdown.Of(summary, grades, w));
        To("grades.csv", w => Csv(grades, w));
        To("grades.html", w => GradesHtml.Of(summary, grades, refused, w));
        using var junit = File.Create(Path.Combine(folder, "junit.xml"));
        JUnit.Write(grades, refused, required, junit);

        void To(string name, Action<TextWriter> write)
        {
            using var file = new StreamWriter(Path.Combine(folder, name), false, new UTF8Encoding(false));
            write(file);
        }
    }

    public static void Print(string format, Summary summary, IReadOnlyList<Graded> grades, IReadOnlyList<Note> refused, Terminal terminal)
    {
        if (format is not ("text" or "html" or "json")) Inputs.Show(terminal, format == "jsonl" ? [] : refused);
        switch (format)
        {
            case "text": SummaryText.Of(summary, terminal.Out, terminal.Ink); break;
            case "json": terminal.Out.Write(Json(summary)); break;
            case "csv": Csv(grades, terminal.Out); break;
            case "md": SummaryMarkdown.Of(summary, grades, terminal.Out); break;
            case "html": GradesHtml.Of(summary, grades, refused, terminal.Out); break;
        }
    }

    private static string Json(Summary summary) => JsonText.Of(summary, GradeContext.Plain.Summary, TabletopAgent.Json.Indented) + "\n";

    private static void Csv(IReadOnlyList<Graded> grades, TextWriter to)
    {
        var csv = new GradesCsv(to);
        csv.Head();
        foreach (var grade in grades) csv.Row(grade);
    }
}
