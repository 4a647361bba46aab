namespace Enforcement.Domain.Ledger;

/// <summary>Something in a ledger that is not as it was written.</summary>
/// <param name="Code">What kind of thing: <c>file</c>, <c>entry</c>, <c>column</c>, <c>checkpoint</c>, <c>head</c>, <c>stream</c>, <c>answer</c>, <c>profile</c>, <c>schema</c>, or what an added check calls it.</param>
/// <param name="Position">The position in the whole ledger, or <see langword="null"/>.</param>
/// <param name="Stream">The stream, or <see langword="null"/>.</param>
/// <param name="Sequence">The sequence in the stream, or <see langword="null"/>.</param>
/// <param name="Message">What is wrong, in English.</param>
public sealed record LedgerFault(string Code, long? Position, string? Stream, long? Sequence, string Message);
