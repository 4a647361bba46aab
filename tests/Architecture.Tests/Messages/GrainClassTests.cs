using System.Reflection;
using Enforcement.Grains.Ledger;
using Mono.Cecil;

namespace Enforcement.Architecture.Tests.Messages;

public sealed class GrainClassTests
{
    private static readonly Assembly Shells = typeof(ILedger).Assembly;

    private static readonly List<Type> Classes = [.. Shells.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && typeof(IGrain).IsAssignableFrom(type))];

    [Fact]
    public void Grain_classes_are_sealed_and_internal_and_carry_the_name_under_which_stores_know_them()
    {
        Assert.NotEmpty(Classes);
        Assert.DoesNotContain(Classes, type => !type.IsSealed || type.IsPublic || !type.IsDefined(typeof(GrainTypeAttribute), inherit: false));
    }

    [Fact]
    public void Grain_types_are_unique()
    {
        var names = Classes.Select(type => type.GetCustomAttributesData().Single(data => data.AttributeType == typeof(GrainTypeAttribute)).ConstructorArguments[0].Value).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void Grains_never_block_on_a_task_nor_leave_their_scheduler()
    {
        using var module = ModuleDefinition.ReadModule(Shells.Location);
        Assert.Empty(Blocking(module));
    }

    [Fact]
    public void A_method_that_blocks_is_found()
    {
        using var module = ModuleDefinition.ReadModule(typeof(GrainClassTests).Assembly.Location);
        var found = Blocking(module).Where(line => line.Contains(nameof(Sinner), StringComparison.Ordinal)).ToList();
        Assert.Equal(4, found.Count);
    }

    [Fact]
    public void An_exception_that_may_come_out_of_a_grain_call_is_serializable()
    {
        // What is declared beside a grain, or beside something a grain is made with, can come out of its calls.
        var near = Classes.SelectMany(type => type.GetConstructors().Single().GetParameters().Select(parameter => parameter.ParameterType).Append(type))
            .Where(type => type.Assembly == Shells).Select(type => type.Namespace).ToHashSet();
        var exceptions = Shells.GetTypes().Concat(MessageWalk.Contracts.GetTypes())
            .Where(type => typeof(Exception).IsAssignableFrom(type) && (type.Assembly == MessageWalk.Contracts || near.Contains(type.Namespace))).ToList();
        Assert.NotEmpty(exceptions);
        var faults = exceptions.Where(type => !type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false) || !type.IsDefined(typeof(AliasAttribute), inherit: false)).Select(type => $"{type} lacks [GenerateSerializer] or [Alias]")
            .Concat(exceptions.SelectMany(type => MessageWalk.Members(type).Where(member => member.Id is null).Select(member => $"{type}.{member.Name} has no [Id] and would be lost")));
        Assert.Empty(faults);
    }

    private static IEnumerable<string> Blocking(ModuleDefinition module) =>
        from type in module.GetTypes()
        from method in type.Methods
        where method.HasBody
        from instruction in method.Body.Instructions
        where instruction.Operand is MethodReference target && IsBlocking(target, method)
        select $"{method.FullName} calls {((MethodReference)instruction.Operand).FullName}";

    private static bool IsBlocking(MethodReference target, MethodDefinition caller)
    {
        var owner = target.DeclaringType.GetElementType().FullName;
        if (!owner.StartsWith("System.Threading.Tasks.", StringComparison.Ordinal) && !owner.StartsWith("System.Runtime.CompilerServices.", StringComparison.Ordinal))
        {
            return false;
        }

        return target.Name switch
        {
            "ConfigureAwait" or "Wait" or "WaitAll" or "WaitAny" or "RunSynchronously" => true,
            "get_Result" => owner.StartsWith("System.Threading.Tasks.", StringComparison.Ordinal),
            // What an await compiles to asks too, but only in MoveNext, after it was told.
            "GetResult" => caller.Name != "MoveNext",
            _ => false,
        };
    }

    private sealed class Sinner
    {
        public static int ByResult(Task<int> task) => task.Result;

        public static void ByWait(Task task) => task.Wait();

        public static int ByAwaiter(Task<int> task) => task.GetAwaiter().GetResult();

        public static async Task ByLeaving(Task task) => await task.ConfigureAwait(false);
    }
}
