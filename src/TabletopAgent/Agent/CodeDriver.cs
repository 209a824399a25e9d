using System.Runtime.CompilerServices;
using TabletopAgent.Render;

namespace TabletopAgent.Agent;

/// <summary>The code's own answer: what fails and why, what to do next, how the exercise stands. It needs nobody.</summary>
internal sealed class CodeDriver(Sitting sitting) : IDriver
{
    public async IAsyncEnumerable<Passage> AnswerAsync(Turn turn, [EnumeratorCancellation] CancellationToken stop)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield return new Passage(PassageKind.Answer, ReportBrief.Of(sitting.Report));
    }
}
