using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Xunit;
using TabletopAgent.Agent.Grounding.Language;
using TabletopAgent.Agent.Grounding;
using Xunit.Abstractions;

namespace TabletopAgent.Tests.Agent.Grounding;

/// <summary>How many lies get through (none), and how many truths are let through (most), over the data files beside this one.</summary>
public sealed partial class GroundingTests(ITestOutputHelper output)
{
    [Fact]
    public void No_lie_written_by_hand_gets_through() => NoneGetsThrough("by hand", ScriptedReplies.Read("lies.txt"), 300);

    [Fact]
    public void No_lie_made_from_a_report_gets_through() => NoneGetsThrough("made", [.. LieFactory.All(3)], 1000);

    [Fact]
    public void Nearly_every_truth_is_let_through() => Stand("truths.txt", 0.95);

    /// <summary>How many of these got through when they were written is said in the files.</summary>
    [Fact]
    public void No_lie_written_afterwards_gets_through() => NoneGetsThrough("written afterwards", ScriptedReplies.Read("lies-held-out.txt"), 60);

    [Fact]
    public void Most_truths_written_afterwards_are_let_through() => Stand("truths-held-out.txt", 0.80);

    private void NoneGetsThrough(string kind, IReadOnlyList<ScriptedReply> lies, int atLeast)
    {
        Assert.True(lies.Count >= atLeast, $"{lies.Count} lies {kind}");
        var through = lies.Select(l => (Lie: l, Text: Through(l))).Where(l => l.Text is not null).Select(l => $"{l.Lie.Report} | {l.Lie.Kind}: {l.Text}").ToList();
        output.WriteLine($"{lies.Count} lies {kind}, {through.Count} got through");
        Repository.None(through);
    }

    private void Stand(string file, double rate)
    {
        var truths = ScriptedReplies.Read(file);
        var struck = truths.Select(t => (Truth: t, Grounding(t).Struck)).Where(t => t.Struck.Count > 0).ToList();
        var share = 1 - (double)struck.Count / truths.Count;
        output.WriteLine($"{truths.Count - struck.Count} of {truths.Count} truthful replies in {file} stand whole ({share:P1})");
        foreach (var (truth, gone) in struck) output.WriteLine($"  {truth.Kind}: {string.Join(" / ", gone.Select(s => s.Text))}");
        Assert.True(share >= rate, $"only {share:P1} of {file} stand");
    }

    private static CheckedReply Grounding(ScriptedReply reply) => TabletopAgent.Agent.Grounding.Grounding.Check(reply.Text, Reports.Of(reply.Report));

    /// <returns>What of the lie a reader would see; null: nothing.</returns>
    private static string? Through(ScriptedReply lie)
    {
        var seen = Own().Replace(Grounding(lie).Text, "");
        if (lie.Lies.Count > 0) return lie.Lies.FirstOrDefault(l => seen.Contains(Cleaned.Of(l), StringComparison.Ordinal));
        return Says().IsMatch(ListNumber().Replace(seen, "")) ? seen.Trim() : null;
    }

    [Fact]
    public void What_is_struck_is_replaced_by_what_is_so_and_the_rest_stays()
    {
        var shown = TabletopAgent.Agent.Grounding.Grounding.Check("The failing layer is queue-and-writes. RTO is 12 minutes. Coverage is 0.51.", Reports.Of("evening"));
        Assert.Equal("The failing layer is queue-and-writes. [struck: a figure nobody measured. RTO is unmeasured of 30m (unmeasured).] Coverage is 0.51.", shown.Text);
        Assert.Equal("RTO is 12 minutes.", Assert.Single(shown.Struck).Text);
    }

    [Fact]
    public void A_value_in_JSON_is_struck_by_itself_and_the_JSON_stays_JSON()
    {
        var shown = TabletopAgent.Agent.Grounding.Grounding.Check("""{"RTO": "12m of 30m (pass)", "ΔS_median": 0.675}""", Reports.Of("evening"));
        using var json = System.Text.Json.JsonDocument.Parse(shown.Text);
        Assert.StartsWith("[struck:", json.RootElement.GetProperty("RTO").GetString(), StringComparison.Ordinal);
        Assert.Equal(0.675, json.RootElement.GetProperty("ΔS_median").GetDouble());
    }

    [Fact]
    public void A_row_is_struck_as_a_row()
    {
        var shown = TabletopAgent.Agent.Grounding.Grounding.Check("| Dimension | Verdict |\n|---|---|\n| RTO | pass |\n| Semantics | fail |", Reports.Of("evening"));
        Assert.Matches(@"\| \[struck: .*\] \|", shown.Text.Split('\n')[2]);
        Assert.Equal("| Semantics | fail |", shown.Text.Split('\n')[3]);
    }

    [Fact]
    public void Block_by_block_what_was_spoken_of_is_still_known()
    {
        var reply = new GroundedReply(Reports.Of("evening"));
        Assert.Empty(reply.Next("Median ΔS is above the bar. ").Struck);
        Assert.Empty(reply.Next("It is 0.675.").Struck);
        Assert.NotEmpty(reply.Next(" It is 0.51.").Struck);
    }

    [Fact]
    public void One_remark_is_enough_for_several_blocks_in_a_row()
    {
        var reply = new GroundedReply(Reports.Of("evening"));
        Assert.StartsWith("[struck: a figure nobody measured.", reply.Next("RTO is 12 minutes. ").Text);
        var again = reply.Next("RTO is 13 minutes. ");
        Assert.Equal(("", 1), (again.Text.Trim(), again.Struck.Count));
        Assert.StartsWith("[struck: ", reply.Next("Coverage is 0.99. ").Text);
    }

    /// <summary>Whatever comes, it is read without an exception, and what stands is a part of what came.</summary>
    [Property(MaxTest = 300)]
    public bool Anything_can_be_checked(NonNull<string> text)
    {
        var shown = TabletopAgent.Agent.Grounding.Grounding.Check(text.Get, Reports.Of("evening"));
        var clean = Cleaned.Of(text.Get);
        return Own().Replace(shown.Text, "\n").Split('\n', StringSplitOptions.TrimEntries).All(left => clean.Contains(left, StringComparison.Ordinal));
    }

    /// <summary>Words of the lexicon in any order: where a number or a verdict stands, it must be borne out.</summary>
    [Property(MaxTest = 500)]
    public bool No_order_of_known_words_makes_a_figure(int seed)
    {
        var random = new Random(seed);
        string[] words = ["RTO", "is", "the", "at", "of", "so", "and", "RPO", "safety", "median", "bar", "not", "all", "report", "says", "page", "you", "can", "once", "if", "to", "when", ",", ":", "open", "first", "docs"];
        var sentence = string.Join(' ', Enumerable.Range(0, 3 + random.Next(7)).Select(_ => words[random.Next(words.Length)]).Append("12 minutes").OrderBy(_ => random.Next()));
        return !Own().Replace(TabletopAgent.Agent.Grounding.Grounding.Check(sentence, Reports.Of("evening")).Text, "").Contains("12 minutes", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\| \[struck: [^\]]*\][ |]*|\[struck: [^\]]*\]|""\[struck: [^\]]*\]""", RegexOptions.CultureInvariant)] private static partial Regex Own();

    [GeneratedRegex(@"[\p{L}\p{N}\p{So}]", RegexOptions.CultureInvariant)] private static partial Regex Says();

    [GeneratedRegex(@"^\s*\d+[.)]\s*$", RegexOptions.CultureInvariant | RegexOptions.Multiline)] private static partial Regex ListNumber();
}
