using System.Text;
using TabletopAgent.Exercises;
using TabletopAgent.Knowledge;
using TabletopAgent.Text;

namespace TabletopAgent.Agent.Grounding;

/// <summary>
/// Keeps from participants what is for the facilitator: cards that are still to come, and what is held back. It looks for the words in
/// any order, and for the letters whichever way they are written.
/// </summary>
internal sealed class AudienceFilter
{
    private const int Gram = 7, LeastTerms = 3;
    private const double LeastShared = 0.6, LeastLetters = 0.5;
    private const string Instead = "[struck: this is for the facilitator.]";

    /// <summary>A sentence that is not for everybody.</summary>
    private sealed record Secret(IReadOnlySet<string> Terms, IReadOnlySet<string> Own, IReadOnlySet<string> Grams);

    private readonly List<Secret> _secrets = [];

    /// <param name="hidden">Texts that nobody but the facilitator may see.</param>
    /// <param name="open">Texts that everybody sees: what stands in them too is no secret.</param>
    public AudienceFilter(IEnumerable<string> hidden, IEnumerable<string> open)
    {
        var known = string.Join('\n', open);
        var letters = Disguises.Letters(known);
        var terms = Terms.Of(known).ToHashSet(StringComparer.Ordinal);
        foreach (var sentence in hidden.SelectMany(Sentences).Distinct())
        {
            var plain = Disguises.Letters(sentence);
            var own = Terms.Of(sentence).ToHashSet(StringComparer.Ordinal);
            if (own.Count < LeastTerms || letters.Contains(plain, StringComparison.Ordinal)) continue;
            _secrets.Add(new Secret(own, own.Except(terms).ToHashSet(StringComparer.Ordinal), Grams(plain)));
        }
    }

    /// <summary>Of an exercise: the cards of its scenario that no event has released, and the injects that are held.</summary>
    /// <param name="cards">All cards; those of other scenarios are no secret here.</param>
    public static AudienceFilter Of(IReadOnlyList<Event> events, IEnumerable<Card> cards)
    {
        var scenario = events.FirstOrDefault(e => e.Type == "exercise")?.Text("scenario");
        var released = events.Where(e => e.Type == "inject" && e.Text("state") is null or "released").ToList();
        var ids = released.Select(e => e.Text("card")).ToHashSet(StringComparer.Ordinal);
        var coming = cards.Where(c => c.Scenario == scenario && !ids.Contains(c.Id)).SelectMany(c => new[] { c.Title, c.Text });
        var held = events.Where(e => e.Type == "inject" && e.Text("state") is "held" or "skipped").Select(e => e.Text("text") ?? "");
        return new AudienceFilter(coming.Concat(held), events.Where(e => e.Type != "inject" || released.Contains(e)).Select(e => e.Text("text") ?? ""));
    }

    public bool Hides => _secrets.Count > 0;

    /// <summary>The reply without what would give a secret away.</summary>
    public CheckedReply Of(string reply)
    {
        if (!Hides) return new CheckedReply(reply, []);
        var parts = new ReplyParts().Of(Cleaned.Of(reply));
        // What is told bit by bit over several sentences is told as well.
        var spread = _secrets.Where(s => Tells(s, reply) && !parts.Any(p => p.Kind != PartKind.Frame && Tells(s, p.Text))).ToList();
        var (text, struck, last) = (new StringBuilder(), new List<Struck>(), false);
        foreach (var part in parts)
        {
            var tells = part.Kind != PartKind.Frame && (_secrets.Exists(s => Tells(s, part.Text)) || spread.Exists(s => Hints(s, part.Text)));
            if (tells) struck.Add(new Struck(part.Text, "facilitator", Instead));
            if (tells && last) text.Length = Remark.End(text, Instead);
            else text.Append(tells ? Instead : part.Text);
            last = tells || last && part.Kind == PartKind.Frame && !part.Text.Contains('\n', StringComparison.Ordinal);
        }

        return new CheckedReply(text.ToString(), struck);
    }

    private static bool Tells(Secret secret, string text) => Disguises.Of(text).Any(shown => Says(secret, shown));

    private static bool Says(Secret secret, string shown)
    {
        var terms = Terms.Of(shown);
        var shared = secret.Terms.Count(terms.Contains);
        // Words that everybody uses anyway tell nothing, in whatever number.
        var own = secret.Own.Count > 0 && secret.Own.Count(terms.Contains) * 2 >= Math.Min(secret.Own.Count, LeastTerms);
        if (own && shared >= LeastTerms && shared >= LeastShared * secret.Terms.Count) return true;
        var letters = Disguises.Letters(shown);
        return letters.Length >= 2 * Gram && secret.Grams.Count(g => letters.Contains(g, StringComparison.Ordinal)) >= LeastLetters * secret.Grams.Count;
    }

    /// <summary>A part of a reply that as a whole tells the secret, and holds some of it.</summary>
    private static bool Hints(Secret secret, string text) =>
        Disguises.Of(text).Any(shown => secret.Terms.Any(Terms.Of(shown).Contains)) || Disguises.Letters(text).Length <= Gram || secret.Grams.Any(g => Disguises.Letters(text).Contains(g, StringComparison.Ordinal));

    private static HashSet<string> Grams(string letters) =>
        [.. Enumerable.Range(0, Math.Max(1, letters.Length - Gram + 1)).Select(i => letters.Substring(i, Math.Min(Gram, letters.Length - i)))];

    private static IEnumerable<string> Sentences(string text) => text.Split(['.', '!', '?', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
