using Workflows.Api.Access;
using Workflows.Api.Accounts;
using Workflows.Api.Agencies;
using Workflows.Api.Attachments;
using Workflows.Api.Audit;
using Workflows.Api.Calendars;
using Workflows.Api.CaseLinks;
using Workflows.Api.Cases;
using Workflows.Api.Deadlines;
using Workflows.Api.Events;
using Workflows.Api.Health;
using Workflows.Api.Imports;
using Workflows.Api.Letters;
using Workflows.Api.MasterKeys;
using Workflows.Api.Problems;
using Workflows.Api.Procedures;
using Workflows.Api.Registers;
using Workflows.Api.Reports;
using Workflows.Api.Retention;
using Workflows.Api.Sandbox;
using Workflows.Api.Templates;
using Workflows.Api.Webhooks;

namespace Workflows.Api.Hosting;

/// <summary>All endpoints, in the order of the contract.</summary>
internal static class Endpoints
{
    /// <summary>Adds them.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").Refuses(400, 401, 429);
        OpenCase.Map(api);
        ImportCases.Map(api);
        ListCases.Map(api);
        SearchCases.Map(api);
        ReadCase.Map(api);
        FireTrigger.Map(api);
        CorrectDate.Map(api);
        CancelCase.Map(api);
        ReadHistory.Map(api);
        ListClocks.Map(api);
        ExplainClock.Map(api);
        ListDocuments.Map(api);
        ReadDocument.Map(api);
        AddAttachment.Map(api);
        ListAttachments.Map(api);
        ReadAttachment.Map(api);
        RecordService.Map(api);
        ListServices.Map(api);
        FollowService.Map(api);
        SendDocument.Map(api);
        Worklist.Map(api);

        CreateCaseLink.Map(api);
        ListCaseLinks.Map(api);
        RevokeCaseLink.Map(api);
        ReadLink.Map(api);
        AnswerByLink.Map(api);

        ReadDeadlines.Map(api);
        CreateDeadlineFeed.Map(api);
        ListDeadlineFeeds.Map(api);
        RevokeDeadlineFeed.Map(api);

        ReadEvents.Map(api);
        CreateWebhook.Map(api);
        ListWebhooks.Map(api);
        ChangeWebhook.Map(api);
        RotateWebhookSecret.Map(api);
        TestWebhook.Map(api);
        DeadLetters.Map(api);

        ListProcedures.Map(api);
        ShowDifferences.Map(api);
        CompareProcedures.Map(api);
        ReadProcedure.Map(api);
        ListSchedules.Map(api);
        ReadProcedureVersion.Map(api);
        CompareVersions.Map(api);
        SaveDraft.Map(api);
        ReadDraft.Map(api);
        DiscardDraft.Map(api);
        CheckDraft.Map(api);
        PublishDraft.Map(api);

        ListCalendars.Map(api);
        ReadCalendar.Map(api);
        ListDays.Map(api);
        CountDue.Map(api);
        PutNotice.Map(api);

        ListTemplates.Map(api);
        ReadTemplate.Map(api);
        ReadTemplateVersion.Map(api);
        PutTemplate.Map(api);
        PreviewTemplate.Map(api);

        ListAgencies.Map(api);
        ReadAgency.Map(api);
        PutAgency.Map(api);
        ImportAgencies.Map(api);
        MergeAgency.Map(api);

        ListRegisters.Map(api);
        ReadRegister.Map(api);
        ReadAnnualReport.Map(api);

        AuditCases.Map(api);
        AuditHistory.Map(api);
        Verify.Map(api);
        ReadAnchor.Map(api);
        ReadAdminLog.Map(api);
        ListReads.Map(api);

        CreateAccessKey.Map(api);
        ListAccessKeys.Map(api);
        RotateAccessKey.Map(api);
        RevokeAccessKey.Map(api);

        CreateAccount.Map(api);
        ListAccounts.Map(api);
        PutAccount.Map(api);
        SetAccountStanding.Map(api);
        ResetPassword.Map(api);
        ReadOwnAccount.Map(api);
        ChangePassword.Map(api);
        OwnCodes.Map(api);
        Accounts.Sessions.Map(api);
        ReadMasterKey.Map(api);
        RotateMasterKey.Map(api);
        ListRetention.Map(api);
        EraseCases.Map(api);

        ReadSandboxClock.Map(api);
        SetSandboxClock.Map(api);

        Liveness.Map(app);
        Readiness.Map(app);
    }
}
