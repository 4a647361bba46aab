using System.Collections.Immutable;
using System.Reflection;

namespace Enforcement.Architecture.Tests.Messages;

public sealed class MessageTests
{
    private static readonly HashSet<Type> Leaves =
    [
        typeof(string), typeof(bool), typeof(byte), typeof(short), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(double), typeof(decimal),
        typeof(Guid), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan),
    ];

    private static readonly HashSet<Type> Containers =
    [
        typeof(Nullable<>), typeof(ImmutableArray<>), typeof(ImmutableList<>), typeof(ImmutableHashSet<>), typeof(ImmutableSortedSet<>), typeof(ImmutableDictionary<,>), typeof(ImmutableSortedDictionary<,>),
    ];

    [Fact]
    public void There_is_something_to_look_at()
    {
        Assert.True(MessageWalk.Interfaces.Count >= 4, "grain interfaces were not found");
        Assert.True(MessageWalk.Messages.Count() >= 10, "messages were not found");
    }

    [Fact]
    public void What_crosses_a_grain_call_is_deeply_immutable() => None(
        from pair in MessageWalk.Types
        where !IsImmutable(pair.Key)
        select $"{pair.Key} can be changed (met at {pair.Value})");

    [Fact]
    public void What_crosses_a_grain_call_has_a_serializer_and_an_alias() => None(
        from type in MessageWalk.Messages
        where !type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false) || !type.IsDefined(typeof(AliasAttribute), inherit: false)
        select $"{type} lacks [GenerateSerializer] or [Alias]");

    [Fact]
    public void Every_member_of_a_message_has_an_id_of_its_own() => None(MessageWalk.Messages.SelectMany(type =>
    {
        var members = MessageWalk.Members(type).ToList();
        var without = members.Where(member => member.Id is null).Select(member => $"{type}.{member.Name} has no [Id]");
        var twice = members.GroupBy(member => member.Id).Where(same => same.Key is not null && same.Count() > 1);
        return without.Concat(twice.Select(same => $"{type} uses [Id({same.Key})] for {string.Join(", ", same.Select(member => member.Name))}"));
    }));

    [Fact]
    public void Aliases_are_unique() => None(
        from type in MessageWalk.Messages.Concat(MessageWalk.Interfaces)
        from alias in type.GetCustomAttributes<AliasAttribute>()
        group type by alias.Alias into named
        where named.Count() > 1
        select $"'{named.Key}' names {string.Join(" and ", named)}");

    [Fact]
    public void Grain_interfaces_have_string_keys_and_an_alias_for_themselves_and_each_method() => None(
        from type in MessageWalk.Interfaces
        from complaint in new[]
        {
            typeof(IGrainWithStringKey).IsAssignableFrom(type) ? null : $"{type} has no string key",
            type.IsDefined(typeof(AliasAttribute)) ? null : $"{type} has no [Alias]",
        }.Concat(type.GetMethods().Select(method => method.IsDefined(typeof(AliasAttribute)) ? null : $"{type}.{method.Name} has no [Alias]"))
        where complaint is not null
        select complaint);

    [Fact]
    public void A_message_that_could_be_changed_is_found()
    {
        Assert.False(IsImmutable(typeof(int[])));
        Assert.False(IsImmutable(typeof(List<int>)));
        Assert.False(IsImmutable(typeof(IReadOnlyList<int>)));
        Assert.False(IsImmutable(typeof(Open)));
        Assert.False(IsImmutable(typeof(Settable)));
        Assert.True(IsImmutable(typeof(Closed)));
        Assert.True(IsImmutable(typeof(Fixed)));
    }

    private static bool IsImmutable(Type type)
    {
        if (Leaves.Contains(type) || type.IsEnum || typeof(IGrain).IsAssignableFrom(type))
        {
            return true;
        }

        if (type.IsGenericType && Containers.Contains(type.GetGenericTypeDefinition()))
        {
            return true; // its arguments are visited on their own
        }

        var isClosed = type.IsSealed || (type.IsAbstract && type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).All(constructor => constructor.IsPrivate || IsCopy(constructor)));
        return MessageWalk.IsOwn(type) && isClosed && !typeof(Delegate).IsAssignableFrom(type) && MessageWalk.Members(type).All(member => member.Field.IsInitOnly);
    }

    // A record has one, protected, which cannot make anything new.
    private static bool IsCopy(ConstructorInfo constructor) => constructor.GetParameters() is [{ } only] && only.ParameterType == constructor.DeclaringType;

    private static void None(IEnumerable<string> complaints)
    {
        var all = complaints.ToList();
        Assert.True(all.Count == 0, string.Join(Environment.NewLine, all));
    }

    private record Open(int Number);

    private sealed class Settable
    {
        public int Number { get; set; }
    }

    private sealed record Fixed(int Number);

    private abstract record Closed
    {
        private Closed()
        {
        }

        public sealed record Only(int Number) : Closed;
    }
}
