using System.Text;
using TabletopAgent.Agent.Grounding.Claims;
using TabletopAgent.Agent.Grounding.Language;

namespace TabletopAgent.Agent.Grounding;

/// <summary>Nothing that a model says reaches anybody before it was held against the report and the tools' results.</summary>
internal static class Grounding
{
    /// <summary>Strikes what nothing bears out, sentence by sentence, row by row, value by value, and says in its place what is so.</summary>
    public static CheckedReply Check(string reply, GroundingSources sources) => new GroundedReply(sources).Next(reply);
}

/// <summary>A reply that comes block by block: what was spoken of before is still known.</summary>
internal sealed class GroundedReply(GroundingSources sources)
{
    private readonly Judge _judge = new(sources, Lexicon.English);
    private readonly ReplyParts _parts = new();
    private Cat _lent;

    /// <summary>The remark that what was read before ends with; empty where it ends otherwise.</summary>
    private string _last = "";

    /// <summary>An empty line was just read: what comes is another paragraph.</summary>
    private bool _blank;

    /// <param name="block">Whole lines: a paragraph, a list, a table, a fenced block.</param>
    public CheckedReply Next(string block)
    {
        var (text, struck) = (new StringBuilder(), new List<Struck>());
        foreach (var part in _parts.Of(Cleaned.Of(block)))
        {
            if (part.Kind == PartKind.Json)
            {
                using var json = new JsonCheck(sources, _judge);
                var whole = json.Check(part.Text);
                text.Append(whole.Text);
                struck.AddRange(whole.Struck);
                _last = "";
            }
            else if (part.Kind == PartKind.Frame)
            {
                text.Append(part.Text);
                _blank |= part.Text.Length == 0;
            }
            else if (Check(part) is { } fault)
            {
                var instead = Instead.Of(fault, sources);
                struck.Add(new Struck(part.Text, $"{fault.Why} {fault.About}".Trim(), instead));
                // One remark is enough for several sentences in a row.
                if (instead == _last) text.Length = Remark.End(text, instead);
                else text.Append(part.Kind is PartKind.Row or PartKind.HeaderRow ? Row(instead, part.Header!.Count) : instead);
                _last = instead;
            }
            else
            {
                text.Append(part.Text);
                _last = "";
            }
        }

        return new CheckedReply(text.ToString(), struck);
    }

    private Fault? Check(Part part)
    {
        if (_blank && part is { Kind: PartKind.Sentence, Item: false }) _judge.Scope = new Topic();
        _blank = false;
        if (part.Kind is PartKind.Row) return TableCheck.Row(part.Text, part.Header!, part.Index, _judge);
        if (part.Kind is PartKind.HeaderRow) return TableCheck.Header(part.Header!, _judge);
        var fault = part.Kind == PartKind.Heading || part.Last && part.Text.EndsWith(':') ? _judge.Heading(part.Text) : _judge.Sentence(part.Text, part.Item ? _lent : Cat.None);
        if (part.Last && part.Text.TrimEnd('*', '_', ' ').EndsWith(':')) _lent = fault is null ? _judge.Lends(part.Text) : Cat.None;
        else if (!part.Item) _lent = Cat.None;
        return fault;
    }

    private static string Row(string instead, int cells) => $"| {instead.Replace("|", "/", StringComparison.Ordinal)} {string.Concat(Enumerable.Repeat("| ", Math.Max(1, cells)))}".TrimEnd();
}
