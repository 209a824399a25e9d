using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace TabletopAgent.Agent;

/// <summary>Settings and services of a conversation with a model. Only verbs that live long pay for it.</summary>
internal static class AgentHost
{
    private const string File = "appsettings.json";

    /// <summary>Section Model of the settings file, user secrets and environment; later ones win.</summary>
    /// <param name="folder">Where the settings file lies.</param>
    /// <param name="notes">Takes what is wrong with them.</param>
    public static ModelSettings Read(string folder, List<Note> notes)
    {
        var file = Settings(folder);
        var all = new ConfigurationBuilder().AddConfiguration(file).AddUserSecrets(typeof(AgentHost).Assembly, optional: true).AddEnvironmentVariables("TABLETOP__").Build();
        return ModelSettings.Read(all.GetSection("Model"), file.GetSection("Model"), notes);
    }

    public static IHost Build(ModelSettings settings, TimeProvider clock)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        Add(builder.Services, settings, clock);
        return builder.Build();
    }

    public static void Add(IServiceCollection services, ModelSettings settings, TimeProvider clock)
    {
        services.AddSingleton(settings).AddSingleton(clock).AddSingleton<ModelLine>();
        services.AddHttpClient(ModelLine.Name)
            // A redirect would carry what people said to somebody nobody chose.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers()
            .AddResilienceHandler(ModelLine.Name, pipeline => Retry(pipeline, settings, clock));
    }

    private static void Retry(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, ModelSettings settings, TimeProvider clock)
    {
        var patience = TimeSpan.FromSeconds(settings.FirstTokenSeconds);
        pipeline.TimeProvider = clock;
        pipeline.AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = 3,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = patience / 40,
            // Who asks for a longer wait than people have is not asked again.
            ShouldHandle = args => ValueTask.FromResult(HttpClientResiliencePredicates.IsTransient(args.Outcome) && (args.Outcome.Result?.Headers.RetryAfter?.Delta ?? TimeSpan.Zero) < patience),
            OnRetry = args =>
            {
                if (args.Outcome.Result is { } refused) args.Context.GetRequestMessage()?.Options.Set(Meter.Refusal, (refused.StatusCode, refused.Headers.RetryAfter?.Delta));
                return ValueTask.CompletedTask;
            },
        });
    }

    /// <summary>The settings file alone. That it is no JSON was said already, where the targets are read.</summary>
    private static IConfigurationRoot Settings(string folder)
    {
        try
        {
            return new ConfigurationBuilder().SetBasePath(folder).AddJsonFile(File, optional: true).Build();
        }
        catch (InvalidDataException)
        {
            return new ConfigurationBuilder().Build();
        }
    }
}
