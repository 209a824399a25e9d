using System.Globalization;
using TabletopAgent.Render;

namespace TabletopAgent.Grade;

/// <summary>One file that opens from a mail: plots and tables, sortable and filterable, with nothing fetched from anywhere.</summary>
internal static class GradesHtml
{
    private const string Style = """
        body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:1400px;padding:0 1rem;color:#1b1f24;background:#fff}
        h1{font-size:1.6rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}p{margin:.3rem 0;color:#57606a}
        .wide{overflow-x:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{padding:.3rem .6rem;text-align:left;border-bottom:1px solid #d8dee4;vertical-align:top}
        th{cursor:pointer;white-space:nowrap;background:#f6f8fa}th[aria-sort=ascending]::after{content:" ▲"}th[aria-sort=descending]::after{content:" ▼"}
        .n{text-align:right;white-space:nowrap}#logs{width:100%}#logs td:nth-child(1){overflow-wrap:anywhere;min-width:12rem}#logs td:nth-child(2){white-space:nowrap}#logs td:last-child{min-width:18rem}
        .pass{color:#0b5d3b}.fail{color:#a40e26;font-weight:600}.unmeasured{color:#6e5a00}
        .two{display:grid;grid-template-columns:1fr 1fr;gap:2rem}input{font:inherit;padding:.3rem .5rem;margin:0 0 .5rem;width:22rem;max-width:100%}
        @media(max-width:800px){.two{grid-template-columns:1fr}}@media print{input,#shown{display:none}}
        """;

    /// <summary>
    /// Sorts by a click or Enter on a head, numbers as numbers and what is not known last; filters by what is typed. Without script the tables
    /// are whole all the same.
    /// </summary>
    private const string Script = """
        document.querySelectorAll('th').forEach(function(th){th.tabIndex=0;
          function sort(){var table=th.closest('table'),i=[].indexOf.call(th.parentNode.children,th),up=th.getAttribute('aria-sort')!=='ascending';
            [].forEach.call(th.parentNode.children,function(h){h.removeAttribute('aria-sort')});th.setAttribute('aria-sort',up?'ascending':'descending');
            function unknown(x){return x===''||x==='–'}
            var rows=[].slice.call(table.tBodies[0].rows);
            rows.sort(function(a,b){var x=a.cells[i].textContent.trim(),y=b.cells[i].textContent.trim();
              if(unknown(x)||unknown(y))return unknown(x)-unknown(y);
              var m=Number(x),n=Number(y),c=isNaN(m)||isNaN(n)?x.localeCompare(y):m-n;return up?c:-c});
            rows.forEach(function(r){table.tBodies[0].appendChild(r)})}
          th.addEventListener('click',sort);th.addEventListener('keydown',function(e){if(e.key==='Enter')sort()})});
        var f=document.getElementById('filter');f.addEventListener('input',function(){var w=f.value.toLowerCase().split(/\s+/),n=0,rows=document.getElementById('logs').tBodies[0].rows;
          [].forEach.call(rows,function(r){var t=r.textContent.toLowerCase();r.hidden=!w.every(function(x){return t.indexOf(x)>=0});if(!r.hidden)n++});
          document.getElementById('shown').textContent=n+' of '+rows.length});
        """;

    public static void Of(Summary s, IEnumerable<Graded> grades, IReadOnlyList<Note> refused, TextWriter to)
    {
        to.Write($"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{s.Passed} of {s.Logs} exercises pass</title>\n<style>\n{Style}\n</style></head><body>\n");
        to.Write($"<h1>{s.Passed} of {s.Logs} exercises pass{(s.PassPercent is { } p ? $" ({SummaryText.Figure(p)} %)" : "")}</h1>\n");
        to.Write($"<p>{(s.Required.Count > 0 ? $"Required: {E(string.Join(", ", s.Required))}. " : "All six dimensions are required; what is unmeasured does not pass. ")}Read {s.Read} files: {s.GradedFiles} graded, {s.Refused} refused.</p>\n");
        to.Write("<div class=\"two\"><div><h2>Verdicts by dimension</h2>\n");
        GradePlots.Dimensions(s.Dimensions, to);
        to.Write("</div><div><h2>RTO median by month, minutes</h2>\n");
        GradePlots.Months(s.Trend, to);
        to.Write("</div></div>\n");
        Groups("RTO in minutes", "services", s.RtoByTier.Concat(s.RtoByTeam));
        Groups("Data age in minutes, for RPO", "stores", s.DataAgeByTier.Concat(s.DataAgeByTeam));
        to.Write("<div class=\"two\"><div>");
        Counts(to, "Failing layers", s.Layers);
        to.Write("</div><div>");
        Counts(to, "Missed dimensions", s.MissedGates);
        to.Write("</div></div>\n");
        Counts(to, "Findings", s.FindingKinds);
        Counts(to, "Needed next time", s.Missing);
        Table(to, "Stakeholder updates a log", ["logs with any", "min", "median", "p90", "max", "without any", "missed two in 30 minutes"],
            [[N(s.Comms.Updates.N), F(s.Comms.Updates.Min), F(s.Comms.Updates.Median), F(s.Comms.Updates.P90), F(s.Comms.Updates.Max), N(s.Comms.Silent), N(s.Comms.MissedWindows)]]);
        Table(to, "Best and least evidence", ["measured of six", "notes", "file"],
            s.BestEvidence.Concat(s.WorstEvidence).Distinct().Select(r => new[] { N(r.Measured), N(r.Notes), r.Line is { } line ? $"{r.File}:{line}" : r.File }));
        if (s.Against is { } c)
            Table(to, $"Against {c.Logs} earlier logs", ["what", "before", "now"],
                [["pass rate, %", F(c.PassPercent), F(c.PassPercentNow)], ["RTO median", F(c.RtoMedian), F(c.RtoMedianNow)], .. c.Dimensions.Select(d => new[] { $"{d.Name}, %", F(d.Before), F(d.Now) })]);
        to.Write("<h2>Logs</h2>\n<input id=\"filter\" placeholder=\"filter: team, layer, fail …\" aria-label=\"filter\"> <span id=\"shown\"></span>\n<div class=\"wide\">");
        Logs(to, grades.ToList());
        to.Write("</div>\n");
        if (refused.Count > 0) Table(to, "Refused", ["file", "why"], refused.Select(n => new[] { n.Place.ToString(), n.Text }));
        to.Write($"<script>\n{Script}\n</script></body></html>\n");

        void Groups(string title, string of, IEnumerable<GroupSpread> groups) => Table(to, title, ["group", of, "within target", "unmeasured", "min", "median", "p90", "max"],
            groups.Select(g => new[] { g.Name, N(g.Of), N(g.Within), N(g.Unmeasured), F(g.Minutes.Min), F(g.Minutes.Median), F(g.Minutes.P90), F(g.Minutes.Max) }));
    }

    private static void Logs(TextWriter to, List<Graded> grades)
    {
        string[] noted = grades.Exists(g => g.ModelNote is not null) ? [$"note ({ModelNote.Mark})"] : [];
        to.Write("<table id=\"logs\"><thead><tr>");
        foreach (var head in (string[])["file", "date", "team", "overall", "RTO", "RPO", "semantics", "safety", "ops", "docs", "RTO min", "layer", "next fix", .. noted]) to.Write(head == "RTO min" ? $"<th class=\"n\">{head}</th>" : $"<th>{head}</th>");
        to.Write("</tr></thead><tbody>\n");
        foreach (var g in grades)
        {
            to.Write($"<tr><td>{E(g.Where)}</td><td>{E(g.Date)}</td><td>{E(g.Team)}</td><td class=\"{g.Overall}\">{g.Overall}</td>");
            foreach (var d in g.Dimensions) to.Write($"<td class=\"{d.Verdict}\" title=\"{E(d.Reason)}\">{d.Verdict}</td>");
            to.Write($"<td class=\"n\">{F(g.Dimensions.FirstOrDefault(d => d.Name == "rto")?.Value)}</td><td>{E(g.Layer ?? g.Diagnosis)}</td><td>{E(g.NextFix)}</td>{(noted.Length > 0 ? $"<td>{E(g.ModelNote?.Text)}</td>" : "")}</tr>\n");
        }

        to.Write("</tbody></table>\n");
    }

    private static void Counts(TextWriter to, string title, IReadOnlyList<Count> counts) => Table(to, title, ["times", "what"], counts.Select(c => new[] { N(c.N), c.What }));

    private static void Table(TextWriter to, string title, string[] heads, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0) return;
        // A head stands over its numbers, on their side.
        var classes = heads.Select((head, column) => all.TrueForAll(r => r[column] == SummaryText.Figure(null) || double.TryParse(r[column], CultureInfo.InvariantCulture, out _)) ? " class=\"n\"" : "").ToList();
        to.Write($"<h2>{E(title)}</h2>\n<div class=\"wide\"><table><thead><tr>{string.Concat(heads.Select((h, i) => $"<th{classes[i]}>{E(h)}</th>"))}</tr></thead><tbody>\n");
        foreach (var row in all) to.Write($"<tr>{string.Concat(row.Select((c, i) => $"<td{classes[i]}>{E(c)}</td>"))}</tr>\n");
        to.Write("</tbody></table></div>\n");
    }

    private static string F(double? value) => SummaryText.Figure(value);

    private static string N(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string E(string? text) => System.Net.WebUtility.HtmlEncode(Untrusted.OneLine(text));
}
