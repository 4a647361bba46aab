using Enforcement.Domain.Access;

namespace Enforcement.Domain.Tests.Access;

public sealed class NamesTests
{
    [Fact]
    public void Every_role_is_read_back_from_its_stable_name()
    {
        Assert.Equal(11, RoleNames.All.Length);
        Assert.All(RoleNames.All, role => Assert.Equal(role, RoleNames.Parse(RoleNames.Wire(role))));
        Assert.Equal(11, RoleNames.All.Select(RoleNames.Wire).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Officer")]
    [InlineData("officer ")]
    [InlineData("0")]
    public void Nothing_else_is_a_role(string? name) => Assert.Null(RoleNames.Parse(name));

    [Fact]
    public void Every_permission_is_read_back_from_its_name_and_no_name_is_used_twice()
    {
        Assert.All(Permission.All, permission => Assert.Same(permission, Permission.Parse(permission.Name)));
        Assert.Equal(Permission.All.Length, Permission.All.Select(permission => permission.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.Null(Permission.Parse("cases.readx"));
    }

    [Fact]
    public void Roles_and_permissions_have_words_in_both_languages()
    {
        Assert.All(RoleNames.All.Select(RoleNames.Of), words => Assert.True(words.Zh.Any(c => c > '\u2E80') && words.En.All(char.IsAscii)));
        Assert.All(Permission.All.Select(p => p.Text), words => Assert.True(words.Zh.Any(c => c > '\u2E80') && words.En.All(char.IsAscii)));
    }
}
