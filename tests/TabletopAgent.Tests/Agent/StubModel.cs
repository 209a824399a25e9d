using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace TabletopAgent.Tests.Agent;

/// <summary>
/// A model that replays a script over a real socket, in the wire protocol that OpenAI, Ollama, vLLM and LM Studio share. Each request
/// takes the next line of the script (<see cref="StubReply"/> says what one can hold); after the last line it answers 500.
/// </summary>
internal sealed class StubModel : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Queue<JsonElement> _script = [];
    private readonly Func<Request, string>? _answer;
    private readonly List<Request> _requests = [];
    private readonly Channel<Request> _asked = Channel.CreateUnbounded<Request>();
    private readonly List<Task> _serving = [];
    private readonly Task _accepting;

    /// <param name="script">JSON, one reply each.</param>
    public StubModel(params IEnumerable<string> script)
    {
        foreach (var line in script.Where(l => !string.IsNullOrWhiteSpace(l))) _script.Enqueue(JsonElement.Parse(line));
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <param name="answer">Makes each reply of what was asked.</param>
    public StubModel(Func<Request, string> answer) : this() => _answer = answer;

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1");

    public IReadOnlyList<Request> Requests
    {
        get { lock (_requests) return [.. _requests]; }
    }

    /// <summary>Waits until one more request has come.</summary>
    public async Task<Request> AskedAsync() => await _asked.Reader.ReadAsync(_stop.Token);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        Task[] serving;
        lock (_serving) serving = [.. _serving];
        await Task.WhenAll(serving);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                lock (_serving) _serving.Add(ServeAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                client.NoDelay = true;
                await using var stream = client.GetStream();
                if (await Request.ReadAsync(stream, _stop.Token) is not { } request) return;
                JsonElement reply;
                lock (_requests)
                {
                    _requests.Add(request);
                    reply = _answer is null ? Next() : JsonElement.Parse(_answer(request));
                }

                _asked.Writer.TryWrite(request);
                await StubReply.WriteAsync(reply, stream, _stop.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
            {
                // The other side left, or the test is over.
            }
        }
    }

    private JsonElement Next()
    {
        if (_script.Count == 0) return JsonElement.Parse("""{"status":500,"body":"the script is over"}""");
        return _script.Peek().TryGetProperty("forever", out var forever) && forever.ValueKind == JsonValueKind.True ? _script.Peek() : _script.Dequeue();
    }

    /// <summary>What was asked.</summary>
    /// <param name="Head">Request line and headers.</param>
    /// <param name="Body">The JSON sent.</param>
    internal sealed record Request(string Head, string Body)
    {
        public IReadOnlyList<(string Role, string Text)> Messages =>
            [.. JsonElement.Parse(Body).GetProperty("messages").EnumerateArray().Select(m => (m.GetProperty("role").GetString()!, Content(m)))];

        public IReadOnlyList<string> Tools => JsonElement.Parse(Body).TryGetProperty("tools", out var tools)
            ? [.. tools.EnumerateArray().Select(t => t.GetProperty("function").GetProperty("name").GetString()!)] : [];

        private static string Content(JsonElement message) => !message.TryGetProperty("content", out var content) ? "" : content.ValueKind switch
        {
            JsonValueKind.String => content.GetString()!,
            JsonValueKind.Array => string.Concat(content.EnumerateArray().Select(p => p.TryGetProperty("text", out var t) ? t.GetString() : "")),
            _ => "",
        };

        public static async Task<Request?> ReadAsync(Stream stream, CancellationToken stop)
        {
            var head = new StringBuilder();
            var one = new byte[1];
            while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                if (await stream.ReadAsync(one, stop) == 0) return null;
                head.Append((char)one[0]);
            }

            var length = head.ToString().Split("\r\n").Select(l => l.Split(':', 2)).Where(h => h[0].Equals("Content-Length", StringComparison.OrdinalIgnoreCase)).Select(h => int.Parse(h[1])).FirstOrDefault();
            var body = new byte[length];
            await stream.ReadExactlyAsync(body, stop);
            return new Request(head.ToString(), Encoding.UTF8.GetString(body));
        }
    }
}
