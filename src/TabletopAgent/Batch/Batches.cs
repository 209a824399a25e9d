using System.Threading.Channels;

namespace TabletopAgent.Batch;

/// <summary>Grades many files on all cores and hands them on in the order they were found, whichever was done first.</summary>
internal static class Batches
{
    /// <summary>Files under way or waiting for an earlier one: enough to keep every core busy, few enough to hold.</summary>
    private static readonly int s_ahead = 8 * Environment.ProcessorCount;

    /// <param name="journal">What an earlier run found out, as far as files are the same.</param>
    /// <param name="take">Gets each file in order, and whether it was known.</param>
    public static async Task RunAsync(IEnumerable<Source> sources, Journal? journal, Grader grader, Action<GradedFile, bool> take, CancellationToken cancel)
    {
        var queue = Channel.CreateBounded<Task<(GradedFile File, bool Known)>>(new BoundedChannelOptions(s_ahead) { SingleReader = true, SingleWriter = true });
        var finding = Task.Run(() => FindAsync(sources, journal, grader, queue.Writer, cancel), CancellationToken.None);
        var stopped = false;
        await foreach (var task in queue.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            try
            {
                var (file, known) = await task.ConfigureAwait(false);
                if (!stopped) take(file, known);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                // What follows would leave a gap; whoever goes on grades it again.
                stopped = true;
            }
        }

        await finding.ConfigureAwait(false);
    }

    private static async Task FindAsync(IEnumerable<Source> sources, Journal? journal, Grader grader, ChannelWriter<Task<(GradedFile, bool)>> queue, CancellationToken cancel)
    {
        using var cores = new SemaphoreSlim(Environment.ProcessorCount);
        try
        {
            foreach (var source in sources)
            {
                if (cancel.IsCancellationRequested) break;
                if (journal?.Known(source) is { } known)
                {
                    await queue.WriteAsync(Task.FromResult((known, true)), CancellationToken.None).ConfigureAwait(false);
                    continue;
                }

                await cores.WaitAsync(CancellationToken.None).ConfigureAwait(false);
                var grading = Task.Run(() => Grade(source, grader, cores, cancel), CancellationToken.None);
                await queue.WriteAsync(grading, CancellationToken.None).ConfigureAwait(false);
            }

            // Those under way still give their core back.
            for (var i = 0; i < Environment.ProcessorCount; i++) await cores.WaitAsync(CancellationToken.None).ConfigureAwait(false);
            queue.Complete();
        }
        catch (Exception e)
        {
            queue.Complete(e);
        }
    }

    private static (GradedFile, bool) Grade(Source source, Grader grader, SemaphoreSlim cores, CancellationToken cancel)
    {
        try
        {
            return (grader.Grade(source, cancel), false);
        }
        finally
        {
            cores.Release();
        }
    }
}
