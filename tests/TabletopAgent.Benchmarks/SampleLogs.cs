using System.Globalization;
using System.Text;
using TabletopAgent.Exercises;

namespace TabletopAgent.Benchmarks;

/// <summary>Chained logs as an evening leaves them: mostly samples, some errors, what people did, probes. The same for the same seed.</summary>
internal static class SampleLogs
{
    private static readonly string[] Services = ["checkout", "payments", "catalog", "chat"], Regions = ["eu-west-1", "us-east-1"], Routes = ["/pay", "/cart", "/search"];

    public static void Write(Stream to, int events, int seed)
    {
        var random = new Random(seed);
        var at = new DateTime(2026, 5, 4, 14, 0, 0, DateTimeKind.Utc);
        var prev = Chain.Start;
        for (var seq = 1; seq <= events; seq++)
        {
            var line = EventWriter.Linked(Encoding.UTF8.GetBytes(Body(seq, at, random, seed)), seq, prev);
            prev = Chain.Hash(line);
            to.Write(line);
            to.WriteByte((byte)'\n');
            at = at.AddSeconds(random.Next(1, 60));
        }
    }

    /// <returns>The folder, with so many logs in it; made once.</returns>
    public static string Folder(string root, int logs, int events)
    {
        var folder = Path.Combine(root, $"{logs}x{events}");
        if (Directory.Exists(folder)) return folder;
        Directory.CreateDirectory(folder);
        for (var i = 0; i < logs; i++)
        {
            using var file = File.Create(Path.Combine(folder, $"{i:00000}.jsonl"));
            using var buffered = new BufferedStream(file, 1 << 16);
            Write(buffered, events, i);
        }

        return folder;
    }

    private static string Body(int seq, DateTime time, Random random, int seed)
    {
        var at = time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var (service, region) = (Services[random.Next(4)], Regions[random.Next(2)]);
        if (seq == 1)
            return $$"""{"type":"exercise","at":"{{at}}","v":1,"id":"drill-{{seed}}","title":"Region loss","team":"team {{seed % 7}}","tier":"S","services":[{"name":"checkout","tier":"S","rag":false},{"name":"chat","tier":"A","rag":true}],"stores":[{"name":"orders","rpo_minutes":5}],"baseline":{"service":"checkout","p95_warm_ms":320,"samples":5000,"cache_hit_pct":91.5,"error_classes":["/pay|headers|503"]} }""";
        return random.Next(100) switch
        {
            < 62 => $$"""{"type":"sli","at":"{{at}}","service":"{{service}}","region":"{{region}}","ok":{{(random.Next(5) > 0 ? "true" : "false")}},"p95_warm_ms":{{random.Next(200, 900)}},"samples":{{random.Next(50, 900)}},"cache_prefix":"catalog:v3","cache_hit_pct":{{(random.Next(800, 960) / 10.0).ToString(CultureInfo.InvariantCulture)}},"queue_depth":{{random.Next(4000)}},"error_pct":{{(random.Next(90) / 10.0).ToString(CultureInfo.InvariantCulture)}}}""",
            < 72 => $$"""{"type":"error","at":"{{at}}","service":"{{service}}","region":"{{region}}","route":"{{Routes[random.Next(3)]}}","stage":"headers","code":{{500 + random.Next(5)}},"count":{{random.Next(1, 400)}}}""",
            < 82 => $$"""{"type":"probe","at":"{{at}}","service":"chat","phase":"post","probe_id":"p-{{random.Next(50):000}}","question":"Where in the policy does paid time off accrue for part-time staff?","expected_section":"benefits.pto.rules","ΔS_q_r":{{(random.Next(20, 80) / 100.0).ToString(CultureInfo.InvariantCulture)}},"coverage":0.74,"λ_state":"→","citations":["doc:hr-handbook#s4.2"],"index_family":"docs-v3-green","retriever_metric":"cosine","analyzer":"icu"}""",
            < 87 => $$"""{"type":"decision","at":"{{at}}","by":"Ann","role":"incident-commander","owner":"Ann","text":"Fail over {{service}} to {{region}}; reads stay where they are.","rationale":"22 percent of writes return 500","runbook":"pages/failover.md"}""",
            < 92 => $$"""{"type":"comms","at":"{{at}}","by":"Bo","role":"comms-lead","audience":"customers","text":"Some payments fail; we are moving to another region. Next update in 15 minutes."}""",
            < 95 => $$"""{"type":"inject","at":"{{at}}","card":"order-writes-fail","text":"Write routes in {{region}} return 500 on 22 percent of requests.","state":"released","reason":"due"}""",
            < 97 => $$"""{"type":"writes","at":"{{at}}","store":"orders","acked":1000,"present":960,"replayed":30,"deduped":6,"documented_lost":4,"duplicates":0,"newest_recovered_at":"{{at}}"}""",
            _ => $$"""{"type":"change","at":"{{at}}","by":"Cy","role":"cloud-operator","area":"routing","what":"weights","before":"A 100","after":"A 0, B 100","proof":"p95 back to 330 ms"}""",
        };
    }
}
