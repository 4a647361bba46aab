using System.Collections.Immutable;
using Enforcement.Domain;
using Enforcement.Grains.Interfaces;
using Enforcement.Grains.Media;

namespace Enforcement.Silo.Uploads;

/// <summary>Told of every file that arrived and became an original. The sender gets its receipt only after this has answered.</summary>
public interface IUploadSink
{
    /// <summary>Asked before a single byte is taken, so that a file that nobody can accept is not sent in vain.</summary>
    Task<UploadOutcome> CreatingAsync(UploadIntent intent, CancellationToken cancellationToken) =>
        Task.FromResult<UploadOutcome>(new UploadOutcome.Accepted());

    /// <summary>Called after the durable move, at least once: after a crash the same upload comes again, and must be accepted again.</summary>
    /// <remarks>An exception means "not now": the sender is told to come back, and the sweep calls again.</remarks>
    Task<UploadOutcome> CompletedAsync(CompletedUpload upload, CancellationToken cancellationToken);
}

/// <summary>A file that somebody wants to send.</summary>
/// <param name="Owner">Who sends it, see <see cref="UploadOptions.OwnerOf"/>.</param>
/// <param name="RecordingId">The recording that it belongs to; empty for a document, or when <see cref="UploadOptions.RequireRecordingId"/> is off.</param>
/// <param name="FileName">For display only.</param>
/// <param name="ContentType">As declared, or <c>application/octet-stream</c>.</param>
/// <param name="Length">Bytes.</param>
/// <param name="DeclaredSha256">The hash that the sender declared, or <see langword="null"/>.</param>
/// <param name="Kind">One of <see cref="UploadKinds"/>.</param>
/// <param name="Sender">Who sends it in full, see <see cref="UploadOptions.SenderOf"/>.</param>
public sealed record UploadIntent(
    string Owner, string RecordingId, string FileName, string ContentType, long Length, string? DeclaredSha256, string Kind = UploadKinds.Recording, string Sender = "");

/// <summary>A file that arrived and was stored.</summary>
/// <param name="UploadId">Names the upload; the same id means the same upload.</param>
/// <param name="Intent">What was declared at its start.</param>
/// <param name="Media">The original.</param>
/// <param name="CreatedAt">When the upload began, by the machine clock.</param>
public sealed record CompletedUpload(string UploadId, UploadIntent Intent, StoredMedia Media, DateTimeOffset CreatedAt);

/// <summary>What the receiver says to an upload.</summary>
public abstract record UploadOutcome
{
    private UploadOutcome()
    {
    }

    /// <param name="Link">Where the sender finds what became of its file, or <see langword="null"/>.</param>
    public sealed record Accepted(string? Link = null) : UploadOutcome;

    /// <summary>It is not wanted. A file that was stored already stays stored: evidence is not thrown away because its papers are wrong.</summary>
    /// <param name="Status">The HTTP status, 4xx.</param>
    /// <param name="Code">Stable, lower case, hyphens; becomes the type of the problem.</param>
    /// <param name="Title">The kind of problem.</param>
    /// <param name="Detail">What to do next.</param>
    /// <param name="Rules">The broken rules, if rules were broken.</param>
    public sealed record Refused(int Status, string Code, Words Title, Words Detail, ImmutableArray<BrokenRule> Rules) : UploadOutcome
    {
        public Refused(int status, string code, Words title, Words detail)
            : this(status, code, title, detail, [])
        {
        }
    }
}
