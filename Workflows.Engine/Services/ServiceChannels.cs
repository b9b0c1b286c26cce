using System.Collections.Immutable;

namespace Workflows.Engine;

/// <summary>How a document can be served.</summary>
public static class ServiceChannels
{
    /// <summary>Handed over in person (当面送达).</summary>
    public const string InPerson = "in-person";

    /// <summary>Fetched by the recipient (自行领取).</summary>
    public const string Collected = "collected";

    /// <summary>Ordinary post (平信).</summary>
    public const string Post = "post";

    /// <summary>Registered post or EMS, signed for (挂号信、邮政特快专递).</summary>
    public const string RegisteredPost = "registered-post";

    /// <summary>Another courier (快递).</summary>
    public const string Courier = "courier";

    /// <summary>Fax (传真).</summary>
    public const string Fax = "fax";

    /// <summary>E-mail (电子邮件).</summary>
    public const string Email = "email";

    /// <summary>Served by another agency (由其他机关转送).</summary>
    public const string Agency = "agency";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [InPerson, Collected, Post, RegisteredPost, Courier, Fax, Email, Agency];

    /// <summary>The shown name.</summary>
    public static string Title(string channel) => channel switch
    {
        InPerson => "当面送达",
        Collected => "自行领取",
        Post => "邮寄（平信）",
        RegisteredPost => "邮寄（挂号信或者邮政特快专递）",
        Courier => "快递",
        Fax => "传真",
        Email => "电子邮件",
        Agency => "由其他机关转送",
        _ => channel,
    };

    /// <summary>Whether the one act hands the document over and has it signed for, so that there is no day of dispatch.</summary>
    internal static bool HandsOver(string channel) => channel is InPerson or Collected;

    /// <summary>Whether a carrier gives it a number.</summary>
    internal static bool Numbered(string channel) => channel is RegisteredPost or Courier;
}
