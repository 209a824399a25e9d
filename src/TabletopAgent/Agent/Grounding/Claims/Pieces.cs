using TabletopAgent.Agent.Grounding.Language;

namespace TabletopAgent.Agent.Grounding.Claims;

/// <summary>Cuts a sentence where its parts meet: at pauses first, then at commas, then at the words that join.</summary>
internal static class Pieces
{
    private static readonly string[][] s_joints = [[";", ":", "-", "(", ")", "[", "]", "|", ".", "!"], [","], ["and", "but", "so", "because", "while", "whereas", "although", "though", "since", "which", "with", "plus", "however", "or"]];

    public static int Levels => s_joints.Length;

    /// <summary>The pieces, each with the joint before it.</summary>
    public static List<(IReadOnlyList<Lexeme> Piece, string Joint)> Of(IReadOnlyList<Lexeme> lexemes, int level) => Joined(Cut(lexemes, s_joints[level]), level);

    private static List<(IReadOnlyList<Lexeme> Piece, string Joint)> Cut(IReadOnlyList<Lexeme> lexemes, string[] joints)
    {
        var (pieces, piece, joint) = (new List<(IReadOnlyList<Lexeme>, string)>(), new List<Lexeme>(), "");
        foreach (var l in lexemes)
        {
            if (l.Form is Form.Stop or Form.Word && joints.Contains(l.Text))
            {
                if (piece.Count > 0) pieces.Add((piece, joint));
                (piece, joint) = ([], l.Text);
                if (l.Form == Form.Word && l.Is(Cat.If)) piece.Add(l);
            }
            else piece.Add(l);
        }

        if (piece.Count > 0) pieces.Add((piece, joint));
        return pieces;
    }

    /// <summary>
    /// "RTO, RPO and docs pass": what is only named waits for what is said of it, and is never judged alone. Behind a colon, bracket or
    /// dash it may stand alone, as long as not several do.
    /// </summary>
    private static List<(IReadOnlyList<Lexeme> Piece, string Joint)> Joined(List<(IReadOnlyList<Lexeme> Piece, string Joint)> pieces, int level)
    {
        var joined = new List<(IReadOnlyList<Lexeme> Piece, string Joint)>();
        foreach (var (piece, joint) in pieces)
        {
            var waits = joined.Count > 0 && Bare(joined[^1].Piece) && (level > 0 || joint == ";" || Bare(piece)) || joined.Count > 0 && joined.Count == pieces.Count - 1 && level > 0 && Bare(piece);
            // "Bo, who is …": said of Bo.
            waits |= joined.Count > 0 && piece[0].Text is "who" or "whose" && joined[^1].Piece.Any(l => l.Form == Form.Person);
            if (waits && joint is not ("(" or ")")) joined[^1] = ([.. joined[^1].Piece, new Lexeme(Form.Stop, joint, []) { Value = joint }, .. piece], joined[^1].Joint);
            else joined.Add((piece, joint));
        }

        return joined;
    }

    private static bool Bare(IReadOnlyList<Lexeme> piece) =>
        piece.Any(l => l.Form is Form.Person or Form.Entity || l.Form == Form.Word && l.Is(Cat.Metric | Cat.Role))
        && piece.All(l => l.Form is Form.Person or Form.Entity or Form.Stop || l.Form == Form.Word && (l.Is(Cat.Metric | Cat.Stat | Cat.Phase | Cat.Role) || l.Is(Cat.Glue) && !l.Is(Cat.Verb)));
}
