using System.Globalization;
using System.Text.RegularExpressions;

namespace TabletopAgent.Intake;

/// <param name="Name">As written; a colour by itself is its own name.</param>
/// <param name="Roles">active, passive, write, read … in their order.</param>
/// <param name="SharePct">Share of the traffic.</param>
internal sealed record Region(string Name, IReadOnlyList<string> Roles, string? Color, double? SharePct);

/// <summary>
/// Which regions there are and what each one does. The grammar is <c>region:A(active,write),B(passive,read)</c>; what people write instead is
/// read too: "region A active write; region B passive", "blue 20% green 80%", "us-east-1 → eu-west-1".
/// </summary>
/// <param name="Raw">The line as given; a report shows this one.</param>
internal sealed partial record Topology(string Raw, IReadOnlyList<Region> Regions, IReadOnlyList<string> Unparsed)
{
    /// <param name="notes">Takes what was not understood, where somebody listens.</param>
    public static Topology Read(string text, Place place = default, List<Note>? notes = null)
    {
        var parser = new Parser([.. Token().Matches(text).Select(m => m.Value)]);
        parser.Run();
        foreach (var part in parser.Unparsed) notes?.Add(Notes.Unparsed(place, "topology", part));
        return new Topology(text, parser.Regions, parser.Unparsed);
    }

    private sealed class Parser(string[] tokens)
    {
        private readonly List<string> _roles = [];
        private readonly List<string> _unknown = [];
        private string? _name;
        private string? _color;
        private double? _share;
        private int _depth;

        public List<Region> Regions { get; } = [];
        public List<string> Unparsed { get; } = [];

        public void Run()
        {
            // "primary us-east-1, backup eu-west-1" says the role first; then a comma ends a region, else it may part its roles.
            var roleFirst = tokens.FirstOrDefault(t => !IsMark(t) && !Filler().IsMatch(t)) is { } first && (Role().IsMatch(first) || IsShare(first));
            for (var i = 0; i < tokens.Length; i++)
            {
                var token = tokens[i];
                if (token == "(") _depth++;
                else if (token == ")") _depth = Math.Max(0, _depth - 1);
                else if (token is ";" or "\n" or "→" or "->" or "=>" or "⇒" || token is "," or "and" or "+" or "/" && _depth == 0 && roleFirst) End();
                else if (token is "," or ":" or "=" or "+" or "/" || Filler().IsMatch(token)) Known();
                else if (Role().IsMatch(token)) Add(token);
                else if (IsShare(token)) Share(token);
                else if (Color().IsMatch(token)) Paint(token);
                else if (_depth == 0 && Names(token, i)) Name(token);
                else _unknown.Add(token);
            }

            End();
        }

        /// <summary>A word is a name where it looks like one, or where what follows or precedes it says so.</summary>
        private bool Names(string token, int at) =>
            LikeName().IsMatch(token)
            || at > 0 && tokens[at - 1].Equals("region", StringComparison.OrdinalIgnoreCase)
            || at + 1 < tokens.Length && (tokens[at + 1] is "(" or ":" or "=" || Role().IsMatch(tokens[at + 1]));

        private void Name(string token)
        {
            Known();
            if (_name is not null || _color is not null && _share is not null) End();
            _name = token;
        }

        private void Add(string token)
        {
            Known();
            var role = token.ToLowerInvariant();
            if (!_roles.Contains(role)) _roles.Add(role);
        }

        private void Paint(string token)
        {
            Known();
            if (_color is not null) End();
            _color = token.ToLowerInvariant();
        }

        private void Share(string token)
        {
            Known();
            if (_share is not null) End();
            _share = double.Parse(Digits().Match(token).Value, CultureInfo.InvariantCulture);
        }

        private void End()
        {
            Known();
            if ((_name ?? _color) is { } name) Regions.Add(new Region(name, [.. _roles], _color, _share));
            else if (_roles.Count > 0 || _share is not null) Unparsed.Add(string.Join(' ', _roles) + (_share is { } s ? $" {s.ToString(CultureInfo.InvariantCulture)}%" : ""));
            (_name, _color, _share) = (null, null, null);
            _roles.Clear();
        }

        private void Known()
        {
            if (_unknown.Count > 0) Unparsed.Add(string.Join(' ', _unknown));
            _unknown.Clear();
        }

        private static bool IsMark(string token) => token.Length == 1 && !char.IsLetterOrDigit(token[0]);
        private static bool IsShare(string token) => char.IsDigit(token[0]) && (token.EndsWith('%') || token.EndsWith("cent", StringComparison.OrdinalIgnoreCase));
    }

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\d+(?:\.\d+)?\s*(?:%|per ?cent\b)|->|=>|[\p{L}\d][\p{L}\d_.-]*(?<![.-])|[^\s\p{L}\d]|\n", Plain)] private static partial Regex Token();
    [GeneratedRegex(@"^(?:regions?|topology|is|are|the|with|for|in|on|to|at|of|from|and|traffic|takes?|serves?|has|gets|all|one|two|three|zone|dc|only|fails?|over)$", Plain)] private static partial Regex Filler();
    [GeneratedRegex(@"^(?:active|passive|standby|stand-by|writes?|writer|reads?|reader|read-only|readonly|read-write|readwrite|primary|secondary|backup|home|follower|leader|replica|hot|warm|cold|edge|origin|core|survivor|drained|evacuated|down|degraded|witness|dr)$", Plain)] private static partial Regex Role();
    [GeneratedRegex(@"^(?:blue|green|red|yellow|orange|purple|canary|stable)$", Plain)] private static partial Regex Color();
    [GeneratedRegex(@"^(?:\p{Lu}|\p{Lu}{2,4}\d?|r\d+|[\p{L}\d]+(?:[-_.][\p{L}\d]+)+|\p{L}+\d+)$", RegexOptions.CultureInvariant)] private static partial Regex LikeName();
    [GeneratedRegex(@"^\d+(?:\.\d+)?", RegexOptions.CultureInvariant)] private static partial Regex Digits();
}
