namespace Workflows.Api.Access;

/// <summary>
/// Writes refused access to the service's log, under <c>Workflows.Security</c>: who, which operation, the trace; never the key that was
/// presented, the address asked for, or anything of a case but its id.
/// </summary>
internal sealed class SecurityLog(ILoggerFactory loggers)
{
    private readonly ILogger log = loggers.CreateLogger("Workflows.Security");

    /// <summary>A request was refused with 401 or 403.</summary>
    public void Refused(HttpContext http, int status) => log.LogWarning(
        "Refused {Operation} to {Caller} with {Status}, trace {Trace}",
        http.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "none",
        http.Features.Get<Caller>()?.Actor.Id ?? "nobody",
        status,
        http.TraceIdentifier);

    /// <summary>A case that exists was asked for by someone who may not know of it, and answered as if there were none.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="id">The case.</param>
    public void Hidden(Caller caller, Engine.CaseId id) => log.LogWarning("Case {Case} was hidden from {Caller}", id, caller.Actor.Id);
}
