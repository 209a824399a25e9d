using System.Reflection;
using System.Runtime.CompilerServices;
using TabletopAgent.Cli;
using TabletopAgent.Measure;

namespace TabletopAgent.Tests.Rules;

/// <summary>Types are sealed and internal unless somebody needs more.</summary>
public sealed class SealedTests
{
    /// <summary>What other programs may build on: the report and the words it is made of.</summary>
    private static readonly Type[] Public =
    [
        typeof(Report), typeof(Status), typeof(Dimension), typeof(DiagnosisReport), typeof(LayerReport), typeof(RunnerUp), typeof(Evidence),
        typeof(PageReference), typeof(StepReport), typeof(ActionReport), typeof(PhaseReport), typeof(FactReport), typeof(Finding), typeof(NoteReport),
        typeof(TimesReport), typeof(StatedReport), typeof(ZoneReport), typeof(SourceReport), typeof(ServiceReport), typeof(StoreReport), typeof(CommsReport),
        typeof(WindowReport), typeof(CheckReport), typeof(BarsReport), typeof(CalibrationReport), typeof(BoardReport), typeof(BoardRow), typeof(BoardLoss), typeof(BoardTrend), typeof(StatusPage), typeof(StatusAction), typeof(ModelNote),
        typeof(Note), typeof(Place), typeof(Severity),
        typeof(Target), typeof(Targets),
    ];

    private static readonly IReadOnlyList<Type> Ours = new[] { typeof(Report).Assembly, typeof(CommandLine).Assembly }.SelectMany(a => a.GetTypes())
        .Where(t => t.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !t.Name.Contains('<', StringComparison.Ordinal)
            && t.Namespace?.StartsWith("TabletopAgent", StringComparison.Ordinal) == true).ToList();

    [Fact]
    public void Classes_are_sealed_static_or_abstract()
    {
        Assert.NotEmpty(Ours);
        Repository.None(Ours.Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false }).Select(t => t.FullName!));
    }

    [Fact]
    public void Public_is_what_is_listed() => Assert.Equal(
        Public.Select(t => t.FullName).Order(StringComparer.Ordinal), Ours.Where(t => t.IsPublic).Select(t => t.FullName).Order(StringComparer.Ordinal));
}
