namespace TabletopAgent.Render;

/// <summary>The two distributions for a spreadsheet: a row each twentieth of ΔS.</summary>
internal static class CalibrationCsv
{
    public static void Write(CalibrationReport calibration, TextWriter to)
    {
        var csv = new CsvWriter(to);
        csv.Row("ΔS_from", "ΔS_to", "right_pairs", "random_pairs");
        var n = calibration.Matched.Count;
        for (var i = 0; i < n; i++)
            csv.Row(Wording.Number((double)i / n), Wording.Number((i + 1.0) / n), Wording.Number(calibration.Matched[i]), Wording.Number(calibration.Shuffled[i]));
    }
}
