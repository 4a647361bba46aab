using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Tests.Regulations;

/// <summary>The profiles of CM, FS and GC by their code in lower case.</summary>
internal static class ThreeProfiles
{
    internal static Profile Of(string code) => ShippedProfiles.Profile(Id(code));

    internal static string Id(string code) => code is "gc" ? "gc/2019-08-01" : $"{code}/undated";
}
