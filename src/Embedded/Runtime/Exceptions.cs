namespace Orleans.Runtime;

/// <summary>Base of the exceptions of the engine.</summary>
[GenerateSerializer]
public class OrleansException : Exception
{
    /// <summary>Without text.</summary>
    public OrleansException()
        : base("Unexpected error.")
    {
    }

    /// <summary>With text.</summary>
    public OrleansException(string message)
        : base(message)
    {
    }

    /// <summary>With text and cause.</summary>
    public OrleansException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>The call was not run and will not be; the caller may try again.</summary>
[GenerateSerializer]
public class OrleansMessageRejectionException : OrleansException
{
    internal OrleansMessageRejectionException(string message)
        : base(message)
    {
    }
}

/// <summary>The engine was set up wrongly.</summary>
[GenerateSerializer]
public sealed class OrleansConfigurationException : Exception
{
    /// <summary>With text.</summary>
    public OrleansConfigurationException(string message)
        : base(message)
    {
    }

    /// <summary>With text and cause.</summary>
    public OrleansConfigurationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>A reminder could not be registered or removed.</summary>
[GenerateSerializer]
public sealed class ReminderException(string message) : OrleansException(message);
