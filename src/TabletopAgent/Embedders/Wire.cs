using System.Globalization;
using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace TabletopAgent.Embedders;

/// <summary>The wire to the server: waits its turn, and tries again what may pass. An answer counts when all of it came.</summary>
internal sealed class Wire : IDisposable
{
    /// <summary>2,048 texts of 3,072 numbers; more is no answer to us.</summary>
    private const int MostBytes = 192 * 1024 * 1024;

    private const int Tries = 4;

    private readonly HttpClient _http;
    private readonly Throttle _throttle;
    private readonly ResiliencePipeline<HttpResponseMessage> _again;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _clock;
    private readonly string _model;

    public Wire(EmbedderSettings settings, TimeProvider clock)
    {
        (_patience, _clock, _model) = (TimeSpan.FromSeconds(settings.TimeoutSeconds), clock, settings.Name);
        _throttle = new Throttle(settings.Concurrency, clock);
        // A redirect would carry texts, and the key, to somebody nobody chose.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = MostBytes };
        _again = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }.AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = Tries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = _patience / 40,
            ShouldHandle = args => ValueTask.FromResult(IsWorthAnother(args)),
        }).Build();
    }

    /// <exception cref="EmbedderIllException">No answer came, or a refusal.</exception>
    public async Task<byte[]> SendAsync(Func<HttpRequestMessage> request, CancellationToken stop)
    {
        try
        {
            using var response = await _again.ExecuteAsync(async token => await TryAsync(request, token).ConfigureAwait(false), stop).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode) throw Refusal(response);
            return await response.Content.ReadAsByteArrayAsync(stop).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException e)
        {
            throw new EmbedderIllException(string.Create(CultureInfo.InvariantCulture, $"it did not answer within {_patience.TotalSeconds:0.##} s; see that it runs, or raise TimeoutSeconds."), inner: e);
        }
        catch (HttpRequestException e)
        {
            throw new EmbedderIllException(e.HttpRequestError switch
            {
                HttpRequestError.ConfigurationLimitExceeded => "its answer is too long; ask for fewer texts at once (Batch).",
                HttpRequestError.SecureConnectionError => "no secure connection came about; look at its certificate.",
                HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError => "it cannot be reached; see that it runs, and that Endpoint is right.",
                _ => "the connection broke off; see that it runs, and try again.",
            }, inner: e);
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _throttle.Dispose();
    }

    private async Task<HttpResponseMessage> TryAsync(Func<HttpRequestMessage> request, CancellationToken stop)
    {
        await _throttle.EnterAsync(stop).ConfigureAwait(false);
        using var patience = new CancellationTokenSource(_patience, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        try
        {
            using var asked = request();
            // Reads the whole answer: one that breaks off in the middle is tried again too.
            var response = await _http.SendAsync(asked, HttpCompletionOption.ResponseContentRead, both.Token).ConfigureAwait(false);
            if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) _throttle.Refused(Asked(response) is var pause && pause < _patience ? pause : TimeSpan.Zero);
            else _throttle.Answered();
            return response;
        }
        catch (OperationCanceledException e) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutRejectedException(e.Message, e);
        }
        finally
        {
            _throttle.Leave();
        }
    }

    /// <summary>Silence is waited out twice, not five times. Who asks for a longer wait than people have is not asked again.</summary>
    private bool IsWorthAnother(RetryPredicateArguments<HttpResponseMessage> args) => args.Outcome switch
    {
        { Exception: TimeoutRejectedException } => args.AttemptNumber == 0,
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } } => false,
        { Result: { } refused } when Asked(refused) >= _patience => false,
        var outcome => HttpClientResiliencePredicates.IsTransient(outcome),
    };

    private TimeSpan Asked(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - _clock.GetUtcNow(),
        _ => TimeSpan.Zero,
    };

    private EmbedderIllException Refusal(HttpResponseMessage response) => (int)response.StatusCode switch
    {
        var status and (401 or 403) => new($"it refused the key ({status}); set TABLETOP__Embedder__ApiKey."),
        404 => new($"it knows no model \"{_model}\", or Endpoint is wrong (404)."),
        429 => new(Asked(response) is { Ticks: > 0 } wait
            ? string.Create(CultureInfo.InvariantCulture, $"it is busy and asks to wait {wait.TotalSeconds:0} s (429); try again then.") : "it is busy (429); try again later, or lower Concurrency."),
        var status and (400 or 413 or 422) => new($"it refused the text ({status}); shorten it, or see that the model and Dimensions are right.", ofTheseTexts: true),
        var status => new(string.Create(CultureInfo.InvariantCulture, $"it failed ({status}); look at its own log.")),
    };
}
