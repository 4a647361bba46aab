namespace Orleans;

/// <summary>Why an activation ends.</summary>
public readonly struct DeactivationReason
{
    /// <summary>A reason without exception.</summary>
    public DeactivationReason(DeactivationReasonCode code, string text)
        : this(code, null, text)
    {
    }

    /// <summary>A reason with the exception that caused it.</summary>
    public DeactivationReason(DeactivationReasonCode code, Exception? exception, string text)
    {
        ReasonCode = code;
        Description = text;
        Exception = exception;
    }

    /// <summary>In words.</summary>
    public string Description { get; }

    /// <summary>For programs.</summary>
    public DeactivationReasonCode ReasonCode { get; }

    /// <summary>What was thrown, if anything.</summary>
    public Exception? Exception { get; }

    /// <inheritdoc />
    public override string ToString() =>
        Exception is null ? $"{ReasonCode}: {Description}" : $"{ReasonCode}: {Description}. Exception: {Exception}";
}

/// <summary>Kinds of <see cref="DeactivationReason"/>.</summary>
[GenerateSerializer]
public enum DeactivationReasonCode : byte
{
    /// <summary>Not given.</summary>
    None,

    /// <summary>The process stops.</summary>
    ShuttingDown,

    /// <summary>Activation failed.</summary>
    ActivationFailed,

    /// <summary>Not used in one process.</summary>
    DirectoryFailure,

    /// <summary>Nobody called for the collection age.</summary>
    ActivationIdle,

    /// <summary>A request has run longer than allowed.</summary>
    ActivationUnresponsive,

    /// <summary>Not used in one process.</summary>
    DuplicateActivation,

    /// <summary>Not used in one process.</summary>
    IncompatibleRequest,

    /// <summary>The grain threw an exception that ends the activation.</summary>
    ApplicationError,

    /// <summary>The grain asked for it.</summary>
    ApplicationRequested,

    /// <summary>Not used in one process.</summary>
    Migrating,

    /// <summary>The engine asked for it.</summary>
    RuntimeRequested,

    /// <summary>Not used here.</summary>
    HighMemoryPressure,
}
