using TabletopAgent.Hearing;

namespace TabletopAgent.Tests.Hearing;

/// <summary>A toy world of two layers and the two verdicts, far enough apart that anything which learns tells them from each other.</summary>
internal static class Lines
{
    public static readonly string[] Layers = ["queue", "index"];

    public static readonly Example[] Toy =
    [
        new("the queue grows and messages wait", "queue", "backlog"), new("queue depth climbs, consumers are slow", "queue", "backlog"),
        new("messages pile up in the backlog", "queue", "backlog"), new("oldest message in the queue is an hour old", "queue", "backlog"),
        new("answers cite the wrong section", "index", "chunks"), new("search returns passages from another page", "index", "chunks"),
        new("retrieved text does not answer the question", "index", "metric"), new("cosine distance is wrong after the restore", "index", "metric"),
        new("all green, nothing to report", Ear.Healthy, null), new("everything works, drill finished without errors", Ear.Healthy, null),
        new("something feels off but we have no numbers", Ear.NeedData, null), new("somebody complained, no details yet", Ear.NeedData, null),
    ];

    public static byte[] Bytes(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream)) write(writer);
        return stream.ToArray();
    }

    public static BinaryReader Reader(byte[] bytes) => new(new MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true));

    /// <summary>Nothing of it was ever heard, much of it is hard to read.</summary>
    public static TheoryData<string> Strange =>
    [
        "", " \n\t", "zzyzx qqfrobnicate", "😀🔥", "запись не работает", "写入失败", "لا يعمل", "\ud83d", "\0", new string('x', 1 << 20), new string('9', 1 << 20),
        string.Concat(Enumerable.Repeat("queue 5 to 6 ", 80_000)),
    ];
}
