using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Play;

namespace TabletopAgent.Tests.Play;

/// <summary>What participants see and what is written while they play tells nothing of what is to come, nor what it should be taken for.</summary>
public sealed class SpoilerTests
{
    private static readonly string[] Asked =
        ["/help", "/status", "/why", "/rpo", "/probes", "/timeline 500", "/who", "/clock", "/briefed", "/next", "/checks", "/release 2", "/hold", "/extend", "/check nearly held it is", "/check idempotent-kays held x", "/writes xx", "/sli xx"];

    public static TheoryData<string> Scenarios => [.. Evening.Shelf.Scenarios.Select(s => s.Id)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Nothing_is_given_away(string scenario)
    {
        var evening = Evening.Started(scenario);
        var service = evening.Plan.Scenario.Setting.Services.First().Name;
        foreach (var minute in new[] { 0.0, 9, 11, 26, 41, 51, 59 })
        {
            evening.Until(minute);
            if (minute == 11) evening.Says("Marek", $"/sli {service} ok=no");
            if (minute == 41) evening.Says("Fay", "/hold");
            foreach (var line in Asked.Append($"/check {evening.Plan.Scenario.Checks[0].Id[..^1]} held x"))
                foreach (var person in new[] { "Ines", "Kim" }) evening.Says(person, line);
            AssertNothingOf(evening);
        }

        evening.Says("Fay", "/extend 1");
        AssertNothingOf(evening);
        // What the test looks for is there for the one who may see it.
        Assert.Contains(evening.Plan.Injects.First(i => evening.Session.State.Injects[i] != InjectState.Released).Card.Title, evening.Says("Fay", "/next").Text);
    }

    private static void AssertNothingOf(Evening evening)
    {
        var seen = evening.Shown.Where(s => s.To != "Fay").Select(s => s.Text).Concat(evening.Log.Select(e => System.Text.Encoding.UTF8.GetString(EventWriter.Line(e)))).ToList();
        foreach (var secret in Secrets(evening))
            Assert.DoesNotContain(seen, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Secrets(Evening evening)
    {
        var scenario = evening.Plan.Scenario;
        if (scenario.Title != scenario.ShownAs) yield return scenario.Title;
        foreach (var inject in evening.Plan.Injects.Where(i => evening.Session.State.Injects[i] != InjectState.Released))
        {
            yield return inject.Card.Id;
            yield return inject.Card.Title;
            foreach (var sentence in Sentences(inject.Card.Text)) yield return sentence;
        }

        foreach (var sentence in Sentences(scenario.Situation).Concat(scenario.Checks.SelectMany(c => Sentences(c.Text))).Concat(scenario.Proofs.SelectMany(Sentences)).Concat(scenario.Extended.SelectMany(c => Sentences(c.Text)))) yield return sentence;
        foreach (var check in scenario.Checks.Where(c => c.Id.Length > 8)) yield return check.Id;
        foreach (var layer in Layers.All.Where(l => l.Contains('-', StringComparison.Ordinal))) yield return layer;
    }

    /// <summary>Pieces long enough to be nobody else's; the times in them move, so they are cut there.</summary>
    private static IEnumerable<string> Sentences(string text) =>
        text.Replace('\n', ' ').Split(['.', ';', ':'], StringSplitOptions.TrimEntries).Where(s => s.Length > 25);
}
