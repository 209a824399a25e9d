using System.ClientModel;
using System.Net;
using System.Text.Json;
using Microsoft.SemanticKernel;
using Polly.CircuitBreaker;

namespace TabletopAgent.Agent;

/// <summary>The model did not answer; the note says why, in one line that people can act on.</summary>
internal sealed class ModelIllException(Note note, Exception? inner = null) : Exception(note.Text, inner)
{
    public Note Note { get; } = note;
}

/// <summary>What a failure means. The server's own words are never shown: nobody knows who wrote them.</summary>
internal static class Illness
{
    public static Note Of(Exception failure, ModelSettings settings, Meter? meter = null) => failure switch
    {
        BrokenCircuitException open => Notes.ModelResting(open.RetryAfter?.TotalSeconds ?? settings.RestSeconds),
        _ when Find<ModelIllException>(failure) is { } known => known.Note,
        // Nothing was heard at all, or what was heard stopped: both come as one exception.
        HttpOperationException http when http.StatusCode is { } status => Of((int)status, settings, meter),
        _ when Find<ClientResultException>(failure) is { Status: > 0 } refused => Of(refused.Status, settings, meter),
        _ when Find<JsonException>(failure) is not null => Notes.ModelGarbled(),
        _ when Find<IOException>(failure) is not null && meter?.Status is HttpStatusCode.OK => Notes.ModelBrokeOff(),
        _ when Find<HttpRequestException>(failure) is not null => meter?.Status is HttpStatusCode.OK ? Notes.ModelBrokeOff() : Notes.ModelUnreachable(),
        _ when Find<IOException>(failure) is not null => Notes.ModelUnreachable(),
        _ => Notes.ModelGarbled(),
    };

    public static Note Of(int status, ModelSettings settings, Meter? meter) => status switch
    {
        401 or 403 => Notes.ModelRefusedKey(status),
        404 => Notes.ModelNotFound(settings.Name),
        429 => Notes.ModelBusy(meter?.RetryAfter?.TotalSeconds),
        >= 500 => Notes.ModelFailed(status),
        >= 300 => Notes.ModelRefused(status),
        _ => Notes.ModelGarbled(),
    };

    private static T? Find<T>(Exception? failure) where T : Exception
    {
        for (; failure is not null; failure = failure.InnerException)
            if (failure is T found) return found;
        return null;
    }
}
