using Enforcement.Grains.Interfaces.ReadModel;

namespace Enforcement.Grains.Interfaces.Recorders;

/// <summary>A line of the register of recorders [执法记录仪登记簿], kept beside the ledger and written with it. The fleet's lists are filled from it.</summary>
/// <param name="RecorderId">The recorder, key of the row.</param>
/// <param name="IdKey">The id in capital letters: no two recorders differ by case alone.</param>
/// <param name="Bureau">Its bureau.</param>
/// <param name="Model">The model.</param>
/// <param name="Serial">The serial number, as registered.</param>
/// <param name="SerialKey">The serial number as it is compared; <see langword="null"/> once retired, so that it is free again.</param>
/// <param name="State">in-store, issued, repair, retired.</param>
/// <param name="HolderId">Who holds it, or null.</param>
/// <param name="HolderName">The holder's name, or null.</param>
/// <param name="StorageBytes">Size of its store, 0 when unknown.</param>
/// <param name="Note">A remark, possibly empty.</param>
/// <param name="KeyGeneration">The generation of its key.</param>
/// <param name="TouchedRecording">The recording that the last report was about, or null.</param>
/// <param name="Sequence">The length of the recorder's stream: of two lines the one with the higher number is the younger.</param>
/// <param name="UpdatedAt">When the line was written, legal clock.</param>
[GenerateSerializer, Alias("row.recorder-entry")]
[ReadTable("recorder_register", nameof(RecorderId))]
public sealed record RecorderEntry(
    [property: Id(0)] string RecorderId,
    [property: Id(1)] string IdKey,
    [property: Id(2)] string Bureau,
    [property: Id(3)] string Model,
    [property: Id(4)] string Serial,
    [property: Id(5)] string? SerialKey,
    [property: Id(6)] string State,
    [property: Id(7)] string? HolderId,
    [property: Id(8)] string? HolderName,
    [property: Id(9)] long StorageBytes,
    [property: Id(10)] string Note,
    [property: Id(11)] int KeyGeneration,
    [property: Id(12)] string? TouchedRecording,
    [property: Id(13)] long Sequence,
    [property: Id(14)] DateTimeOffset UpdatedAt) : ReadRow;
