using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Workflows.Tests.Api.Fuzz;

/// <summary>Everything that the service logs, with its structured values and exceptions.</summary>
/// <param name="keep">Which lines are kept.</param>
internal sealed class CapturedLog(Predicate<string> keep) : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();
    private int count;

    /// <summary>The lines that are kept.</summary>
    public IReadOnlyCollection<string> Lines => lines;

    /// <summary>How many lines there were.</summary>
    public int Count => count;

    /// <summary>Listens to a running service, with the levels that it has.</summary>
    /// <param name="service">The service.</param>
    /// <param name="keep">Which lines are kept; null for all.</param>
    public static CapturedLog Of(TestService service, Predicate<string>? keep = null)
    {
        var log = new CapturedLog(keep ?? (_ => true));
        service.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        return log;
    }

    public ILogger CreateLogger(string categoryName) => new Category(categoryName, this);

    public void Dispose()
    {
    }

    private void Take(string line)
    {
        Interlocked.Increment(ref count);
        if (keep(line))
            lines.Enqueue(line);
    }

    private sealed class Category(string name, CapturedLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}")) : "";
            log.Take($"{logLevel} {name} {formatter(state, exception)} {values} {exception}");
        }
    }
}
