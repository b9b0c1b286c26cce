using System.Text;

namespace Workflows.Api.Documents;

/// <summary>Keeps what a template yields, up to <see cref="TemplateLimits.OutputLength"/>.</summary>
internal sealed class LimitedWriter : TextWriter
{
    private readonly StringBuilder _text = new();

    public LimitedWriter()
        : base(System.Globalization.CultureInfo.InvariantCulture)
    {
    }

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (_text.Length + buffer.Length > TemplateLimits.OutputLength)
            throw new OutputTooLongException();
        _text.Append(buffer);
    }

    public override string ToString() => _text.ToString();
}

/// <summary>A template yielded more than <see cref="TemplateLimits.OutputLength"/>.</summary>
internal sealed class OutputTooLongException() : Exception($"The document is longer than {TemplateLimits.OutputLength} characters.");
