using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Enforcement.Domain;
using Enforcement.Domain.Ledger;
using Mono.Cecil;

namespace Enforcement.Architecture.Tests.Rules;

/// <summary>What the law says needs no package, no clock, no chance, no file and no waiting; and what has happened can neither be extended nor changed.</summary>
public sealed class DomainTests
{
    private static readonly Assembly Domain = typeof(DomainEvent).Assembly;

    /// <summary>Types that bring time, chance, the outer world or waiting; a trailing dot means a whole namespace.</summary>
    private static readonly string[] Outside =
    [
        "System.TimeProvider", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process", "System.Console", "System.Random", "System.Net.", "System.IO.File", "System.IO.Directory",
        "System.IO.FileStream", "System.IO.Path", "System.Threading.Tasks.", "System.Threading.Thread", "System.Threading.Timer", "System.Threading.Monitor", "System.Data.", "System.Security.Cryptography.RandomNumberGenerator",
    ];

    private static readonly string[] Calls = ["System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today", "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow", "System.Guid::NewGuid", "System.Environment::get_TickCount", "System.Environment::get_TickCount64", "System.Environment::GetEnvironmentVariable", "System.Environment::get_MachineName"];

    public static TheoryData<Type> Events() => [.. Domain.GetTypes().Where(t => t.IsAssignableTo(typeof(DomainEvent)) && !t.IsAbstract)];

    [Fact]
    public void Domain_references_the_base_class_library_only() =>
        Assert.All(Domain.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name, StringComparison.Ordinal));

    [Fact]
    public void Portal_knows_neither_grains_nor_domain_nor_storage() =>
        Assert.Empty(Assembly.Load("Enforcement.Portal").GetReferencedAssemblies().Select(a => a.Name!).Intersect(["Enforcement.Grains", "Enforcement.Domain", "Enforcement.Storage", "Enforcement.Silo"]));

    [Fact]
    public void Domain_asks_neither_clock_nor_chance_nor_disk_and_never_waits()
    {
        using var module = ModuleDefinition.ReadModule(Domain.Location);
        Assert.Empty(Reaching(module));
        Assert.DoesNotContain(Domain.GetTypes().SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)), m => m.IsDefined(typeof(AsyncStateMachineAttribute)));
    }

    [Fact]
    public void A_module_that_reaches_outside_is_found()
    {
        using var module = ModuleDefinition.ReadModule(typeof(DomainTests).Assembly.Location);
        Assert.Contains("System.IO.File", Reaching(module));
        Assert.Contains("System.DateTimeOffset::get_UtcNow", Reaching(module));
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_is_sealed_immutable_and_has_its_name_in_the_ledger(Type type)
    {
        Assert.True(type.IsSealed, $"{type} can be derived from");
        Assert.Equal(type, LedgerEvents.Names.TypeOf(LedgerEvents.Names.NameOf(type).Name, LedgerEvents.Names.NameOf(type).Version));
        Assert.Empty(Changeable(type, []));
    }

    [Fact]
    public void A_type_that_can_be_changed_is_found()
    {
        Assert.Equal(["Sinner.List", "Sinner.Name"], Changeable(typeof(Sinner), []).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Reaching(ModuleDefinition module) => module.GetTypeReferences()
        .Select(t => t.FullName)
        .Where(name => Outside.Any(o => o.EndsWith('.') ? name.StartsWith(o, StringComparison.Ordinal) : name == o))
        .Concat(module.GetMemberReferences().Select(m => $"{m.DeclaringType.FullName}::{m.Name}").Where(Calls.Contains))
        .Distinct(StringComparer.Ordinal);

    /// <summary>Members that can be set after the making, or hold something that can.</summary>
    private static IEnumerable<string> Changeable(Type type, HashSet<Type> seen)
    {
        if (type.IsEnum || !seen.Add(type))
        {
            yield break;
        }

        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Instance))
        {
            yield return $"{type.Name}.{field.Name}";
        }

        foreach (var member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var held = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
            var free = member.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
            if (free || held.IsArray || (held.IsGenericType && held.Namespace is "System.Collections.Generic"))
            {
                yield return $"{type.Name}.{member.Name}";
            }

            foreach (var inner in Inside(held).Where(t => t.Assembly == Domain).SelectMany(t => Changeable(t, seen)))
            {
                yield return inner;
            }
        }
    }

    private static IEnumerable<Type> Inside(Type held) => held.IsGenericType && held.Namespace == typeof(ImmutableArray).Namespace ? held.GetGenericArguments() : [held];

    private sealed record Sinner(List<string> List)
    {
        public string Name { get; set; } = File.Exists(string.Empty) ? string.Empty : Later();

#pragma warning disable RS0030 // Kept to show that the test finds it.
        private static string Later() => DateTimeOffset.UtcNow.ToString(System.Globalization.CultureInfo.InvariantCulture);
#pragma warning restore RS0030
    }
}
