using System.Security.Cryptography;

namespace Enforcement.Domain.Ledger;

/// <summary>The fingerprint of an entry.</summary>
public static class EntryHash
{
    /// <summary>SHA-256 over the UTF-8 bytes of a canonical body.</summary>
    /// <param name="body">The canonical envelope.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    /// <exception cref="CanonicalJsonException">The body holds a lone surrogate.</exception>
    public static string Of(string body) => Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Bytes(body)));
}
