using System.Globalization;
using TabletopAgent.Agent.Grounding;

namespace TabletopAgent.Tests.Agent.Grounding;

/// <summary>Lies made from what a report says: every figure, verdict, page, person and time of it, each made false in every way listed here.</summary>
internal sealed class LieFactory(string name, int seed)
{
    private static readonly string[] s_dimensions = ["RTO", "RPO", "Semantics", "Safety", "Ops", "Docs"];

    private readonly GroundingSources _sources = Reports.Of(name);
    private readonly Random _random = new(seed);

    /// <summary>A claim about a metric in words, with a number that can be wrong.</summary>
    private sealed record Said(string Words, string Metric, string? Phase, double Value, string Unit, int Decimals);

    public static IEnumerable<ScriptedReply> All(int seeds) =>
        from report in (string[])["evening", "measured", "scenario-6-cold-starts", "healthy-by-measurement", "need-data-vague", "two-faults-measured", "card-2-index-restored"]
        from seed in Enumerable.Range(1, seeds)
        from lie in new LieFactory(report, seed).Lies()
        select lie;

    private IEnumerable<ScriptedReply> Lies()
    {
        foreach (var (kind, lie) in Figures().Concat(Verdicts()).Concat(Layers()).Concat(Pages()).Concat(People()).Concat(Times()))
        {
            var (text, whole) = Dressed(lie);
            yield return new ScriptedReply(name, $"made: {kind}", text, whole ? [] : [lie]);
        }
    }

    private IEnumerable<(string, string)> Figures()
    {
        var known = Known();
        foreach (var said in known)
        {
            var wrong = said.Value * (1 + (_random.Next(2) == 0 ? -1 : 1) * (0.03 + 0.4 * _random.NextDouble()));
            if (Show(wrong, said.Decimals) != Show(said.Value, said.Decimals)) yield return ("another value", $"{said.Words} is {Show(wrong, said.Decimals)}{said.Unit}.");
            var last = Math.Pow(10, -said.Decimals) * (_random.Next(2) == 0 ? 1 : -1);
            yield return ("one digit off", $"{said.Words} is {Show(said.Value + last, said.Decimals)}{said.Unit}.");
            var swapped = said.Unit switch { " min" => " s", " s" => " min", " ms" => " s", " %" => " points", "" => " %", _ => " min" };
            if (!(said.Metric is "coverage" or "convergent" && swapped == " %") || said.Value * 100 != said.Value) yield return ("another unit", $"{said.Words} is {Show(said.Value, said.Decimals)}{swapped}.");
            if (said.Value is > 1 and < 100 && said.Unit.Length > 0) yield return ("spelled out", $"{said.Words} is {Spelled((int)said.Value + 1 + _random.Next(5))}{said.Unit}.");
            var other = known[_random.Next(known.Count)];
            if (other.Metric != said.Metric && !known.Any(k => k.Metric == other.Metric && (Show(k.Value, 2) == Show(said.Value, 2) || Show(k.Value, 0) == Show(said.Value, 0) && said.Decimals == 0)))
                yield return ("another metric's value", $"{other.Words} is {Show(said.Value, said.Decimals)}{said.Unit}.");
            if (said.Phase is not null && known.Where(k => k.Metric == said.Metric && k.Phase != said.Phase).ToList() is { Count: > 0 } phases)
            {
                var from = phases[_random.Next(phases.Count)];
                if (Show(from.Value, 2) != Show(said.Value, 2)) yield return ("another phase's value", $"{said.Words} is {Show(from.Value, from.Decimals)}.");
            }
        }
    }

    private IEnumerable<(string, string)> Verdicts()
    {
        foreach (var dimension in s_dimensions)
        {
            var actual = _sources.Report.Dimensions[dimension.ToLowerInvariant()].Verdict;
            foreach (var verdict in (string[])["pass", "fail", "unmeasured"])
            {
                if (verdict == actual) continue;
                yield return ("verdict", (verdict, _random.Next(3)) switch
                {
                    ("pass", 0) => $"{dimension} passes.",
                    ("pass", 1) => $"{dimension}: pass.",
                    ("pass", _) => $"{dimension} is within its target.",
                    ("fail", 0) => $"{dimension} has failed.",
                    ("fail", _) => $"{dimension} fails.",
                    _ => $"{dimension} is unmeasured.",
                });
            }

            if (actual != "pass") yield return ("verdict, negated", _random.Next(2) == 0 ? $"{dimension} does not fail." : $"{dimension} is not failing.");
            if (actual == "pass") yield return ("verdict, negated", $"{dimension} does not pass.");
            if (actual == "unmeasured") yield return ("number for what is unmeasured", $"{dimension} is {_random.Next(2, 90)}{(dimension == "RTO" ? " min" : "")}.");
        }

        if (_sources.Report.Overall != "pass") yield return ("verdict on the whole", new[] { "The exercise passes.", "All dimensions pass.", "Everything passes.", "Every dimension passes." }[_random.Next(4)]);
    }

    private IEnumerable<(string, string)> Layers()
    {
        var suspects = _sources.Report.Diagnosis.Layers;
        foreach (var layer in TabletopAgent.Knowledge.Layers.All.Where(l => suspects.All(s => s.Layer != l)).OrderBy(_ => _random.Next()).Take(2))
            yield return ("layer", _random.Next(3) switch { 0 => $"The failing layer is {layer}.", 1 => $"It looks like {layer}.", _ => $"The fault is in {layer}." });
        foreach (var suspect in suspects)
        {
            yield return ("certainty", $"{suspect.Layer} ({(suspect.Confidence == "high" ? "low" : "high")} confidence)");
            yield return ("not the layer", $"It is not {suspect.Layer}.");
        }

        if (suspects.Count == 2) yield return ("layers swapped", $"The failing layer is {suspects[1].Layer}.");
    }

    private IEnumerable<(string, string)> Pages()
    {
        var pages = _sources.Report.Diagnosis.Pages;
        var other = _sources.Pages.Where(p => p.Id.Contains('-', StringComparison.Ordinal) && pages.All(r => r.Id != p.Id) && p.Id != "index-skew-reindexing").ToList();
        yield return ("page not found here", $"Open {other[_random.Next(other.Count)].Id}#minimal-fix.");
        foreach (var page in pages.Take(2))
        {
            var parts = page.Id.Split('-');
            yield return ("page that looks real", $"Open `{string.Join('-', parts.OrderBy(_ => _random.Next()).Append("guide"))}`.");
            yield return ("another section", $"See {page.Id}#{(string[])["symptoms-list", "quick-fix", "minimal-fix-2", "runbook"] switch { var s => s[_random.Next(4)] }}.");
            if (page.Url is { } url) yield return ("another address", $"Read {url.Replace("24a97016", _random.Next(1 << 28).ToString("x7", CultureInfo.InvariantCulture), StringComparison.Ordinal)} now.");
        }
    }

    private IEnumerable<(string, string)> People()
    {
        var roles = _sources.Roles.ToList();
        foreach (var (role, _) in roles)
        {
            var other = roles.Where(r => r.Key != role && r.Value != _sources.Roles[role]).ToList();
            yield return ("another person", $"{other[_random.Next(other.Count)].Value} is the {role.Replace('-', ' ')}.");
        }

        yield return ("nobody of that name", $"{(string[])["Ana", "Boris", "Chiara Rosso", "Dimitri", "Eddie"] switch { var n => n[_random.Next(5)] }} is the data owner.");
    }

    private IEnumerable<(string, string)> Times()
    {
        foreach (var layer in _sources.Report.Diagnosis.Layers.Where(l => l.FirstSeen is not null))
        {
            var at = DateTimeOffset.Parse(layer.FirstSeen!, CultureInfo.InvariantCulture).AddMinutes(_random.Next(1, 50));
            if (_sources.Report.Diagnosis.Layers.All(l => l.Layer == layer.Layer || l.FirstSeen is null)) yield return ("another time", $"The first sign of {layer.Layer} was at {at:HH:mm} UTC.");
        }

        yield return ("another time", $"Anna decided “fail over to green” at {new TimeOnly(15, _random.Next(60)):HH:mm}.");
    }

    /// <summary>Ways in which a model says things.</summary>
    private (string Text, bool Whole) Dressed(string lie)
    {
        var bare = lie.TrimEnd('.');
        return _random.Next(12) switch
        {
            0 => ($"**{bare}**", true),
            1 => ($"- {lie}", true),
            2 => ($"In short: {lie}", true),
            3 => ($"Unmeasured never counts as pass. {lie}", false),
            4 => ($"> {lie}", true),
            5 => ($"The report says that {char.ToLowerInvariant(lie[0])}{lie[1..]}", true),
            6 => ($"{lie[..1]}\u200B{lie[1..]}", true),
            7 => ($"1. {lie}", true),
            8 => ($"{bare}, so we are good.", true),
            9 => ($"| What |\n|---|\n| {bare} |", false),
            10 => ($"{{\"note\": \"{lie.Replace("\"", "'", StringComparison.Ordinal)}\"}}", false),
            _ => (lie, true),
        };
    }

    private List<Said> Known()
    {
        var (report, known) = (_sources.Report, new List<Said>());
        foreach (var (phase, p) in report.Probes)
        {
            var at = phase == report.Probes.Keys.Last() ? "" : phase == "baseline" ? "At baseline the " : "In the inject phase the ";
            void Add(string words, string metric, double? value)
            {
                if (value is { } v) known.Add(new Said(at.Length == 0 ? Capital(words) : at + words, metric, phase, v, "", 2));
            }

            Add("median ΔS", "ds", p.DsMedian);
            Add("median coverage", "coverage", p.CoverageMedian);
        }

        foreach (var (metric, words, unit, decimals) in ((string, string, string, int)[])
            [("queue_ratio", "The queue ratio", "×", 1), ("queue_age_s", "The queue age", " s", 0), ("write_error_pct", "The write error rate", " %", 0), ("cache_hit_pct", "The cache hit rate", " %", 1),
             ("p95_ms", "p95 warm latency", " ms", 0), ("cold_share_pct", "The cold start share", " %", 0), ("ttfb_cold_ms", "The cold first byte", " ms", 0)])
            foreach (var fact in report.Facts.Where(f => f.Name == metric && f.Number is not null).OrderBy(f => f.Source switch { "measured" => 0, "reported" => 1, _ => 2 }).Take(1)) known.Add(new Said(words, metric, null, fact.Number!.Value, unit, decimals));
        if (report.Dimensions["rto"].Value is { } rto) known.Add(new Said("RTO", "rto", null, rto, " min", 0));
        return known;
    }

    private static string Show(double value, int decimals) => Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals, CultureInfo.InvariantCulture);

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string Spelled(int n)
    {
        var small = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ');
        var tens = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');
        return n < 20 ? small[n] : n < 100 ? n % 10 == 0 ? tens[n / 10] : $"{tens[n / 10]}-{small[n % 10]}" : $"one hundred and {Spelled(n - 100)}";
    }
}
