using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Enforcement.Grains.Media;

namespace Enforcement.Storage.Media;

/// <summary>What is remembered of a staged file beside its bytes. Replaced as a whole, so that a crash leaves the old or the new one.</summary>
/// <param name="Version">Of this format.</param>
/// <param name="Created">What was declared.</param>
/// <param name="Phase">How far it has come.</param>
/// <param name="ExpiresAt">When it may be swept away.</param>
/// <param name="TentativeFrom">Set while a chunk with a checksum arrives: bytes from here on are not proven and are cut off after a crash.</param>
/// <param name="Media">The hashes, from the move on.</param>
/// <param name="Settlement">How it ended.</param>
internal sealed record StagingSidecar(
    int Version,
    NewStagedFile Created,
    StagedPhase Phase,
    DateTimeOffset ExpiresAt,
    long? TentativeFrom,
    StoredMedia? Media,
    string? Settlement)
{
    private const int CurrentVersion = 1;

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static StagingSidecar New(NewStagedFile file) =>
        new(CurrentVersion, file, StagedPhase.Receiving, file.ExpiresAt, null, null, null);

    /// <exception cref="InvalidDataException">It is no sidecar of this version.</exception>
    public static StagingSidecar Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var sidecar = JsonSerializer.Deserialize<StagingSidecar>(bytes, Json);
            return sidecar is { Version: CurrentVersion, Created: not null }
                ? sidecar with { Created = sidecar.Created with { Metadata = sidecar.Created.Metadata ?? ImmutableSortedDictionary<string, string>.Empty } }
                : throw new InvalidDataException("The state of the upload has an unknown version.");
        }
        catch (JsonException damaged)
        {
            throw new InvalidDataException("The state of the upload cannot be read.", damaged);
        }
    }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    public StagedFile At(long offset) => new(Created, offset, Phase, ExpiresAt, Media, Settlement);
}
