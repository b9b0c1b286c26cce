using Workflows.Api.Access;
using Workflows.Storage;

namespace Workflows.Api.MasterKeys;

/// <summary>Says which master key is in use, and whether it is being changed.</summary>
internal static class ReadMasterKey
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/master-key", Handle)
        .WithName("readMasterKey").WithTags("Master key")
        .WithSummary("Read how the master key stands")
        .WithDescription("Never the key itself. The change is over when `nextCheck` is null again.")
        .Produces<MasterKeyView>().ForSecurityAdministrators();

    private static IResult Handle(CaseDatabase database) => Results.Ok(MasterKeyView.Of(database.MasterKey.Standing()));
}
