namespace TabletopAgent.Exercises;

/// <summary>Reads times as programs write them. Whatever else a person may write is left to the slow and lenient reader.</summary>
internal static class Rfc3339
{
    /// <param name="text">2026-05-04T14:10:00Z, with up to seven decimals of a second, with Z or an offset.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, out DateTimeOffset utc)
    {
        utc = default;
        if (text.Length < 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':') return false;
        var (year, month, day) = (Digits(text[..4]), Digits(text[5..7]), Digits(text[8..10]));
        var (hour, minute, second) = (Digits(text[11..13]), Digits(text[14..16]), Digits(text[17..19]));
        // A negative one holds something else than digits.
        if ((year | month | day | hour | minute | second) < 0 || year == 0 || month is 0 or > 12 || hour > 23 || minute > 59 || second > 59) return false;
        if (day == 0 || day > DateTime.DaysInMonth(year, month)) return false;

        var rest = text[19..];
        long fraction = 0;
        if (rest[0] == '.')
        {
            var end = 1;
            while (end < rest.Length && char.IsAsciiDigit((char)rest[end])) end++;
            if (end is 1 or > 8 || end == rest.Length) return false;
            fraction = Digits(rest[1..end]);
            for (var i = end; i < 8; i++) fraction *= 10;
            rest = rest[end..];
        }

        long offset = 0;
        if (rest is not [(byte)'Z'])
        {
            if (rest.Length != 6 || rest[0] is not ((byte)'+' or (byte)'-') || rest[3] != ':') return false;
            var (hours, minutes) = (Digits(rest[1..3]), Digits(rest[4..]));
            if ((hours | minutes) < 0 || minutes > 59 || hours * 60 + minutes > 14 * 60) return false;
            offset = (rest[0] == '+' ? 1 : -1) * (hours * 60 + minutes) * TimeSpan.TicksPerMinute;
        }

        var ticks = new DateTime(year, month, day, hour, minute, second).Ticks + fraction - offset;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks) return false;
        utc = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var number = 0;
        foreach (var c in text)
        {
            var digit = c - '0';
            if ((uint)digit > 9) return -1;
            number = number * 10 + digit;
        }

        return number;
    }
}
