namespace Workflows.Tests.Api;

/// <summary>
/// Who may call what: a line for each endpoint. <c>+</c> allowed, <c>-</c> refused (401, 403, or 404 where a case may not be known
/// of), <c>x</c> refused by the procedure (409). After the callers the path below <c>/api/v1</c> (from the root when it begins with
/// <c>//</c>) with which it is tried, and the body. The bodies of administrators are faulty where a good one would change the world
/// of the test: rights are asked before anything else. What stands in braces is made anew for each try.
/// </summary>
internal static class RightsTable
{
    /// <summary>
    /// none: no key; nobody: a key without roles; handler, stranger, auditor: handler of the agency, handler of another one, auditor
    /// of the agency; system, security, audit: the administrators; owner: the first owner; person: a handler of the agency who signed in.
    /// </summary>
    public const string Text = """
        #                    none nobody handler stranger auditor system security audit owner person
        openCase             -    x      +       x        x       x      x        x     x     +      /cases {"procedure":"test.application","agency":"test.bureau","input":{"subject":"预算"}}
        importCases          -    +      +       +        +       +      +        +     +     +      /cases/import?check=true csv:procedure
        listCases            -    +      +       +        +       +      +        +     +     +      /cases
        readCase             -    -      +       -        +       -      -        +     +     +      /cases/{case}
        fireTrigger          -    -      +       -        x       -      -        x     x     +      /cases/{case}/triggers/register {}
        correctDate          -    -      +       -        x       -      -        x     x     +      /cases/{case}/corrections {"sequence":1,"day":"2026-03-01","note":"误记"}
        cancelCase           -    -      +       -        x       -      -        x     x     +      /cases/{case}/cancellation {"note":"误立"}
        readHistory          -    -      +       -        +       -      -        +     +     +      /cases/{case}/history
        listClocks           -    -      +       -        +       -      -        +     +     +      /cases/{case}/clocks
        explainClock         -    -      +       -        +       -      -        +     +     +      /cases/{registered}/clocks/reply/explanation
        listDocuments        -    -      +       -        +       -      -        +     +     +      /cases/{case}/documents
        readDocument         -    -      +       -        -       -      -        -     -     +      /cases/{registered}/documents/1
        addAttachment        -    -      +       -        x       -      -        x     x     +      /cases/{case}/attachments form:%PDF-1.7 %%EOF
        listAttachments      -    -      +       -        +       -      -        +     +     +      /cases/{attached}/attachments
        readAttachment       -    -      +       -        -       -      -        -     -     +      /cases/{attached}/attachments/1
        recordService        -    -      +       -        x       -      -        x     x     +      /cases/{registered}/documents/1/services {"channel":"in-person","receivedOn":"2026-03-02"}
        listServices         -    -      +       -        +       -      -        +     +     +      /cases/{case}/services
        followService        -    -      +       -        x       -      -        x     x     +      /cases/{served}/services/1/news {"news":"annulled","on":"2026-03-02","note":"误记"}
        sendDocument         -    -      +       -        x       -      -        x     x     +      /cases/{registered}/documents/1/mails {"note":"来电要求以电子邮件接收"}
        searchCases          -    +      +       +        +       +      +        +     +     +      /cases/search {"field":"applicant.name","value":"张三"}
        worklist             -    +      +       +        +       +      +        +     +     +      /worklist

        createCaseLink       -    -      +       -        -       -      -        -     -     +      /cases/{case}/links {"kind":"see-state"}
        listCaseLinks        -    -      +       -        +       -      -        +     +     +      /cases/{case}/links
        revokeCaseLink       -    -      +       -        -       -      -        -     -     +      /cases/{linked}
        readLink             -    -      -       -        -       -      -        -     -     -      /link
        answerByLink         -    -      -       -        -       -      -        -     -     -      /link/answer {}

        readDeadlines        +    +      +       +        +       +      +        +     +     +      /deadlines.ics?feed={calendar}
        createDeadlineFeed   -    -      +       -        -       -      -        -     -     +      /deadline-feeds {"agency":"test.bureau","role":"handler"}
        listDeadlineFeeds    -    +      +       +        +       +      +        +     +     +      /deadline-feeds
        revokeDeadlineFeed   -    -      +       -        -       -      +        -     +     -      /deadline-feeds/{feed}

        readEvents           -    +      +       +        +       +      +        +     +     +      /events
        createWebhook        -    -      -       -        -       -      +        -     +     -      /webhooks {"name":"","url":"x"}
        listWebhooks         -    -      -       -        -       -      +        -     +     -      /webhooks
        readWebhook          -    -      -       -        -       -      +        -     +     -      /webhooks/{webhook}
        putWebhook           -    -      -       -        -       -      +        -     +     -      /webhooks/{webhook} {"name":"","url":"x"}
        pauseWebhook         -    -      -       -        -       -      +        -     +     -      /webhooks/{webhook}/pausing
        resumeWebhook        -    -      -       -        -       -      +        -     +     -      /webhooks/{webhook}/resumption
        rotateWebhookSecret  -    -      -       -        -       -      +        -     +     -      /webhooks/{webhook}/rotation {}
        testWebhook          -    -      -       -        -       -      +        -     +     -      /webhooks/{webhook}/test
        listDeadLetters      -    -      -       -        -       -      +        -     +     -      /webhooks/{webhook}/dead-letters
        replayDeadLetters    -    -      -       -        -       -      +        -     +     -      /webhooks/{webhook}/dead-letters/replay {}
        removeWebhook        -    -      -       -        -       -      +        -     +     -      /webhooks/{webhook}

        listProcedures       -    +      +       +        +       +      +        +     +     +      /procedures
        showDifferences      -    +      +       +        +       +      +        +     +     +      /procedures/differences?procedures=test.application,test.consultation
        compareProcedures    -    +      +       +        +       +      +        +     +     +      /procedures/compare?left=test.application@1&right=test.consultation@1
        readProcedure        -    +      +       +        +       +      +        +     +     +      /procedures/test.application
        listSchedules        -    +      +       +        +       +      +        +     +     +      /procedures/test.application/schedules
        readProcedureVersion -    +      +       +        +       +      +        +     +     +      /procedures/test.application/versions/1
        compareVersions      -    +      +       +        +       +      +        +     +     +      /procedures/test.application/versions/1/diff?from=1
        saveDraft            -    -      -       -        -       +      -        -     +     -      /procedures/test.draft/draft {}
        readDraft            -    -      -       -        -       +      -        -     +     -      /procedures/test.draft/draft
        discardDraft         -    -      -       -        -       +      -        -     +     -      /procedures/test.draft/draft
        checkDraft           -    -      -       -        -       +      -        -     +     -      /procedures/test.draft/draft/check
        publishDraft         -    -      -       -        -       +      -        -     +     -      /procedures/test.draft/draft/publish

        listCalendars        -    +      +       +        +       +      +        +     +     +      /calendars
        readCalendar         -    +      +       +        +       +      +        +     +     +      /calendars/CN
        listDays             -    +      +       +        +       +      +        +     +     +      /calendars/CN/days?from=2026-03-01&to=2026-03-02
        countDue             -    +      +       +        +       +      +        +     +     +      /calendars/CN/due?start=2026-03-02&period=5%20working-days
        putNotice            -    -      -       -        -       +      -        -     +     -      /calendars/CN/notices/2027 {}

        listTemplates        -    +      +       +        +       +      +        +     +     +      /templates
        readTemplate         -    +      +       +        +       +      +        +     +     +      /templates/test.receipt
        readTemplateVersion  -    +      +       +        +       +      +        +     +     +      /templates/test.receipt/versions/1
        putTemplate          -    -      -       -        -       +      -        -     +     -      /templates/test.receipt {}
        previewTemplate      -    -      -       -        -       +      -        -     +     -      /templates/test.receipt/preview {"data":{}}

        listAgencies         -    +      +       +        +       +      +        +     +     +      /agencies
        readAgency           -    +      +       +        +       +      +        +     +     +      /agencies/test.bureau
        putAgency            -    -      -       -        -       +      -        -     +     -      /agencies/test.bureau {}
        importAgencies       -    -      -       -        -       +      -        -     +     -      /agencies/import csv:id
        mergeAgency          -    -      -       -        -       +      -        -     +     -      /agencies/test.bureau/merger {}

        listRegisters        -    +      +       +        +       +      +        +     +     +      /registers
        readRegister         -    +      +       +        +       +      +        +     +     +      /registers/register
        readAnnualReport     -    -      +       -        +       -      -        +     +     +      /reports/annual?agency=test.bureau&year=2026

        auditCases           -    -      -       -        +       -      -        +     +     -      /audit/cases
        auditHistory         -    -      -       -        +       -      -        +     +     -      /audit/cases/{case}/history
        verify               -    -      -       -        +       -      -        +     +     -      /audit/verification
        readAnchor           -    -      -       -        +       -      -        +     +     -      /audit/verification/anchor
        readAdminLog         -    -      -       -        +       -      -        +     +     -      /audit/admin-log
        listReads            -    -      -       -        -       -      -        +     +     -      /audit/reads

        createAccessKey      -    -      -       -        -       -      +        -     +     -      /access-keys {"name":"某人"}
        listAccessKeys       -    -      -       -        -       -      +        -     +     -      /access-keys
        rotateAccessKey      -    -      -       -        -       -      +        -     +     -      /access-keys/{key}/rotation {}
        revokeAccessKey      -    -      -       -        -       -      +        -     +     -      /access-keys/{key}

        createAccount        -    -      -       -        -       -      +        -     +     -      /accounts {"login":"x","name":"某人"}
        listAccounts         -    -      -       -        -       -      +        -     +     -      /accounts
        putAccount           -    -      -       -        -       -      +        -     +     -      /accounts/{account} {"name":"某人"}
        disableAccount       -    -      -       -        -       -      +        -     +     -      /accounts/{account}/disabling
        enableAccount        -    -      -       -        -       -      +        -     +     -      /accounts/{account}/enabling
        resetPassword        -    -      -       -        -       -      +        -     +     -      /accounts/{account}/password-reset
        readOwnAccount       -    -      -       -        -       -      -        -     -     +      /account
        changePassword       -    -      -       -        -       -      -        -     -     +      /account/password {"current":"x","password":"x"}
        enrolTotp            -    -      -       -        -       -      -        -     -     +      /account/totp {"password":"x"}
        confirmTotp          -    -      -       -        -       -      -        -     -     x      /account/totp/confirmation {"code":"x"}
        removeTotp           -    -      -       -        -       -      -        -     -     +      /account/totp/removal {"password":"x"}
        beginSession         +    +      +       +        +       +      +        +     +     +      /sessions {"login":"","password":"x","code":"y","other":1}

        readMasterKey        -    -      -       -        -       -      +        -     +     -      /master-key
        rotateMasterKey      -    -      -       -        -       -      +        -     +     -      /master-key/rotation {}
        listRetention        -    -      -       -        -       -      +        -     +     -      /retention
        eraseCases           -    -      -       -        -       -      +        -     +     -      /retention/erasures {"reason":""}

        readSandboxClock     -    +      +       +        +       +      +        +     +     +      /sandbox/clock
        setSandboxClock      -    -      -       -        -       +      -        -     +     -      /sandbox/clock {}

        live                 +    +      +       +        +       +      +        +     +     +      //health/live
        ready                +    +      +       +        +       +      +        +     +     +      //health/ready

        # Last: it ends the session of the person.
        endSession           -    -      -       -        -       -      -        -     -     +      /sessions/current
        """;
}
