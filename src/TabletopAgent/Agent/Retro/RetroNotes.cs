using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TabletopAgent.Agent.Masking;
using TabletopAgent.Exercises;
using TabletopAgent.Store;

namespace TabletopAgent.Agent.Retro;

/// <summary>
/// A few sentences of a model on each graded log, for the retro. The code grades; what the model makes of it is held against the grade like
/// any answer. What it once wrote is kept as it came and held against the grade again. A model that fails costs its notes, nothing else.
/// </summary>
/// <param name="cache">The folder of all caches of the program; null: nothing is kept.</param>
internal sealed class RetroNotes(Prompt prompt, ModelSettings settings, string? cache, NoteCheck check, TimeProvider clock) : IDisposable
{
    /// <summary>Enough to keep a server of one's own busy, few enough not to be refused by another's.</summary>
    private const int AtOnce = 4;

    /// <summary>After so many failures in a row nobody is asked any more in this run.</summary>
    private const int MostIll = 3;

    private readonly IHost _host = AgentHost.Build(settings, clock);
    private readonly SemaphoreSlim _room = new(AtOnce, AtOnce);
    private readonly Lock _lock = new();
    private readonly ContentCache? _kept = cache is null ? null : new ContentCache(Path.Combine(cache, "notes"), "note", Encoding.UTF8.GetBytes("note 1\n"));
    private (int InRow, int Without, Note? Last) _ill;

    /// <returns>Null where the prompt cannot be used; the notes say why.</returns>
    public static Prompt? Load(string folder, List<Note> notes) => Prompt.Load(Path.Combine(folder, "grade-note.md"), GradeSheet.Fills, notes);

    /// <summary>With what notes are written: two runs of one identity may be joined.</summary>
    public string Identity => Sum(settings.Name, prompt.Fill(GradeSheet.Nothing))[..16];

    /// <summary>What to tell people when all is done; null where every log that was to have a note has one.</summary>
    public Note? Missing
    {
        get { lock (_lock) return _ill is (_, > 0, { } last) ? Notes.WithoutModelNotes(_ill.Without, last) : null; }
    }

    /// <param name="head">The events that name things.</param>
    /// <returns>Null where the model gave none.</returns>
    public ModelNote? Of(Report report, IReadOnlyList<Event> head, CancellationToken stop) => OfAsync(report, head, stop).GetAwaiter().GetResult();

    private async Task<ModelNote?> OfAsync(Report report, IReadOnlyList<Event> head, CancellationToken stop)
    {
        var (gate, sheet) = (new Gate(), GradeSheet.Of(report, (int)(settings.ContextTokens / 2)));
        // Fences differ from run to run; what is in them does not.
        var key = Sum(settings.Name, prompt.Fill(sheet.Filled("", (_, text) => gate.Mask(text))));
        var reply = _kept?.Find(key) is { } kept ? Encoding.UTF8.GetString(kept) : null;
        if (reply is null)
        {
            reply = await AskAsync(prompt.Fill(sheet.Filled(gate.Rule, gate.Data)), stop).ConfigureAwait(false);
            if (reply is null) return null;
            _kept?.Keep(key, Encoding.UTF8.GetBytes(reply));
        }

        var (text, struck) = check.Of(gate.Reveal(reply), report, head);
        // Grades are mailed about.
        return new ModelNote(settings.Name, Masker.Forget(text), struck);
    }

    private async Task<string?> AskAsync(string words, CancellationToken stop)
    {
        await _room.WaitAsync(stop).ConfigureAwait(false);
        var line = _host.Services.GetRequiredService<ModelLine>();
        using var meter = new Meter(settings, line.Handler());
        try
        {
            lock (_lock)
                if (_ill.InRow >= MostIll)
                {
                    _ill.Without++;
                    return null;
                }

            var reply = new StringBuilder();
            using var watch = new Watch(settings, clock, stop);
            // Nobody waits for the first word of a note.
            await new Listener(settings, clock).HearAsync(line.Bare(meter), [new Message("user", words)], new(), meter, new Usage(), clock.GetTimestamp(), watch, piece =>
            {
                reply.Append(piece);
                return true;
            }, stop).ConfigureAwait(false);
            if (string.IsNullOrWhiteSpace(reply.ToString())) throw new ModelIllException(Notes.ModelEmpty());
            lock (_lock) _ill.InRow = 0;
            return reply.ToString();
        }
        catch (Exception e)
        {
            stop.ThrowIfCancellationRequested();
            lock (_lock) _ill = (_ill.InRow + 1, _ill.Without + 1, Illness.Of(e, settings, meter));
            return null;
        }
        finally
        {
            _room.Release();
        }
    }

    public void Dispose()
    {
        _room.Dispose();
        _host.Dispose();
    }

    private static string Sum(string model, string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{model}\n{words}")));
}
