using System.Text.RegularExpressions;

namespace TabletopAgent.Intake;

/// <summary>
/// Reads a brief in text. The seed's prompt, a Markdown page and plain text are one grammar: a label opens a part, what follows belongs to
/// it, and what comes before any label is a symptom. It reads lines and not a Markdown tree, for nothing here may be dropped as decoration.
/// </summary>
internal sealed partial class BriefReader
{
    private readonly string _file;
    private readonly int _firstLine;
    private readonly string[] _lines;
    private readonly Gathered _into;
    private readonly List<string> _topology = [];
    private Label _label;
    private Place _topologyPlace;
    private (string Text, Place Place)? _open;
    private bool _bracket;
    private bool _oneItem;
    private bool _saidPrompt;
    private long _followed;

    private BriefReader(string text, string file, int firstLine, Gathered into, Label label) =>
        (_lines, _file, _firstLine, _into, _label) = (text.Split('\n'), file, firstLine, into, label);

    public static void Read(string text, string file, int firstLine, Gathered into, Section section, string? phase = null) =>
        new BriefReader(text, file, firstLine, into, new Label(section, null, phase)).Read();

    private void Read()
    {
        for (var i = 0; i < _lines.Length; i++)
        {
            // What fills a brief to the brim is no brief: the symptom that does not fit any more was said to be the last.
            if (_into.Over) break;
            var raw = _lines[i];
            var place = new Place(_file, _firstLine + i);
            if (raw.Length == 0 || raw.AsSpan().IsWhiteSpace()) Close();
            else if (Fence().Match(raw) is { Success: true } fence) i = Fenced(i, fence.Groups["mark"].Value);
            else if (raw.AsSpan().TrimStart().StartsWith("|")) i = Table(i);
            else if (_label.Section != Section.Prompt && Opening().IsMatch(raw) && Block(i) is var end and >= 0) i = Inner(i, end);
            else if (_label.Section == Section.Probes && ProbeTable.IsHeader(raw)) i = Rows(i);
            else if (!Rule().IsMatch(raw)) Line(BriefLine.Of(raw), place);
        }

        Close();
        _into.Topology(string.Join("; ", _topology), _topologyPlace);
    }

    private void Line(BriefLine line, Place place)
    {
        if (PromptWords().IsMatch(line.Text))
        {
            Prompt(place);
            // The prompt's last words: what people add below it is theirs again.
            if (line.Text.StartsWith("keep", StringComparison.OrdinalIgnoreCase)) _label = new Label(Section.Symptoms);
            return;
        }

        if (line.Named is { } named && BriefLabels.Find(named) is { } label && Opens(line, label))
        {
            Close();
            if (label.Section == Section.Prompt) Prompt(place);
            // "Given:" and "Tell me:" are the driver's words; only after the second nothing more is filled in.
            if (label.Section != Section.Prompt || named.StartsWith("tell", StringComparison.OrdinalIgnoreCase)) _label = label;
            (_bracket, _oneItem) = (false, line.Bullet && !line.Indented && line.Rest.Length > 0);
            // "region:A(…)" is the grammar itself and not a label before it.
            var value = label.Section == Section.Topology && named.Equals("region", StringComparison.OrdinalIgnoreCase) ? line.Text : line.Rest;
            if (line.Rest.Length > 0) Content(value, place, true);
            return;
        }

        if (line.Heading > 0) Heading(line, place);
        else
        {
            // "- Topology: a, b" says all of it; the item after it is another thing.
            if (_label.Section == Section.Topology && _oneItem && line.Bullet && !line.Indented) _label = new Label(Section.Symptoms);
            if (line.Named is { } typed && BriefLabels.Nearest(typed) is { } near)
                _into.Notes.Add(Notes.UnknownKey(place, typed, near));
            Content(line.Text, place, line.Bullet || !Continues(line));
        }
    }

    /// <summary>"Region: us-east-1 is down" is a symptom; only what reads as a topology is one.</summary>
    private static bool Opens(BriefLine line, Label label) =>
        label.Section != Section.Topology || line.Rest.Length == 0 || !line.Named!.StartsWith("region", StringComparison.OrdinalIgnoreCase)
        || line.Named.Contains("topology", StringComparison.OrdinalIgnoreCase)
        || !Complaint().IsMatch(line.Rest) && Topology.Read(line.Rest) is { Unparsed.Count: 0, Regions.Count: > 0 };

    /// <summary>A first heading is the title. A later one opens a part that is no part of a brief; what stands in it is kept.</summary>
    private void Heading(BriefLine line, Place place)
    {
        Close();
        _label = new Label(Section.Symptoms);
        if (line.Heading == 1) _into.Exercise("title", Json.Element(line.Text), place);
        else _into.Notes.Add(Notes.UnknownKey(place, line.Text, BriefLabels.Nearest(line.Text)));
    }

    private void Content(string text, Place place, bool starts)
    {
        var list = text.StartsWith('[');
        text = Unbracketed(text);
        if (text.Length == 0 || Placeholder().IsMatch(text)) return;
        switch (_label.Section)
        {
            case Section.Symptoms when list && text.Contains(';', StringComparison.Ordinal):
                Close();
                foreach (var part in text.Split(';')) _into.Symptom(part.Trim().Trim('"'), place);
                break;
            case Section.Symptoms when starts || _open is null:
                Close();
                _open = (text, place);
                break;
            case Section.Symptoms: _open = ($"{_open!.Value.Text} {text}", _open.Value.Place); break;
            case Section.Topology:
                if (_topology.Count == 0) _topologyPlace = place;
                _topology.Add(text);
                break;
            case Section.Index:
                foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) _into.Index(part, place);
                break;
            case Section.Probes: Probes(text, place); break;
            case Section.Exercise:
                _into.Exercise(_label.Field!, Json.Element(text), place);
                _label = new Label(Section.Symptoms);
                break;
            default: break;
        }
    }

    private void Probes(string text, Place place)
    {
        var probes = ProbeLine.Read(text, place, _label.Phase);
        foreach (var probe in probes) _into.Found(probe);
        if (probes.Count > 0) return;
        _into.Notes.Add(Notes.Unparsed(place, "probes", text));
        _into.Symptom(text, place);
    }

    /// <summary>Ends the symptom that is open.</summary>
    private void Close()
    {
        if (_open is not { } open) return;
        _open = null;
        _into.Symptom(open.Text.Trim('"', '“', '”'), open.Place);
    }

    /// <summary>Lines wrapped by an editor go on in lower case after a long line; lines typed one by one do not.</summary>
    private bool Continues(BriefLine line) =>
        _open is { } open && (line.Indented && !line.Bullet || open.Text.Length >= 60 && char.IsLower(line.Text[0]) && open.Text[^1] is not ('.' or '!' or '?' or ';' or ':'));

    /// <summary>Takes the seed's brackets off a value, also where they span lines.</summary>
    private string Unbracketed(string text)
    {
        if (text.StartsWith('[') && (text.EndsWith(']') || !text.Contains(']', StringComparison.Ordinal)))
        {
            _bracket = !text.EndsWith(']');
            text = text.Trim('[', ']').Trim();
            return text;
        }

        if (_bracket && text.EndsWith(']') && !text.Contains('[', StringComparison.Ordinal))
        {
            _bracket = false;
            text = text.TrimEnd(']').Trim();
        }

        return text.Trim('"', ',') is var bare && _bracket ? bare : text;
    }

    private void Prompt(Place place)
    {
        if (!_saidPrompt) _into.Notes.Add(Notes.PromptWords(place));
        _saidPrompt = true;
    }

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\s*(?:>\s*)?(?<mark>`{3,}|~{3,})\s*\w*\s*$", Plain)] private static partial Regex Fence();
    [GeneratedRegex(@"^\s*\{\s*(?:""|$)", Plain)] private static partial Regex Opening();
    [GeneratedRegex(@"^\s*(?:[-*_=]\s*){3,}$|^\s*\]\s*,?\s*$", Plain)] private static partial Regex Rule();
    [GeneratedRegex(@"\b(?:is|are|was|were|went|goes) (?:\w+ )?(?:down|degraded|dead|gone|out|dark)\b", Plain)] private static partial Regex Complaint();
    [GeneratedRegex(@"^\[?\s*(?:one line(?: each)?|\.{3}|…|\{\{\w+\}\}|ΔS and coverage for \d+ sample questions)\s*\]?$", Plain)] private static partial Regex Placeholder();
    [GeneratedRegex(@"^you have .{0,80}\bloaded\.?$|^we are running a disaster recovery tabletop\b|^keep it auditable and short\.?$", Plain)] private static partial Regex PromptWords();
}
