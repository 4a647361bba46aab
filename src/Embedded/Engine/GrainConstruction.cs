using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Storage;

namespace Enforcement.Embedded;

/// <summary>How the object of a grain class is made: services, and the states it asks for, as constructor parameters.</summary>
internal static class GrainConstruction
{
    public static Func<Activation, object> For(GrainClass grainClass)
    {
        var constructors = grainClass.Type.GetConstructors(BindingFlags.Instance | BindingFlags.Public);
        var constructor = constructors.Length == 1
            ? constructors[0]
            : constructors.FirstOrDefault(candidate => candidate.IsDefined(typeof(ActivatorUtilitiesConstructorAttribute)))
              ?? throw new OrleansConfigurationException($"{grainClass.Type} must have exactly one public constructor.");
        var invoker = ConstructorInvoker.Create(constructor);
        var sources = constructor.GetParameters().Select(Source).ToArray();
        return activation =>
        {
            var arguments = new object?[sources.Length];
            for (var i = 0; i < sources.Length; i++)
            {
                arguments[i] = sources[i](activation);
            }

            return invoker.Invoke(arguments.AsSpan());
        };
    }

    private static Func<Activation, object?> Source(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (parameter.GetCustomAttribute<PersistentStateAttribute>() is { } state)
        {
            return (Func<Activation, object?>)typeof(GrainConstruction).GetMethod(nameof(StateSource), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [state])!;
        }

        if (type == typeof(IGrainContext))
        {
            return activation => activation;
        }

        if (type == typeof(IGrainFactory))
        {
            return activation => activation.Silo.Factory;
        }

        if (parameter.GetCustomAttribute<FromKeyedServicesAttribute>() is { } keyed)
        {
            return activation => activation.ActivationServices.GetRequiredKeyedService(type, keyed.Key);
        }

        return parameter.HasDefaultValue
            ? activation => activation.ActivationServices.GetService(type) ?? parameter.DefaultValue
            : activation => activation.ActivationServices.GetRequiredService(type);
    }

    private static Func<Activation, object?> StateSource<T>(PersistentStateAttribute attribute) => activation =>
    {
        var services = activation.Silo.Services;
        var storage = services.GetKeyedService<IGrainStorage>(attribute.StorageName ?? SiloNames.DefaultStorage)
            ?? throw new OrleansConfigurationException(
                $"No storage provider named '{attribute.StorageName ?? SiloNames.DefaultStorage}' found for grain type {activation.GrainId.Type}.");
        var state = new PersistentState<T>(attribute.StateName, activation.GrainId, storage);
        activation.Own(state);
        return state;
    };
}
