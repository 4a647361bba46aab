namespace Enforcement.Grains.Interfaces.Access;

/// <summary>Who gives a command [操作人], as every command carries it.</summary>
/// <param name="Id">The account of the person, or <c>token:…</c> for a program. Stable, never reused.</param>
/// <param name="Name">The name to be written into the record.</param>
/// <param name="Role">The active role by its stable name, such as <c>officer</c>.</param>
/// <param name="Bureau">The code of the bureau, or <c>CITY</c> for the municipality.</param>
/// <param name="Certificate">The number of the enforcement certificate [执法证号], or <see langword="null"/> for who has none.</param>
/// <param name="CommandId">The id that the client made for this command: the same id with the same payload is answered once.</param>
[GenerateSerializer]
[Alias("enforcement.caller")]
public sealed record Caller(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string Role,
    [property: Id(3)] string Bureau,
    [property: Id(4)] string? Certificate,
    [property: Id(5)] string CommandId);
