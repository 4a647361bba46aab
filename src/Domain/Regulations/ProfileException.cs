using System.Collections.Immutable;

namespace Enforcement.Domain.Regulations;

/// <summary>A profile file that cannot be used: every fault that was found, each with its place.</summary>
public sealed class ProfileException(string file, ImmutableArray<ProfileFault> faults)
    : Exception($"{file}: {string.Join("; ", faults.Select(f => $"{f.Path}: {f.Reason}"))}")
{
    /// <summary>The file, as named by the caller.</summary>
    public string File { get; } = file;

    /// <summary>All faults, never empty.</summary>
    public ImmutableArray<ProfileFault> Faults { get; } = faults;
}

/// <summary>One fault.</summary>
/// <param name="Path">JSON path: <c>$.acts[3].fields[0].article</c>, or an act kind where that reads better.</param>
/// <param name="Reason">What is wrong.</param>
public sealed record ProfileFault(string Path, string Reason);
