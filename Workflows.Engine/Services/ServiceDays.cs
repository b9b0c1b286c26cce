using NodaTime;
using Workflows.Definitions;

namespace Workflows.Engine;

/// <summary>The legal days of a service: on which the agency has answered, and on which the recipient has received.</summary>
/// <param name="AnsweredOn">The day by which the agency's own period is judged; null while it cannot be known.</param>
/// <param name="AnsweredBasis">Why it is that day.</param>
/// <param name="ReceivedOn">The day from which the recipient's periods run, itself not counted; null while it cannot be known.</param>
/// <param name="ReceivedBasis">Why it is that day.</param>
public sealed record ServiceDays(LocalDate? AnsweredOn, LegalBasis AnsweredBasis, LocalDate? ReceivedOn, LegalBasis ReceivedBasis)
{
    /// <summary>The 2019 text of 政府信息公开条例 is in force from this day.</summary>
    private static readonly LocalDate Text2019 = new(2019, 5, 15);

    private const string Office = "国务院办公厅政府信息与政务公开办公室函";

    /// <summary>国办公开办函〔2016〕235号: handed over, or served by another agency: the day signed for.</summary>
    private static readonly LegalBasis SignedFor = new(Office, "国办公开办函〔2016〕235号（直接送达或者由其他机关转送的，以签收之日为答复时间）", null, []);

    /// <summary>国办公开办函〔2016〕235号: by post: the day posted.</summary>
    private static readonly LegalBasis Posted = new(Office, "国办公开办函〔2016〕235号（邮寄的，以交邮之日为答复时间）", null, []);

    private static readonly LegalBasis Dispatched = new(null, null, "快递、传真、电子邮件答复的时间没有查到规定，比照邮寄，以发出之日为答复时间", []);

    /// <summary>条例 第三十一条, for applications that come in, taken over for what goes out.</summary>
    private static readonly LegalBasis Receipt = new(null, null, "收到文书的时间没有查到规定，比照条例（2019年）第三十一条收到申请的时间：当面、签收的以当日或者签收之日，平信、传真、电子邮件以双方确认之日", []);

    /// <summary>国办公开办函〔2015〕207号, for applications that come in, taken over for what goes out.</summary>
    private static readonly LegalBasis MailReceipt2015 = new(null, null, "2019年5月15日前收到的申请，比照国办公开办函〔2015〕207号：电子邮件以进入对方邮件系统之日为收到之日", []);

    /// <summary>Computes them.</summary>
    /// <param name="service">The service.</param>
    /// <param name="appliedOn">Legal day of the opening of the case: it says which text governs.</param>
    public static ServiceDays Of(Service service, LocalDate appliedOn)
    {
        var (answered, answeredBasis) = service.Channel switch
        {
            ServiceChannels.InPerson or ServiceChannels.Collected or ServiceChannels.Agency => (service.ReceivedOn, SignedFor),
            ServiceChannels.Post or ServiceChannels.RegisteredPost => (service.SentOn, Posted),
            _ => (service.SentOn, Dispatched),
        };
        return service.Channel == ServiceChannels.Email && appliedOn < Text2019
            ? new ServiceDays(answered, answeredBasis, service.SentOn, MailReceipt2015)
            : new ServiceDays(answered, answeredBasis, service.ReceivedOn, Receipt);
    }
}
