using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace TabletopAgent.Tests.Agent;

/// <summary>
/// One reply of the stub model, as data:
/// <c>say</c> [pieces of text]; <c>call</c> [[function, arguments], …], where arguments that are a text are sent as they are;
/// <c>status</c> with <c>headers</c> and <c>body</c>, perhaps <c>torn</c> (the socket closes in the middle of it); <c>raw</c> text in <c>charset</c>; <c>megabytes</c> of text.
/// Each can be made ill: <c>silent</c> before (nothing comes), head (only the headers come) or end (all but the end comes);
/// <c>cut</c> n (the socket closes after n pieces), <c>end</c> n (the stream ends, properly, after n pieces);
/// <c>finish</c> other than stop or tool_calls; <c>usage</c> [prompt, completion]; <c>forever</c> (never leaves this line).
/// </summary>
internal static class StubReply
{
    private static string Head(int status, string type, string more) => $"HTTP/1.1 {status} -\r\nContent-Type: {type}\r\nConnection: close\r\n{more}\r\n";

    public static async Task WriteAsync(JsonElement reply, NetworkStream to, CancellationToken stop)
    {
        if (Text(reply, "silent") == "before") await Task.Delay(Timeout.Infinite, stop);
        if (reply.TryGetProperty("status", out var status)) await StatusAsync(reply, status.GetInt32(), to, stop);
        else if (reply.TryGetProperty("raw", out var raw)) await RawAsync(reply, raw.GetString()!, to, stop);
        else await StreamAsync(reply, to, stop);
    }

    private static async Task StatusAsync(JsonElement reply, int status, NetworkStream to, CancellationToken stop)
    {
        var headers = reply.TryGetProperty("headers", out var named) ? string.Concat(named.EnumerateObject().Select(h => $"{h.Name}: {h.Value.GetString()}\r\n")) : "";
        var body = Encoding.UTF8.GetBytes(Text(reply, "body") ?? """{"error":{"message":"no"}}""");
        await SendAsync(to, Head(status, "application/json", $"{headers}Content-Length: {body.Length}\r\n"), stop);
        if (!reply.TryGetProperty("torn", out _))
        {
            await to.WriteAsync(body, stop);
            return;
        }

        await to.WriteAsync(body.AsMemory(0, body.Length / 2), stop);
        to.Socket.LingerState = new LingerOption(true, 0);
    }

    private static async Task RawAsync(JsonElement reply, string raw, NetworkStream to, CancellationToken stop)
    {
        await SendAsync(to, Head(200, Text(reply, "type") ?? "text/event-stream", ""), stop);
        await to.WriteAsync(Encoding.GetEncoding(Text(reply, "charset") ?? "utf-8").GetBytes(raw), stop);
    }

    private static async Task StreamAsync(JsonElement reply, NetworkStream to, CancellationToken stop)
    {
        await SendAsync(to, Head(200, "text/event-stream", "Transfer-Encoding: chunked\r\n"), stop);
        if (Text(reply, "silent") == "head") await Task.Delay(Timeout.Infinite, stop);

        var pieces = 0;
        foreach (var piece in Pieces(reply))
        {
            if (Number(reply, "cut") == pieces)
            {
                // Reset, not closed: nobody on the other side can take this for an end.
                to.Socket.LingerState = new LingerOption(true, 0);
                return;
            }

            if (Number(reply, "end") == pieces) break;
            if (Number(reply, "pause_ms") is { } pause) await Task.Delay(pause, stop);
            await ChunkAsync(to, $"data: {piece}\n\n", stop);
            pieces++;
        }

        if (Text(reply, "silent") == "end") await Task.Delay(Timeout.Infinite, stop);
        if (Number(reply, "end") is null) await ChunkAsync(to, "data: [DONE]\n\n", stop);
        await SendAsync(to, "0\r\n\r\n", stop);
    }

    private static IEnumerable<string> Pieces(JsonElement reply)
    {
        yield return Delta("""{"role":"assistant","content":""}""");
        if (reply.TryGetProperty("say", out var say))
            foreach (var piece in say.EnumerateArray()) yield return Delta($$"""{"content":{{piece.GetRawText()}}}""");
        if (Number(reply, "megabytes") is { } megabytes)
        {
            var words = JsonSerializer.Serialize(string.Concat(Enumerable.Repeat("and on it goes ", 4096)));
            for (var sent = 0; sent < megabytes * 1024 * 1024; sent += words.Length) yield return Delta($$"""{"content":{{words}}}""");
        }

        var called = reply.TryGetProperty("call", out var calls);
        if (called)
            foreach (var (i, call) in calls.EnumerateArray().Index())
            {
                var arguments = call[1].ValueKind == JsonValueKind.String ? call[1].GetString()! : call[1].GetRawText();
                yield return Delta($$$"""{"tool_calls":[{"index":{{{i}}},"id":"call_{{{i}}}","type":"function","function":{"name":"{{{call[0].GetString()}}}","arguments":""}}]}""");
                // Arguments come in pieces, split wherever it falls.
                for (var at = 0; at < arguments.Length; at += 7)
                    yield return Delta($$$"""{"tool_calls":[{"index":{{{i}}},"function":{"arguments":{{{JsonSerializer.Serialize(arguments.Substring(at, Math.Min(7, arguments.Length - at)))}}}}}]}""");
            }

        yield return Chunk("{}", $"\"{Text(reply, "finish") ?? (called ? "tool_calls" : "stop")}\"");
        if (reply.TryGetProperty("usage", out var usage))
            yield return $$$"""{"id":"stub","object":"chat.completion.chunk","created":1,"model":"stub","choices":[],"usage":{"prompt_tokens":{{{usage[0]}}},"completion_tokens":{{{usage[1]}}},"total_tokens":{{{usage[0].GetInt32() + usage[1].GetInt32()}}}}}""";
    }

    private static string Delta(string delta) => Chunk(delta, "null");

    private static string Chunk(string delta, string finish) =>
        $$"""{"id":"stub","object":"chat.completion.chunk","created":1,"model":"stub","choices":[{"index":0,"delta":{{delta}},"finish_reason":{{finish}}}]}""";

    private static async Task ChunkAsync(NetworkStream to, string text, CancellationToken stop)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        await SendAsync(to, $"{bytes.Length:x}\r\n", stop);
        await to.WriteAsync(bytes, stop);
        await SendAsync(to, "\r\n", stop);
    }

    private static async Task SendAsync(NetworkStream to, string text, CancellationToken stop) => await to.WriteAsync(Encoding.UTF8.GetBytes(text), stop);

    private static string? Text(JsonElement reply, string name) => reply.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement reply, string name) => reply.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;
}
