using System.Text.RegularExpressions;

namespace TabletopAgent.Facts;

/// <summary>Draws facts from free text: which number stands beside which metric, in the same clause.</summary>
internal static partial class FactReader
{
    /// <summary>A metric as people name it, and how a number beside it becomes a fact.</summary>
    /// <param name="Words">What names the metric.</param>
    /// <param name="Take">The facts from a mention in the clause; nothing when the unit does not fit.</param>
    private sealed record Cue(Regex Words, Func<Mention, string, IReadOnlyList<Figure>> Take);

    /// <summary>A record and not a tuple, as all that is kept in lists here: lists of tuples are compiled at every start.</summary>
    private sealed record Figure(string Name, double Value, double? Before);

    /// <summary>Where a metric is named.</summary>
    private sealed record Hit(Cue Cue, int Start, int End);

    private static readonly Cue[] Cues =
    [
        new(DeltaS(), (m, _) => m.Unit is Unit.None && m.Value is >= 0 and <= 1 ? One("delta_s", m.Value, m.Before) : []),
        new(Coverage(), (m, _) => m.Unit switch
        {
            Unit.None when m.Value is >= 0 and <= 1 => One("coverage", m.Value, m.Before),
            Unit.Percent => One("coverage", m.Value / 100, m.Before / 100),
            _ => [],
        }),
        new(HitRate(), (m, clause) => m.Unit switch
        {
            Unit.Percent when m.Before is { } b => [new("cache_hit_pct", m.Value, b), new("cache_drop_points", Math.Round(b - m.Value, 4), null)],
            Unit.Percent => One("cache_hit_pct", m.Value),
            Unit.None when m.Before is { } b && b <= 100 && m.Value <= 100 && b > 1 => [new("cache_hit_pct", m.Value, b), new("cache_drop_points", Math.Round(b - m.Value, 4), null)],
            Unit.Points => One("cache_drop_points", Rises().IsMatch(clause) ? -m.Value : m.Value),
            _ => [],
        }),
        new(Stale(), (m, _) => Share(m, "stale_hit_pct")),
        new(FirstHits(), (m, clause) => m.Unit is not (Unit.Percent or Unit.Share) ? []
            : Failed().IsMatch(clause) ? One("first_hit_pct", 100 - m.Value, 100 - m.Before)
            : Worked().IsMatch(clause) ? One("first_hit_pct", m.Value, m.Before)
            : []),
        new(Cold(), (m, _) => m.Unit == Unit.Seconds ? One("ttfb_cold_ms", m.Value * 1000, m.Before * 1000) : Share(m, "cold_share_pct")),
        new(Latency(), (m, _) => m.Unit switch
        {
            Unit.Seconds => Change("p95_ms", "p95_ratio", m, 1000),
            Unit.Factor => One("p95_ratio", m.Value),
            Unit.None when m.Before > 0 => Change("p95_ms", "p95_ratio", m, 1),
            _ => [],
        }),
        new(QueueAge(), (m, _) => m.Unit == Unit.Seconds ? One("queue_age_s", m.Value, m.Before) : []),
        new(Queue(), (m, _) => m.Unit switch
        {
            Unit.Factor => One("queue_ratio", m.Value),
            Unit.None or Unit.Count when m.Before > 0 => One("queue_ratio", Math.Round(m.Value / m.Before.Value, 4)),
            Unit.Seconds => One("queue_age_s", m.Value, m.Before),
            _ => [],
        }),
        new(Auth(), (m, _) => Share(m, "auth_error_pct")),
        new(Throttled(), (m, _) => Share(m, "throttled_pct")),
        new(TimedOut(), (m, _) => Share(m, "timeout_pct")),
        new(Duplicates(), (m, _) => m.Unit is Unit.None or Unit.Count && m.Value >= 0 ? One("duplicates", m.Value) : []),
        new(Lost(), (m, clause) => m.Unit is Unit.None or Unit.Count && m.Value >= 0 && !LostThings().IsMatch(clause) ? One("lost_writes", m.Value) : []),
        new(Cpu(), (m, _) => Share(m, "cpu_pct")),
        new(Memory(), (m, _) => Share(m, "memory_pct")),
        new(Disk(), (m, _) => Share(m, "disk_pct")),
        new(Traffic(), (m, _) => m.Unit == Unit.Factor ? One("traffic_ratio", m.Value) : Share(m, "shifted_pct")),
        // "first hits fail in 12 of 200" is about first hits, whichever word stands nearer.
        new(Errors(), (m, clause) => FirstHits().IsMatch(clause) ? [] : Share(m, Writing().IsMatch(clause) ? "write_error_pct" : Reading().IsMatch(clause) ? "read_error_pct" : "error_pct")),
    ];

    /// <param name="text">What somebody typed.</param>
    /// <param name="place">Where the text stands.</param>
    /// <param name="at">When it was said, if known.</param>
    public static List<Fact> Read(string text, Place place, DateTimeOffset? at = null)
    {
        var facts = new List<Fact>();
        var before = 0;
        foreach (var words in Clauses(text))
        {
            if (Steadiness.IsAll(words))
            {
                // "cpu 85 %, as usual": what stands alone is said of what stands before it.
                for (var i = before; i < facts.Count; i++) facts[i] = facts[i] with { Steady = true };
                continue;
            }

            before = facts.Count;
            var nones = Nones.In(words);
            List<Hit>? named = null;
            var turns = Turn().Matches(words);
            foreach (var none in nones) facts.Add(new Fact(none.Name, 0, null, Source.Words, place, words.Trim(), null, at));
            foreach (var mention in Mentions.In(words))
            {
                if (nones.Exists(n => mention.Start < n.End && n.Start < mention.End)) continue;
                if (mention.Unit == Unit.Status) facts.Add(new Fact("status", mention.Value, null, Source.Words, place, Around(words, mention), null, at, Steadiness.Of(words, mention)));
                else if (mention.Unit != Unit.Clock) Name(words, named ??= Named(words), turns, mention, place, at, facts);
            }

            foreach (var state in States(words)) facts.Add(new Fact(state, null, state == OldSide ? "served" : "mismatch", Source.Words, place, words.Trim(), null, at));
        }

        return facts;
    }

    /// <summary>Clauses, the endless ones in pieces: work grows with the square of a clause, and nobody says a number 400 characters from its metric.</summary>
    private static IEnumerable<string> Clauses(string text)
    {
        const int longest = 400;
        foreach (Match clause in Clause().Matches(text))
        {
            var from = clause.Index;
            var end = clause.Index + clause.Length;
            while (end - from > longest)
            {
                var cut = text.LastIndexOf(' ', from + longest, longest);
                if (cut <= from) cut = from + longest;
                yield return text[from..cut];
                from = cut;
            }

            yield return text[from..end];
        }
    }

    /// <summary>Where the metrics of a clause are named, found once for all its numbers.</summary>
    private static List<Hit> Named(string clause)
    {
        var hits = new List<Hit>();
        foreach (var cue in Cues)
            foreach (var hit in cue.Words.EnumerateMatches(clause)) hits.Add(new Hit(cue, hit.Index, hit.Index + hit.Length));
        return hits;
    }

    private static void Name(string clause, List<Hit> named, MatchCollection turns, Mention mention, Place place, DateTimeOffset? at, List<Fact> facts)
    {
        var (least, best) = (0, (IReadOnlyList<Figure>?)null);
        foreach (var (cue, start, end) in named)
        {
            // What precedes a number names it more often than what follows: "hit rate 91" against "91 requests".
            var distance = start >= mention.End ? (start - mention.End) * 2 : Math.Max(0, mention.Start - end);
            // "cpu 85% as usual but 22% of writes fail" is not about 22% of the cpu.
            foreach (Match turn in turns)
                if (turn.Index >= Math.Min(end, mention.End) && turn.Index < Math.Max(start, mention.Start)) distance += 50;
            if (best is not null && distance >= least) continue;
            if (cue.Take(mention, clause) is { Count: > 0 } figures) (least, best) = (distance, figures);
        }

        foreach (var (name, value, before) in best ?? [])
            facts.Add(new Fact(name, Math.Round(value, 4), null, Source.Words, place, clause.Trim(), before is { } b ? Math.Round(b, 4) : null, at, Steadiness.Of(clause, mention)));
    }

    /// <summary>Facts that are words: a side that was left and is still served, an index that differs.</summary>
    private static IEnumerable<string> States(string clause)
    {
        if (StillServed().IsMatch(clause)) yield return OldSide;
        if (!Differs().IsMatch(clause)) yield break;
        if (Reranker().IsMatch(clause)) yield return "index_reranker";
        if (Metric().IsMatch(clause)) yield return "index_metric";
        if (Analyzer().IsMatch(clause)) yield return "index_analyzer";
        if (Dimension().IsMatch(clause)) yield return "index_dim";
        if (IndexHash().IsMatch(clause)) yield return "index_hash";
        if (EmbedModel().IsMatch(clause)) yield return "index_embed_model";
    }

    private const string OldSide = "old_side";

    private static string Around(string clause, Mention mention)
    {
        var from = Math.Max(0, mention.Start - 24);
        return clause[from..Math.Min(clause.Length, mention.End + 24)].Trim();
    }

    private static IReadOnlyList<Figure> One(string name, double value, double? before = null) => [new Figure(name, value, before)];

    private static IReadOnlyList<Figure> Share(Mention m, string name) =>
        m.Unit is Unit.Percent or Unit.Share ? One(name, m.Value, m.Before) : [];

    private static IReadOnlyList<Figure> Change(string name, string ratio, Mention m, double scale) =>
        m.Before is > 0 and var before ? [new(name, m.Value * scale, before * scale), new(ratio, m.Value / before, null)] : One(name, m.Value * scale, m.Before * scale);

    [GeneratedRegex(@"(?:[^.,;\n!?]|[.,](?=\d)|(?<=\d)[.,](?=\S))+", RegexOptions.CultureInvariant)]
    private static partial Regex Clause();

    [GeneratedRegex(@"\b(?:but|while|whereas|though|although|however|yet)\b", Plain)] private static partial Regex Turn();

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"ΔS|\bdelta[ _-]?s\b|\bds_?(?:median|q_?r)?\b", Plain)] private static partial Regex DeltaS();
    [GeneratedRegex(@"\bcoverage\b", Plain)] private static partial Regex Coverage();
    [GeneratedRegex(@"\bhit[- ]?(?:rate|ratio)|\bcache hits?\b", Plain)] private static partial Regex HitRate();
    [GeneratedRegex(@"\bstale\b|\boutdated\b", Plain)] internal static partial Regex Stale();
    [GeneratedRegex(@"\bcold\b|\bfirst (?:request|call|hit)s?\b", Plain)] private static partial Regex Cold();
    [GeneratedRegex(@"\bfirst[- ](?:hit|request|call|try|tries|attempt|start)s?\b", Plain)] private static partial Regex FirstHits();
    [GeneratedRegex(@"\b(?:succe\w+|ok|okay|fine|worked|works?|passed|pass|served|answered|good|200s)\b", Plain)] private static partial Regex Worked();
    [GeneratedRegex(@"\bfail\w*|\berror\w*|\btim(?:e|es|ed|ing)[- ]?outs?\b|\bmiss(?:ed|es)?\b|\bbroke\b|\b5\d\ds?\b", Plain)] private static partial Regex Failed();
    [GeneratedRegex(@"\blost\s+(?:\w+\s+){0,2}(?:nodes?|pods?|instances?|hosts?|regions?|zones?|replicas?|connections?|packets?|minutes?|hours?|shards?|machines?|vms?|users?|links?|routers?|brokers?)\b", Plain)] private static partial Regex LostThings();
    [GeneratedRegex(@"\bp\d{2}\b|\blatenc(?:y|ies)\b|\bresponse times?\b|\bttfb\b", Plain)] private static partial Regex Latency();
    [GeneratedRegex(@"\boldest\b|\b(?:queue|message|msg|backlog) age\b|\blag\b", Plain)] private static partial Regex QueueAge();
    [GeneratedRegex(@"\bqueues?\b|\bbacklog\b|\bdepth\b|\bdlq\b|\bin flight\b", Plain)] private static partial Regex Queue();
    [GeneratedRegex(@"\b40[13](?:['’]?s)?\b|\bunauthori[sz]ed\b|\bforbidden\b|\bauth(?:entication)? (?:errors?|failures?)\b", Plain)] internal static partial Regex Auth();
    [GeneratedRegex(@"\b429(?:['’]?s)?\b|\bthrottl\w+|\brate[- ]limited\b", Plain)] internal static partial Regex Throttled();
    [GeneratedRegex(@"\btim(?:e|es|ed|ing)[- ]?outs?\b|\b504(?:['’]?s)?\b", Plain)] internal static partial Regex TimedOut();
    [GeneratedRegex(@"\bduplicat\w+|\bdupes?\b|\bdoubled? charges?\b|\btwice\b", Plain)] internal static partial Regex Duplicates();
    [GeneratedRegex(@"\blost\b|\bmissing (?:writes?|orders?|rows?|records?|events?)|\bgone\b", Plain)] private static partial Regex Lost();
    [GeneratedRegex(@"\bcpu\b", Plain)] private static partial Regex Cpu();
    [GeneratedRegex(@"\bmem(?:ory)?\b|\brss\b|\bheap\b", Plain)] private static partial Regex Memory();
    [GeneratedRegex(@"\bdisks?\b|\bvolume\b|\binodes?\b", Plain)] private static partial Regex Disk();
    [GeneratedRegex(@"\btraffic\b|\bweights?\b|\bload\b|\bto (?:green|blue)\b", Plain)] private static partial Regex Traffic();
    [GeneratedRegex(@"\berrors?\b|\bfail\w*|\b5(?:xx|\d\d)(?:['’]?s)?\b|\brejected\b|\bbroken\b", Plain)] internal static partial Regex Errors();
    [GeneratedRegex(@"\bwrit(?:e|es|ing)\b|\bposts?\b|\bsav(?:e|es|ing)\b|\binserts?\b|\bcheckouts?\b|\buploads?\b", Plain)] internal static partial Regex Writing();
    [GeneratedRegex(@"\breads?\b|\bgets?\b|\bloads?\b", Plain)] internal static partial Regex Reading();
    [GeneratedRegex(@"\brises?\b|\brose\b|\bup\b|\bhigher\b|\bgain", Plain)] private static partial Regex Rises();
    [GeneratedRegex(@"\bmismatch\w*|\bdiffer\w*|\bnot the same\b|\bwrong\b|\b(?:is|was|are) (?:different|changed)|≠|!=", Plain)] private static partial Regex Differs();
    [GeneratedRegex(@"\bstill\s+(?:\w+\s+){0,2}?(?:see|seeing|get|getting|hit|hitting|reach|reaching|land|landing|arrive|arriving|go|going|come|coming|connect|connecting|talk|talking|resolve|resolving|resolves|sent|served|routed|pinned|stuck|on|in|at)\s+(?:\w+\s+){0,3}?(?:blue|green|(?:old|former|previous|dead|drained|evacuated|retired|wrong)\s+(?:side|region|site|colou?r|origin|cluster|datacent(?:er|re)|data cent(?:er|re)|load balancer|machine|host|address|ip|zone))\b", Plain)] private static partial Regex StillServed();
    [GeneratedRegex(@"\brerank\w*", Plain)] private static partial Regex Reranker();
    [GeneratedRegex(@"\bmetric\b|\bcosine\b|\binner product\b|\bdot product\b|\bl2\b", Plain)] private static partial Regex Metric();
    [GeneratedRegex(@"\banaly[sz]er\b|\btokeni[sz]er\b", Plain)] private static partial Regex Analyzer();
    [GeneratedRegex(@"\bdim(?:ension)?s?\b", Plain)] private static partial Regex Dimension();
    [GeneratedRegex(@"\bindex[ _]hash\b|\bhash of the index\b", Plain)] private static partial Regex IndexHash();
    [GeneratedRegex(@"\bembedding model\b|\bembedder\b", Plain)] private static partial Regex EmbedModel();
}
