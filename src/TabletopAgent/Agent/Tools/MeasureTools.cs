using System.ComponentModel;
using System.Globalization;
using Microsoft.SemanticKernel;
using TabletopAgent.Measure;
using TabletopAgent.Render;

namespace TabletopAgent.Agent.Tools;

/// <summary>Measure: what probes and index stamps say.</summary>
internal sealed class MeasureTools(Sitting sitting)
{
    [KernelFunction("probes")]
    [Description("ΔS, coverage and λ of the gold probes, per phase (baseline, inject, post), each with its bar and verdict. ΔS: 0 to 1, lower is better. Coverage: 0 to 1, higher is better. λ: share of convergent runs. 'unverified' numbers were reported by people, not computed.")]
    public string Probes()
    {
        var (report, targets) = (sitting.Report, sitting.Targets);
        var lines = report.Probes.Select(p => string.Create(CultureInfo.InvariantCulture,
            $"{p.Key}: {p.Value.N} probes, ΔS median {Wording.Number(p.Value.DsMedian)} p90 {Wording.Number(p.Value.DsP90)} max {Wording.Number(p.Value.DsMax)}, coverage median {Wording.Number(p.Value.CoverageMedian)}, convergent {Wording.Number(p.Value.ConvergentRate)}{(p.Value.Unverified ? ", unverified" : "")}"));
        var dimension = report.Dimensions["semantics"];
        return string.Join('\n', [
            $"bars: ΔS median at most {Wording.Number(targets.DeltaSPass)}, coverage median at least {Wording.Number(targets.CoveragePass)}, convergent at least {Wording.Number(targets.ConvergentShare)}",
            .. lines, $"verdict: {dimension.Verdict}: {dimension.Reason}"]);
    }

    [KernelFunction("index_identity")]
    [Description("The vector indexes of the exercise (family, metric, analyzer, hash, dimension, model, reranker), and how each pair compares: Equal, IntentionalVersion, Unknown(missing fields) or Mismatch(fields that differ). Unknown is no pass.")]
    public string IndexIdentities()
    {
        var indexes = MeasuredFacts.Indexes(sitting.Events, []);
        if (indexes.Count == 0) return "no index is named in this exercise; ask for family, metric, analyzer and hash of each.";
        var lines = indexes.Select(i => $"{i.Place}: {string.Join(' ', IndexIdentity.Fields.Prepend("family").Where(f => i[f] is not null).Select(f => $"{f}={i[f]}"))}").ToList();
        for (var a = 0; a < indexes.Count; a++)
            for (var b = a + 1; b < indexes.Count; b++) lines.Add($"{indexes[a].Family ?? "?"} and {indexes[b].Family ?? "?"}: {IndexComparison.Of(indexes[a], indexes[b])}");
        return string.Join('\n', lines);
    }
}
