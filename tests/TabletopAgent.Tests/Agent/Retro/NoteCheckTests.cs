using TabletopAgent.Agent.Retro;
using TabletopAgent.Measure;
using TabletopAgent.Tests.Diagnose;

namespace TabletopAgent.Tests.Agent.Retro;

public sealed class NoteCheckTests
{
    private const string Log = """
        {"type":"exercise","v":1,"id":"evening","tier":"S","services":[{"name":"pay","tier":"S"}],"roles":{"incident-commander":"ana"}}
        {"type":"symptom","by":"Bo","at":"2026-05-04T14:10:00Z","text":"write routes in region A return 500 on 22 percent of requests"}
        """;

    private static (string Text, int Struck) Checked(string reply)
    {
        var events = Shipped.Log(Log);
        return new NoteCheck(Shipped.Knowledge, Targets.Default).Of(reply, Tabletop.Run(events, [], () => Shipped.Knowledge, Targets.Default), events);
    }

    [Fact]
    public void What_the_grade_bears_out_stands_as_one_paragraph() =>
        Assert.Equal(("RTO is unmeasured. Unmeasured never counts as pass.", 0), Checked("RTO is unmeasured.\n\nUnmeasured never counts as pass.\n"));

    /// <summary>As a model that follows its prompt writes.</summary>
    [Theory]
    [InlineData("The failing layer is routing with low confidence.")]
    [InlineData("The exercise failed because docs failed.")]
    [InlineData("RTO, RPO, semantics, safety and ops are unmeasured.")]
    [InlineData("The next fix is: Pin the active side by hand and switch automatic changes off.")]
    public void A_sentence_near_the_grades_own_words_stands(string said) => Assert.Equal((said, 0), Checked(said));

    [Theory]
    [InlineData("RTO was 12 minutes.", "[struck: a figure nobody measured.")]
    [InlineData("The exercise passed.", "[struck: a verdict the report does not give. Overall: fail (rto unmeasured, ")]
    [InlineData("RTO passed.", "RTO is unmeasured")]
    [InlineData("See http://evil.example/x.", "[struck: ")]
    [InlineData("Bo is incident commander.", "[struck: a person or role that the log has otherwise. Roles: incident-commander ana.")]
    public void What_it_does_not_is_struck_and_the_code_says_what_is_so(string lie, string instead)
    {
        var (text, struck) = Checked($"{lie} Unmeasured never counts as pass.");
        Assert.Equal(1, struck);
        Assert.True(text.Contains(instead, StringComparison.Ordinal), text);
        Assert.DoesNotContain(lie.TrimEnd('.'), text, StringComparison.Ordinal);
        Assert.EndsWith("] Unmeasured never counts as pass.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Five_sentences_are_enough() =>
        Assert.Equal(5, Checked(string.Join(' ', Enumerable.Repeat("Unmeasured never counts as pass.", 9))).Text.Split("never").Length - 1);
}
