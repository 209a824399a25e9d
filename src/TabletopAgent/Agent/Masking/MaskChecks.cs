namespace TabletopAgent.Agent.Masking;

/// <summary>What a pattern cannot say: check digits, and whether a value looks like a secret at all.</summary>
internal static class MaskChecks
{
    private static readonly HashSet<string> s_plain = new(StringComparer.OrdinalIgnoreCase)
    {
        "true", "false", "null", "none", "rotated", "expired", "missing", "invalid", "wrong", "valid", "required", "unset", "empty", "changed", "unchanged",
        "refused", "rejected", "revoked", "present", "absent", "stale", "different", "equal", "used", "unused", "overlapping", "rotation", "string", "value",
    };

    /// <returns>How many characters are the secret; 0: it is none.</returns>
    /// <param name="whole">All that the pattern matched, with the name before the value.</param>
    public static int Holds(string check, string whole, string value) => check switch
    {
        "luhn" => Longest(value, v => Card(Digits(v))),
        "iban" => Longest(value, Iban),
        "phone" => Digits(value).Length is >= 8 and <= 15 ? value.Length : 0,
        "ssn" => value.StartsWith("000", StringComparison.Ordinal) || value.StartsWith("666", StringComparison.Ordinal) ? 0 : value.Length,
        "secret" => Secret(whole, value) ? value.Length : 0,
        _ => throw new InvalidOperationException($"masks.json names a check that does not exist: {check}"),
    };

    /// <summary>A pattern runs on into the next word or number; it is cut back group by group until the check holds.</summary>
    private static int Longest(string value, Func<string, bool> holds)
    {
        for (var end = value.Length; end > 0; end = value.LastIndexOfAny([' ', '-'], end - 1))
            if (holds(value[..end])) return end;
        return 0;
    }

    private static bool Card(string digits)
    {
        if (digits.Length is < 13 or > 19) return false;
        var first = int.Parse(digits[..4]);
        return (first is >= 3000 and < 7000 or >= 2221 and <= 2720) && digits.Distinct().Count() > 1 && Luhn(digits);
    }

    private static bool Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        }

        return sum % 10 == 0;
    }

    /// <summary>ISO 13616: the first four characters go to the end, letters count from 10, the whole is 1 modulo 97.</summary>
    private static bool Iban(string value)
    {
        var plain = value.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        if (plain.Length is < 15 or > 34) return false;
        var rest = 0;
        foreach (var c in plain[4..] + plain[..4])
            rest = char.IsAsciiDigit(c) ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
        return rest == 1;
    }

    /// <summary>"The secret is rotated" names none; "token: 4096" counts tokens; "password: hunter" is one.</summary>
    private static bool Secret(string whole, string value)
    {
        var plain = value.TrimEnd('.', '!', '?');
        if (s_plain.Contains(plain) || plain.StartsWith('[')) return false;
        var password = whole.StartsWith("pass", StringComparison.OrdinalIgnoreCase);
        var assigned = whole.AsSpan(0, whole.Length - value.Length).IndexOfAny(':', '=') >= 0;
        if (plain.All(char.IsAsciiLetterLower)) return password && assigned || plain.Length >= 20;
        if (plain.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '%')) return password;
        return plain.Any(char.IsAsciiDigit) || plain.Any(c => !char.IsLetterOrDigit(c) && c is not ('-' or '/' or '.')) || assigned && plain.Length >= 8 && !plain.Contains('/');
    }

    private static string Digits(string value) => string.Concat(value.Where(char.IsAsciiDigit));
}
