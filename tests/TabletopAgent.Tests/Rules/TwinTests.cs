using System.Text.RegularExpressions;

namespace TabletopAgent.Tests.Rules;

/// <summary>The test tree is the source tree: who changes a file finds its tests without searching.</summary>
public sealed partial class TwinTests
{
    /// <summary>Files with logic that need no tests of their own, each with its reason.</summary>
    private static readonly Dictionary<string, string> Without = new()
    {
        ["Json.cs"] = "a few settings, tested through every writer and reader",
        ["Notes.Agent.cs"] = "messages of the conversation; each is tested where it arises",
        ["Notes.cs"] = "the list of messages; each is tested where it arises",
        ["Notes.Grade.cs"] = "a part of that list",
        ["Score/DocumentReport.cs"] = "what an import put down, tested through ImporterTests and GradeVerb",
        ["Notes.Log.cs"] = "a part of that list",
        ["Notes.Outside.cs"] = "a part of that list",
        ["Notes.Embedding.cs"] = "messages too",
        ["Notes.Import.cs"] = "a part of that list",
        ["Tabletop.cs"] = "the façade; the case folders test it whole",
        ["Exercises/ChainBreaks.cs"] = "a part of ChainCheck; ChainCheckTests plants the breaks",
        ["Exercises/EventCatalog.cs"] = "a table, compared with the published schema",
        ["Exercises/FieldName.cs"] = "names of the catalog as bytes, tested through Utf8Table and LineParser",
        ["Exercises/Findings.cs"] = "a list with a cap, seen in ChainCheckTests",
        ["Import/Conclusion.cs"] = "the order of steps; every folder under imports/ goes through it",
        ["Import/Draft.cs"] = "data between reading and concluding",
        ["Import/ImportJson.cs"] = "fields of the import, tested through the verb",
        ["Import/Imported.cs"] = "data with one default",
        ["Import/Mark.cs"] = "five words, seen in every test of the room",
        ["Import/Times/Stamp.cs"] = "data, tested through Clock",
        ["Diagnose/Ratios.cs"] = "a part of CaseEvents, tested through LiveExercise",
        ["Measure/NewErrors.cs"] = "a part of Ops, tested there",
        ["Measure/ProbeValues.cs"] = "columns of probes, tested through ProbeBoard",
        ["Measure/References.cs"] = "two questions, tested through Docs",
        ["Measure/SinceStable.cs"] = "a part of Ops, tested there",
        ["Measure/Tracks.cs"] = "a part of Rto, tested there",
        ["Measure/Verdicts.cs"] = "tested through Rto and Rpo",
        ["Notes.Measure.cs"] = "a part of that list",
        ["Render/TextTable.cs"] = "one table, tested through the writers that show it",
        ["Score/OutcomeReport.cs"] = "what was measured, spelled; tested through the reports",
        ["Artifacts/BackfillReport.cs"] = "a form of what was recorded, tested through Bundle",
        ["Artifacts/EvaluationSummary.cs"] = "a form of what was measured, tested through Bundle",
        ["Artifacts/Material.cs"] = "what artifacts are made of, seen in all of them",
        ["Artifacts/Pieces.cs"] = "parts that artifacts share, seen in all of them",
        ["Artifacts/RetroMinutes.cs"] = "a form of the report, tested through ReportVerb",
        ["Artifacts/RoutingPlan.cs"] = "a form of what was recorded, tested through Bundle",
        ["Artifacts/ScoreSheet.cs"] = "a form of the report, tested through Bundle",
        ["Artifacts/Sheet.cs"] = "tables, tested through ReportVerb",
        ["Artifacts/Story.cs"] = "a part of AfterAction, tested there",
        ["Notes.Artifacts.cs"] = "a part of that list",
        ["Render/Drawing.cs"] = "shapes, seen in every picture",
        ["Grade/Comparison.cs"] = "a part of Summary, tested there",
        ["Grade/GradeContext.cs"] = "generated; GradeVerbTests reads what it wrote",
        ["Grade/GradePlots.cs"] = "pictures; GradeVerbTests sees that they are there, people look at them",
        ["Grade/Graded.cs"] = "a report cut short, tested through GradeVerb",
        ["Grade/GradesCsv.cs"] = "a form of the grades, tested through GradeVerb",
        ["Grade/GradesHtml.cs"] = "a form of the grades, tested through GradeVerb",
        ["Grade/JUnit.cs"] = "a form of the grades, tested through GradeVerb",
        ["Grade/SummaryMarkdown.cs"] = "a form of the summary, tested through GradeVerb",
        ["Grade/SummaryText.cs"] = "a form of the summary, tested through GradeVerb",
        ["Knowledge/ExerciseLint.cs"] = "a part of Lint; LintTests plants its mistakes",
        ["Knowledge/FrontMatter.cs"] = "tested through Card, Scenario and Lint",
        ["Knowledge/Layers.cs"] = "a table, compared with knowledge/README.md",
        ["Knowledge/LibraryLint.cs"] = "a part of Lint; LintTests plants its mistakes",
        ["Knowledge/LinkLint.cs"] = "a part of Lint; LintTests plants its mistakes",
        ["Knowledge/PageLint.cs"] = "a part of Lint; LintTests plants its mistakes",
        ["Knowledge/PredicateLint.cs"] = "a part of Lint; LintTests plants its mistakes",
        ["Knowledge/RuleLint.cs"] = "a part of Lint; LintTests plants its mistakes",
        ["Knowledge/Parts.cs"] = "tested through Scenario and Lint",
        ["Knowledge/Setting.cs"] = "tested through Scenario and Lint",
        ["Knowledge/Shelf.cs"] = "a folder read; RunVerbTests play from it",
        ["Knowledge/Template.cs"] = "tested through Plan and Lint",
        ["Notes.Play.cs"] = "a list of messages; each is tested where it arises",
        ["Play/CommandForm.cs"] = "a table; every command of it is tested where it is carried out",
        ["Play/SessionReply.cs"] = "three ways to say one thing, seen in every test of a command",
        ["Play/SessionState.cs"] = "the folds together; SessionTests compare it with one that was rebuilt",
        ["Play/Turn.cs"] = "what a command is handed, tested through the commands",
        ["Talk/Meaning.cs"] = "what the interpreter hands over, seen in its tests",
        ["Render/Ink.cs"] = "six constants, seen in ReportTextTests",
        ["Render/JsonText.cs"] = "a buffer around the three JSON writers, tested through them",
        ["Render/PhaseTable.cs"] = "one table, tested through the three writers that show it",
        ["Render/ReportContext.cs"] = "generated; its rounding is tested in StatusJsonTests",
        ["Render/Wording.cs"] = "words, tested through the writers that say them",
    };

    [Fact]
    public void Each_source_file_with_logic_has_a_test_file_of_its_name()
    {
        var tests = Repository.Sources("tests/TabletopAgent.Tests").Select(f => f.Name).ToHashSet();
        var missing = Logic().Where(name => !Without.ContainsKey(name) && !tests.Contains(name.Replace(".cs", "Tests.cs", StringComparison.Ordinal)));
        Repository.None(missing);
    }

    [Fact]
    public void No_exception_outlives_its_reason()
    {
        var logic = Logic().ToHashSet();
        Assert.All(Without.Keys, name => Assert.Contains(name, logic));
    }

    /// <summary>Files that do something: a body, an arrow with a call or a condition. Records of data alone do not.</summary>
    private static IEnumerable<string> Logic() =>
        Repository.Sources("src/TabletopAgent.Core").Where(f => Does().IsMatch(f.Text)).Select(f => f.Name);

    [GeneratedRegex(@"^\s*(?:return|if|for|foreach|while|switch|var|throw|try)\b|=>|^\s*\w+(?:\.\w+)*\(", RegexOptions.Multiline)]
    private static partial Regex Does();
}
