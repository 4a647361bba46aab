namespace Enforcement.Domain.Ledger;

/// <summary>A text that the ledger has no canonical spelling for. It is a bug of the writer or a damaged file, never an officer's mistake.</summary>
public sealed class CanonicalJsonException : FormatException
{
    /// <summary>Makes the exception.</summary>
    public CanonicalJsonException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What has no spelling.</param>
    public CanonicalJsonException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What has no spelling.</param>
    /// <param name="innerException">How it was found.</param>
    public CanonicalJsonException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
