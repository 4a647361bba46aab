namespace Enforcement.Grains.Interfaces.Recordings;

/// <summary>Makes a mark [时点标注].</summary>
/// <param name="Mark">The mark's id, chosen by who sends it: 1 to 64 lower-case letters, digits and hyphens.</param>
/// <param name="AtMs">The place, in milliseconds from the start of the recording.</param>
/// <param name="Text">What is to be seen or heard there, 1 to 200 characters.</param>
/// <param name="Corrects">The mark that it takes the place of; absent: none.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.mark-recording")]
public sealed record MarkRecording(
    [property: Id(0)] string Mark, [property: Id(1)] long AtMs, [property: Id(2)] string Text, [property: Id(3)] string? Corrects = null);

/// <summary>Takes a mark back.</summary>
/// <param name="Mark">The mark.</param>
/// <param name="Reason">Why, 1 to 200 characters.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.withdraw-mark")]
public sealed record WithdrawMark([property: Id(0)] string Mark, [property: Id(1)] string Reason);

/// <summary>A mark that stands.</summary>
/// <param name="Mark">Its id.</param>
/// <param name="AtMs">The place, in milliseconds from the start of the recording.</param>
/// <param name="Text">What is said of it.</param>
/// <param name="ById">Who made it.</param>
/// <param name="By">That person's name.</param>
/// <param name="MadeAt">When it was made.</param>
[GenerateSerializer]
[Immutable]
[Alias("enforcement.recording-mark")]
public sealed record RecordingMark(
    [property: Id(0)] string Mark,
    [property: Id(1)] long AtMs,
    [property: Id(2)] string Text,
    [property: Id(3)] string ById,
    [property: Id(4)] string By,
    [property: Id(5)] DateTimeOffset MadeAt);
