using System.Globalization;

namespace TabletopAgent.Embedding;

/// <summary>
/// The words of a text as the built-in embedder hears them: lower case, without accents, letters and digits. It belongs to the model
/// file and never changes without it, so nothing here is shared with search, and nothing is allocated.
/// </summary>
/// <param name="word">Room for one word, <see cref="Longest"/> characters.</param>
internal ref struct Tokens(ReadOnlySpan<char> text, Span<char> word)
{
    /// <summary>A longer run (base64, a script without spaces) is heard in pieces of this length.</summary>
    public const int Longest = 32;

    private const char Break = '\0', Mute = '\x1';

    /// <summary>What U+00C0 to U+017F are without their accents; composed and decomposed spellings meet here.</summary>
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkk" +
        "llllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<char> _word = word;
    private int _at;
    private int _length;

    public readonly ReadOnlySpan<char> Current => _word[.._length];

    public bool MoveNext()
    {
        _length = 0;
        while (_at < _text.Length && _length < Longest)
        {
            var c = Heard(_text[_at]);
            if (c == Break)
            {
                _at++;
                if (_length > 0) return true;
            }
            else if (IsAlone(c))
            {
                if (_length > 0) return true;
                _at++;
                _word[_length++] = c;
                return true;
            }
            else
            {
                _at++;
                if (c != Mute) _word[_length++] = c;
            }
        }

        return _length > 0;
    }

    private static char Heard(char c) => c switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => c,
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        < '\x80' => Break,
        >= '\u00C0' and <= '\u017F' => Latin[c - '\u00C0'] is var base_ and not ' ' ? base_ : Break,
        >= '\u0300' and <= '\u036F' or '\u00AD' or '\u200D' => Mute,
        _ => Other(c),
    };

    /// <summary>Marks are part of a word in the scripts that write vowels with them.</summary>
    private static char Other(char c) =>
        char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark ? char.ToLowerInvariant(c) : Break;

    /// <summary>Chinese, Japanese and Korean are written without spaces, or with words too many to know: each sign is a word.</summary>
    private static bool IsAlone(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF';
}
