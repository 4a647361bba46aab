using System.Collections.Immutable;
using Enforcement.Domain.Regulations;

namespace Enforcement.Domain.Tests.Regulations;

public sealed class ProfilesTests
{
    [Fact]
    public void All_shipped_profiles_are_read()
    {
        var all = ProfileCatalog.Embedded(LawTexts.Embedded).All;

        Assert.NotEmpty(all);
    }
}
