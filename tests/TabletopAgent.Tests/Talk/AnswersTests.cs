using TabletopAgent.Exercises;
using TabletopAgent.Play;
using TabletopAgent.Talk;
using TabletopAgent.Tests.Diagnose;

namespace TabletopAgent.Tests.Talk;

public sealed class AnswersTests
{
    private static readonly IReadOnlyList<Event> Log =
    [
        Shipped.Symptom("write routes in region A return 500 on 22 percent of requests"), Shipped.Symptom("queue depth climbs by 5x"),
        Event.Of("decision", new Place("brief.txt", 3), ("text", "drain blue"), ("owner", "Ana"), ("by", "Ana")),
    ];

    internal static string Of(string line) => Answers.Of(Command.Parse(line)!, new Known(Shipped.Run(Log), Log, Shipped.Knowledge, e => Shipped.Run(e)))!;

    [Theory]
    [InlineData("/failing", "FAULT  queue-and-writes")]
    [InlineData("/failing", "Next: ")]
    [InlineData("/fix", "undo:   yes")]
    [InlineData("/steps", "1. Stop the loss")]
    [InlineData("/actions", "proof: ")]
    [InlineData("/need", "RTO unmeasured")]
    [InlineData("/why-not cache", "Nothing in this log speaks for cache more")]
    [InlineData("/why-not queue-and-writes", "It is queue-and-writes")]
    [InlineData("/find stale pages after purge", "edge-cache-invalidation")]
    [InlineData("/list decision", "Ana: decided: drain blue")]
    [InlineData("/list change", "No change is in the log yet")]
    [InlineData("/probes", "No probes yet")]
    public void It_says_what_the_report_says(string line, string says) => Assert.Contains(says, Of(line), StringComparison.Ordinal);

    [Fact]
    public void What_is_no_answer_of_these_is_another_rooms() => Assert.Null(Answers.Of(Command.Parse("/decide x")!, new Known(Shipped.Run(Log), Log, Shipped.Knowledge, e => Shipped.Run(e))));
}
