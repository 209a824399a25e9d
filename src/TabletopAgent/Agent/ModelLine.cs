using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;
using Polly;
using Polly.CircuitBreaker;
using TabletopAgent.Agent.Tools;

namespace TabletopAgent.Agent;

/// <summary>The line to the model: one kernel for each answer, over HTTP that tries again by itself.</summary>
internal sealed class ModelLine(ModelSettings settings, IHttpMessageHandlerFactory handlers, TimeProvider clock)
{
    /// <summary>Name of the HTTP client in the host.</summary>
    public const string Name = "model";

    /// <summary>The model may call tools, one after the other; it need not.</summary>
    public static OpenAIPromptExecutionSettings Asking => new() { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(options: new() { AllowConcurrentInvocation = false }) };

    public HttpMessageHandler Handler() => handlers.CreateHandler(Name);

    /// <summary>After two ill answers in a row nobody should wait for a third: it rests, and the code answers at once.</summary>
    public ResiliencePipeline Rest() => new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 1, MinimumThroughput = 2, SamplingDuration = TimeSpan.FromMinutes(5), BreakDuration = TimeSpan.FromSeconds(settings.RestSeconds),
        }).Build();

    public Kernel Kernel(Meter meter, Sitting sitting, Turn turn, Action<Passage> show, IAutoFunctionInvocationFilter auditor)
    {
        var builder = Builder(meter);
        builder.Services.AddSingleton(auditor);
        foreach (var plugin in Tools(sitting, turn, show)) builder.Plugins.Add(plugin);
        return builder.Build();
    }

    /// <summary>One that can only speak.</summary>
    public Kernel Bare(Meter meter) => Builder(meter).Build();

    private IKernelBuilder Builder(Meter meter)
    {
        var client = new OpenAIClient(new ApiKeyCredential(settings.ApiKey ?? "none"), new OpenAIClientOptions
        {
            Endpoint = settings.Endpoint,
            Transport = new HttpClientPipelineTransport(new HttpClient(meter, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan }),
            // Trying again and giving up are decided in one place each: the handler below, and the watch above.
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        });
        return Microsoft.SemanticKernel.Kernel.CreateBuilder().AddOpenAIChatCompletion(settings.Name, client);
    }

    /// <summary>The tools of one turn: they know who speaks, and what was said.</summary>
    public static IEnumerable<KernelPlugin> Tools(Sitting sitting, Turn turn, Action<Passage> show) =>
    [
        KernelPluginFactory.CreateFromObject(new MeasureTools(sitting), "Measure"),
        KernelPluginFactory.CreateFromObject(new KnowledgeTools(sitting), "Knowledge"),
        KernelPluginFactory.CreateFromObject(new ExerciseTools(sitting, turn, show), "Exercise"),
        KernelPluginFactory.CreateFromObject(new ScoreTools(sitting), "Score"),
    ];
}
