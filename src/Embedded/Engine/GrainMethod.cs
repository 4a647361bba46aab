using System.Reflection;
using Orleans.Concurrency;
using Orleans.Serialization;

namespace Enforcement.Embedded;

/// <summary>One method of a grain interface: how it is called and how it may run.</summary>
internal abstract class GrainMethod
{
    private readonly MethodInvoker _invoker;
    private readonly string _name;

    protected GrainMethod(MethodInfo method)
    {
        _invoker = MethodInvoker.Create(method);
        _name = $"{method.DeclaringType!.Name}/{method.Name}";
        Info = method;
        IsReadOnly = method.IsDefined(typeof(ReadOnlyAttribute));
        IsAlwaysInterleave = method.IsDefined(typeof(AlwaysInterleaveAttribute));
        IsOneWay = method.IsDefined(typeof(OneWayAttribute));
        IsCancellable = method.GetParameters() is [.., { } last] && last.ParameterType == typeof(CancellationToken);
    }

    public MethodInfo Info { get; }

    public bool IsReadOnly { get; }

    public bool IsAlwaysInterleave { get; }

    public bool IsOneWay { get; }

    public bool IsCancellable { get; }

    /// <summary>Reads a method of a grain interface.</summary>
    /// <exception cref="NotSupportedException">The method cannot be called across grains.</exception>
    public static GrainMethod Of(MethodInfo method)
    {
        var result = method.ReturnType;
        var generic = result.IsGenericType ? result.GetGenericTypeDefinition() : null;
        if (method.IsGenericMethod || method.GetParameters().Any(parameter => parameter.ParameterType.IsByRef))
        {
            throw new NotSupportedException($"{method.DeclaringType}.{method.Name}: a grain method has neither type parameters nor parameters by reference.");
        }

        if (result == typeof(Task) || result == typeof(ValueTask))
        {
            return new GrainMethod<object?>(method, result == typeof(ValueTask));
        }

        return generic == typeof(Task<>) || generic == typeof(ValueTask<>)
            ? (GrainMethod)Activator.CreateInstance(typeof(GrainMethod<>).MakeGenericType(result.GetGenericArguments()), method, generic == typeof(ValueTask<>))!
            : throw new NotSupportedException($"{method.DeclaringType}.{method.Name}: a grain method returns Task, Task<T>, ValueTask or ValueTask<T>.");
    }

    /// <summary>Sends a call and gives what the method promises to return.</summary>
    public abstract object Send(Silo silo, GrainClass target, string key, object?[] arguments);

    /// <summary>Runs the method on the grain object.</summary>
    public Task Invoke(object instance, object?[] arguments)
    {
        try
        {
            return AsTask(_invoker.Invoke(instance, arguments.AsSpan()));
        }
        catch (TargetInvocationException exception) when (exception.InnerException is not null)
        {
            return Task.FromException(exception.InnerException);
        }
    }

    public override string ToString() => _name;

    protected abstract Task AsTask(object? returned);
}

/// <summary>A method and the type of its result.</summary>
internal sealed class GrainMethod<T>(MethodInfo method, bool isValueTask) : GrainMethod(method)
{
    private readonly bool _hasResult = method.ReturnType.IsGenericType;

    public override object Send(Silo silo, GrainClass target, string key, object?[] arguments)
    {
        var token = IsCancellable ? (CancellationToken)arguments[^1]! : default;
        Task<T> reply;
        try
        {
            silo.Strict?.Carry(arguments);
        }
        catch (SerializerException exception)
        {
            return Returned(Task.FromException<T>(exception));
        }

        if (token.IsCancellationRequested)
        {
            reply = Task.FromCanceled<T>(token);
        }
        else
        {
            var call = new Call<T>(this, target, key, arguments);
            if (token.CanBeCanceled)
            {
                call.Watch(token);
            }

            silo.Send(call);
            reply = IsOneWay ? Task.FromResult<T>(default!) : call.Reply;
        }

        return Returned(reply);
    }

    protected override Task AsTask(object? returned) => returned switch
    {
        Task task => task,
        ValueTask<T> value when _hasResult => value.AsTask(),
        ValueTask value => value.AsTask(),
        _ => throw new InvalidOperationException($"{this} returned nothing where a task was promised."),
    };

    private object Returned(Task<T> reply) => (isValueTask, _hasResult) switch
    {
        (false, _) => reply,
        (true, true) => new ValueTask<T>(reply),
        (true, false) => new ValueTask(reply),
    };
}
