namespace Orleans.Runtime;

/// <summary>One activation of a grain.</summary>
public interface IGrainContext : IEquatable<IGrainContext>
{
    /// <summary>Class and key.</summary>
    GrainId GrainId { get; }

    /// <summary>The grain object; <see langword="null"/> before it was made.</summary>
    object? GrainInstance { get; }

    /// <summary>Services that live as long as the activation.</summary>
    IServiceProvider ActivationServices { get; }

    /// <summary>Completes when the activation has ended.</summary>
    Task Deactivated { get; }

    /// <summary>Ends the activation after the running requests.</summary>
    void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
}
