using System.Globalization;
using TabletopAgent.Measure;
using TabletopAgent.Render;

namespace TabletopAgent.Artifacts;

/// <summary>A line of a panel, told from the others by its dashes and the name at its end; colour only helps.</summary>
/// <param name="Bars">What it is held against, each a level with its name.</param>
internal sealed record PanelLine(string Name, IReadOnlyList<(long At, double Value)> Points, IReadOnlyList<(double Level, string Name)> Bars);

/// <summary>One figure of one service over time: stretches of the incident shaded and named, lines named where they end.</summary>
/// <param name="Gap">Ticks; a silence longer than this breaks a line.</param>
/// <param name="Floor">The lowest value that the figure can have at the foot; null: the foot lies under what is shown.</param>
internal sealed record Panel(string Title, IReadOnlyList<Stretch> Stretches, IReadOnlyList<PanelLine> Lines, double? Floor, long Gap)
{
    public const double Width = 900, Height = 300;
    private const double Left = 60, Right = 670, Top = 64, Foot = 30, Small = 11, Row = 13, NearEnd = 40;
    private const int Columns = 300;

    /// <summary>More would not be told apart; the rest has a panel of its own.</summary>
    public const int MostLines = 3;

    private const string Ink = "#1b1f24", Faint = "#57606a";

    /// <summary>Greys differ in print; the names say which is which.</summary>
    private static readonly Dictionary<string, string> Shades = new() { ["baseline"] = "#ffffff", ["inject"] = "#dcdfe3", ["mitigated"] = "#eef0f2", ["stable"] = "#ffffff" };

    /// <summary>Okabe and Ito's colours, which the colour-blind tell apart, each with dashes of its own.</summary>
    private static readonly (string Color, double[] Dash)[] Pens =
        [("#0072b2", []), ("#d55e00", [8, 4]), ("#00745a", [2, 3])];

    /// <summary>As many panels as the lines need.</summary>
    public static IEnumerable<Panel> Each(string title, IReadOnlyList<Stretch> stretches, IReadOnlyList<PanelLine> lines, double? floor, long gap) =>
        lines.Chunk(MostLines).Select((some, i) => new Panel(lines.Count > MostLines ? $"{title} ({i + 1} of {(lines.Count + MostLines - 1) / MostLines})" : title, stretches, some, floor, gap));

    public IEnumerable<Shape> Shapes(double y)
    {
        var axis = new TimeAxis(Stretches[0].From, Stretches[^1].To, Left, Right);
        var (low, high) = Range();
        var foot = y + Height - Foot;
        double Y(double value) => foot - (foot - y - Top) * (value - low) / (high - low);

        yield return new Lettering(8, y + 16, Title, Anchor.Start, 14, Ink);
        foreach (var mark in Ground(axis, y + Top, foot)) yield return mark;
        foreach (var (value, text) in Levels(low, high))
        {
            yield return new Stroke([(Left, Y(value)), (Right, Y(value))], "#d0d7de", 0.5, []);
            yield return new Lettering(Left - 6, Y(value) + 4, text, Anchor.End, Small, Faint);
        }

        var (names, early) = (new List<(double X, double Y, string Text, string Color)>(), new List<(double X, double Y, string Text, string Color)>());
        // Lines that are held against the same bar share it.
        foreach (var (level, name) in Lines.SelectMany(l => l.Bars).Distinct())
        {
            yield return new Stroke([(Left, Y(level)), (Right, Y(level))], Faint, 1, name.StartsWith("baseline", StringComparison.Ordinal) ? [1, 3] : [6, 2, 1, 2], name);
            names.Add((Right, Y(level), name, Faint));
        }

        for (var i = 0; i < Lines.Count; i++)
        {
            var (color, dash) = Pens[i];
            foreach (var piece in Pieces(Lines[i].Points, axis))
            {
                var points = piece.Select(p => (axis.X(p.At), Y(p.Value))).ToList();
                yield return points.Count > 1 ? new Stroke(points, color, 2, dash, Lines[i].Name) : new Dot(points[0].Item1, points[0].Item2, 2.5, color);
            }

            var last = Lines[i].Points[^1];
            (axis.X(last.At) < Right - NearEnd ? early : names).Add((axis.X(last.At), Y(last.Value), Lines[i].Name, color));
        }

        foreach (var mark in Early(early)) yield return mark;
        foreach (var mark in Named(names, y + Top, foot)) yield return mark;
    }

    /// <summary>A line that ends before the picture does has its name above its end, where nobody can take another line for it.</summary>
    private static IEnumerable<Shape> Early(List<(double X, double Y, string Text, string Color)> names)
    {
        var placed = new List<(double X, double Y)>();
        foreach (var (x, y, text, color) in names.OrderByDescending(n => n.Y))
        {
            var at = y - 6;
            while (placed.Exists(p => Math.Abs(p.X - x) < Lettering.WidthOf(text, Small) && Math.Abs(p.Y - at) < Row)) at -= Row;
            placed.Add((x, at));
            yield return new Dot(x, y, 2.5, color);
            yield return new Lettering(x, at, text, Anchor.End, Small, color, Halo: true);
        }
    }

    private IEnumerable<Shape> Ground(TimeAxis axis, double top, double foot)
    {
        var ends = new double[4];
        foreach (var stretch in Stretches)
        {
            var (x, end) = (axis.X(stretch.From), axis.X(stretch.To));
            yield return new Fill(x, top, end - x, foot - top, Shades[stretch.Name]);
            if (stretch.From > axis.From) yield return new Stroke([(x, top - 4), (x, foot)], Faint, 1, [3, 2]);
            // A stretch that is narrower than its name has it in a row above.
            var text = stretch.From > axis.From ? $"{stretch.Name} {Spell.Time(stretch.From)}" : stretch.Name;
            var row = Array.FindIndex(ends, e => e <= x);
            ends[row] = x + Lettering.WidthOf(text, Small) + 8;
            yield return new Lettering(x + 3, top - 6 - row * Row, text, Anchor.Start, Small, Ink);
        }

        yield return new Stroke([(Left, top), (Left, foot), (Right, foot)], Faint, 1, []);
        foreach (var (x, text) in axis.Ticks())
        {
            yield return new Stroke([(x, foot), (x, foot + 4)], Faint, 1, []);
            yield return new Lettering(x, foot + 16, text, Anchor.Middle, Small, Faint);
        }
    }

    /// <summary>Names at the right, each near its line and none on another.</summary>
    private static IEnumerable<Shape> Named(List<(double X, double Y, string Text, string Color)> names, double top, double foot)
    {
        var sorted = names.OrderBy(n => n.Y).ToList();
        var at = sorted.Select(n => n.Y).ToArray();
        for (var i = 1; i < at.Length; i++) at[i] = Math.Max(at[i], at[i - 1] + Row);
        // What was pushed below the foot pushes back.
        for (var (i, limit) = (at.Length - 1, foot); i >= 0; i--, limit -= Row) at[i] = Math.Min(at[i], limit);
        for (var i = 0; i < at.Length; i++)
        {
            if (at[i] < top - Row) continue;
            yield return new Stroke([(Right, sorted[i].Y), (Right + 10, at[i])], sorted[i].Color, 0.8, []);
            yield return new Lettering(Right + 13, at[i] + 4, Fit(sorted[i].Text), Anchor.Start, Small, sorted[i].Color);
        }
    }

    /// <summary>As much of a name as the margin holds; a writer that can tells the whole of it where one points.</summary>
    private static string Fit(string name)
    {
        while (Lettering.WidthOf(name, Small) > Width - Right - 16) name = name[..^2] + "…";
        return name;
    }

    /// <summary>Pieces without a silence, thinned so that each column of the picture keeps its lowest and highest value.</summary>
    private IEnumerable<List<(long At, double Value)>> Pieces(IReadOnlyList<(long At, double Value)> points, TimeAxis axis)
    {
        var piece = new List<(long At, double Value)>();
        foreach (var column in points.Count <= Columns * 2 ? points.Select(p => new[] { p }) : points.GroupBy(p => (int)((axis.X(p.At) - Left) / (Right - Left) * Columns)).Select(Extremes))
            foreach (var point in column)
            {
                if (piece.Count > 0 && point.At - piece[^1].At > Math.Max(Gap, (axis.To - axis.From) / Columns * 2))
                {
                    yield return piece;
                    piece = [];
                }

                piece.Add(point);
            }

        if (piece.Count > 0) yield return piece;
    }

    private static IEnumerable<(long At, double Value)> Extremes(IEnumerable<(long At, double Value)> column)
    {
        var all = column.ToList();
        return new[] { all.MinBy(p => p.Value), all.MaxBy(p => p.Value) }.Distinct().OrderBy(p => p.At);
    }

    private (double Low, double High) Range()
    {
        var shown = Lines.SelectMany(l => l.Points.Select(p => p.Value).Concat(l.Bars.Select(b => b.Level))).DefaultIfEmpty(0).ToList();
        var (low, high) = (shown.Min(), shown.Max());
        var room = Math.Max((high - low) * 0.08, Math.Max(Math.Abs(high) * 0.02, 0.01));
        return (Floor is { } floor ? Math.Min(floor, low) : low - room, high + room);
    }

    /// <summary>Round values up the side, four or five of them.</summary>
    private static IEnumerable<(double Value, string Text)> Levels(double low, double high)
    {
        var rough = (high - low) / 4;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = new[] { 1, 2, 2.5, 5, 10 }.First(s => s * power >= rough) * power;
        for (var i = (long)Math.Ceiling(low / step); i * step <= high; i++)
            yield return (i * step, (i * step).ToString("#,0.####", CultureInfo.InvariantCulture));
    }
}
