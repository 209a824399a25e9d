using System.Net;

namespace TabletopAgent.Agent;

/// <summary>
/// Counts what one answer takes, and stops it where it takes too much. It sits under Semantic Kernel, because that goes on asking by
/// itself: a model that calls unknown tools for ever passes no filter.
/// </summary>
internal sealed class Meter(ModelSettings settings, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>No reply of a chat model is longer; what is, comes from something else.</summary>
    private const int MostBytesPerToken = 2_000;

    /// <summary>What the last try was refused with, while another one is waited for.</summary>
    public static readonly HttpRequestOptionsKey<(HttpStatusCode Status, TimeSpan? RetryAfter)> Refusal = new("refusal");

    public int Requests { get; private set; }

    /// <summary>An estimate, for servers that do not count.</summary>
    public long TokensSent { get; private set; }

    public HttpStatusCode? Status { get; private set; }

    public TimeSpan? RetryAfter { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Requests++ > settings.Steps) throw new ModelIllException(Notes.ModelLooped((int)settings.Steps));
        TokensSent += Tokens.OfBytes(request.Content?.Headers.ContentLength ?? 0);
        if (TokensSent > settings.TurnTokens) throw new ModelIllException(Notes.ModelTooDear((int)settings.TurnTokens));

        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            (Status, RetryAfter) = (response.StatusCode, response.Headers.RetryAfter?.Delta);
        }
        catch (OperationCanceledException) when (request.Options.TryGetValue(Refusal, out var refusal))
        {
            // Given up while waiting to try again: what it was refused for is what people should hear.
            (Status, RetryAfter) = refusal;
            throw;
        }

        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var capped = new StreamContent(new Capped(body, (long)settings.ReplyTokens * MostBytesPerToken, () => throw new ModelIllException(Notes.ModelTooLong((int)settings.ReplyTokens))));
        foreach (var (name, values) in response.Content.Headers.NonValidated) capped.Headers.TryAddWithoutValidation(name, values);
        response.Content = capped;
        return response;
    }

    /// <summary>A stream that refuses to give more than so many bytes.</summary>
    private sealed class Capped(Stream inner, long most, Action tooMuch) : Stream
    {
        private long _read;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => _read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Count(await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }

        private int Count(int read)
        {
            if ((_read += read) > most) tooMuch();
            return read;
        }
    }
}
