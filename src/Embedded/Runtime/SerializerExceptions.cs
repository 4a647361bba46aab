namespace Orleans.Serialization;

/// <summary>Something could not be carried across a call.</summary>
[GenerateSerializer]
public class SerializerException : Exception
{
    /// <summary>Without text.</summary>
    public SerializerException()
    {
    }

    /// <summary>With text.</summary>
    public SerializerException(string message)
        : base(message)
    {
    }

    /// <summary>With text and cause.</summary>
    public SerializerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>A type that cannot cross a call: it has no serializer.</summary>
/// <param name="message">Which type.</param>
[GenerateSerializer]
public sealed class CodecNotFoundException(string message) : SerializerException(message);
