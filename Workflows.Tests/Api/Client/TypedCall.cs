using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;
using Disclosure.Client;
using Workflows.Tests.Api.Contract;

namespace Workflows.Tests.Api.Client;

/// <summary>An operation of the contract as the method of the generated client that calls it.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Method">The method.</param>
internal sealed record TypedCall(Operation Operation, MethodInfo Method)
{
    private const string Json = "application/json";

    /// <summary>The method for an operation.</summary>
    public static TypedCall Of(Operation operation) =>
        new(operation, typeof(DisclosureClient).GetMethod($"{char.ToUpperInvariant(operation.Id[0])}{operation.Id[1..]}Async")!);

    /// <summary>What is sent, where it is JSON.</summary>
    public Type? Sent => Method.GetParameters().FirstOrDefault(one => one.Name == "body")?.ParameterType is { } type && type != typeof(string) ? type : null;

    /// <summary>What is answered, where it is only ever JSON.</summary>
    public Type? Answered => Successes.All(type => type == Json) ? Method.ReturnType.GetGenericArguments()[0].GetGenericArguments().FirstOrDefault() : null;

    /// <summary>Requests and replies are JSON, or nothing: files, pages and texts are not typed.</summary>
    public bool IsTyped => Successes.All(type => type == Json) && (Operation.Said["requestBody"] is null || Sent is not null);

    private IEnumerable<string> Successes =>
        from response in Operation.Said["responses"]!.AsObject()
        where response.Key.StartsWith('2') && response.Value!["content"] is not null
        from content in response.Value!["content"]!.AsObject()
        select content.Key;

    /// <summary>Calls it with the values of a request.</summary>
    /// <param name="client">The client.</param>
    /// <param name="value">The value of a parameter by its name in the contract; null when it was not sent.</param>
    /// <param name="body">The body that was sent.</param>
    public async Task<SwaggerResponse> Send(DisclosureClient client, Func<string, string?> value, string body)
    {
        var names = Operation.Said["parameters"]?.AsArray().Select(one => one!["name"]!.GetValue<string>()).ToDictionary(Letters) ?? [];
        var sent = (Task)Method.Invoke(client, [.. Method.GetParameters().Select(parameter => parameter.Name! switch
        {
            "body" => JsonSerializer.Deserialize(body, parameter.ParameterType, DisclosureClient.Json),
            "cancellationToken" => CancellationToken.None,
            var name => Value(value(names[Letters(name)]), parameter.ParameterType),
        })])!;
        await sent;
        return (SwaggerResponse)sent.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(sent)!;
    }

    /// <summary>What a reply holds; null when it is empty.</summary>
    public static object? ResultOf(object reply) => reply.GetType().GetProperty("Result")?.GetValue(reply);

    private static object? Value(string? text, Type type)
    {
        if (text is null || type == typeof(string))
            return text;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsEnum)
            return Enum.Parse(plain, plain.GetFields().Single(word => word.GetCustomAttribute<EnumMemberAttribute>()?.Value == text).Name);
        return JsonSerializer.Deserialize(plain == typeof(bool) || plain == typeof(int) || plain == typeof(long) ? text : JsonSerializer.Serialize(text), plain, DisclosureClient.Json);
    }

    /// <summary>A name as both write it: the client has `if_Match` for `If-Match`.</summary>
    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
