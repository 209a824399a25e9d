namespace TabletopAgent.Measure;

/// <summary>Figures in half the space: nearly all have three decimals or fewer; the others stand aside as they are. Every figure comes back exactly.</summary>
internal sealed class Figures
{
    private const int Unknown = int.MinValue, Largest = 1 << 30;
    private const double Thousand = 1000;

    private readonly Portions<double> _aside = new();

    /// <param name="value">NaN is "not recorded".</param>
    public int Pack(double value)
    {
        if (double.IsNaN(value)) return Unknown;
        var thousandths = Math.Round(value * Thousand);
        if (Math.Abs(thousandths) < Largest && BitConverter.DoubleToInt64Bits((int)thousandths / Thousand) == BitConverter.DoubleToInt64Bits(value)) return (int)thousandths;
        _aside.Add(value);
        return -Largest - (_aside.Count - 1);
    }

    public double Of(int packed) => packed == Unknown ? double.NaN : packed <= -Largest ? _aside[-Largest - packed] : packed / Thousand;
}
