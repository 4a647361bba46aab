namespace Enforcement.Grains.Media;

/// <summary>Told of every stored file that is no longer what it was.</summary>
/// <remarks>The same damage may be told more than once (by a reader and by the scrub); the receiver makes it one finding.</remarks>
public interface IMediaAlarm
{
    Task CorruptedAsync(MediaFinding finding, CancellationToken cancellationToken);
}

/// <summary>One thing wrong with a stored file.</summary>
/// <param name="Sha256">The name under which it is kept.</param>
/// <param name="Fault">What kind of damage.</param>
/// <param name="Leaf">The zero-based leaf that does not match, or <see langword="null"/> where no single leaf is meant.</param>
/// <param name="Detail">In words.</param>
public sealed record MediaFinding(string Sha256, MediaFault Fault, int? Leaf, string Detail);

/// <summary>Kinds of damage.</summary>
public enum MediaFault
{
    /// <summary>The leaf hashes are there, the file is not.</summary>
    Missing,

    /// <summary>The file is there, the leaf hashes are not.</summary>
    LeavesMissing,

    /// <summary>The leaf hashes cannot be read, or do not have the root that they or the ledger name.</summary>
    LeavesDamaged,

    /// <summary>The file is longer or shorter than it was.</summary>
    Size,

    /// <summary>A leaf has another hash.</summary>
    Leaf,

    /// <summary>Every leaf matches, and yet the whole has another SHA-256 or SM3 than its name says.</summary>
    Whole,

    /// <summary>Something lies in the store that has no place there.</summary>
    Stray,

    /// <summary>The file cannot be read (an I/O error, no permission).</summary>
    Unreadable,
}
