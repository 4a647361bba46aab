namespace Enforcement.Domain;

/// <summary>A wording in the two languages of the portal.</summary>
/// <param name="Zh">Chinese, as the regulations write it. The language of record.</param>
/// <param name="En">English.</param>
public readonly record struct Words(string Zh, string En);
